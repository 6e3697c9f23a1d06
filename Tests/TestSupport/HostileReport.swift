/// Lines of JSON as a program could write them to its event channel.
package enum HostileReport {
  package static func event(_ kind: String, _ number: Int, _ rest: String = "") -> String {
    #"{"kind":"\#(kind)","number":\#(number),"output":{"standardError":0,"standardOutput":0}\#(rest)}"#
  }

  package static func anyNumber(_ generator: inout SeededNumbers) -> Int {
    [0, 1, 2, -1, .max, .min, 86, 1 << 32][generator.below(8)]
  }

  /// The JSON of a value, which need not be valid.
  package static func value(_ generator: inout SeededNumbers, depth: Int = 0) -> String {
    let leaves = [
      "null", "true", #"{"number":"0.5"}"#, #"{"number":"nan"}"#, #"{"integer":"3"}"#, #"{"integer":"3e"}"#,
      #"{"text":"\u0000\ud83d\ude00"}"#, #"{"text":"\ud800"}"#, #"{"opaque":"o"}"#, #"{"void":true}"#, "0",
      "1e999",
      #"{"figure":{"svg":"","title":"","description":"","data":""}}"#,
    ]
    if depth > 5 || generator.below(3) == 0 { return leaves[generator.below(leaves.count)] }
    let parts = (0..<generator.below(4)).map { _ in value(&generator, depth: depth + 1) }
    let list = "[" + parts.joined(separator: ",") + "]"
    switch generator.below(6) {
    case 0: return "{\"elements\":\(list),\"count\":\(anyNumber(&generator))}"
    case 1:
      return "{\"name\":\"P\",\"fields\":["
        + parts.map { "{\"name\":\"x\",\"value\":\($0)}" }.joined(separator: ",") + "]}"
    case 2:
      return "{\"entries\":[" + parts.map { "{\"key\":\($0),\"value\":\($0)}" }.joined(separator: ",") + "]}"
    case 3:
      return "{\"table\":{\"columns\":[\"a\"],\"rows\":[\(list)],\"digits\":[\(anyNumber(&generator))]}}"
    case 4: return String(repeating: "[", count: generator.below(600)) + list
    default: return list
    }
  }
}

extension String {
  /// Changes, doubles or removes a few bytes.
  package mutating func damage(_ generator: inout SeededNumbers) {
    var bytes = Array(utf8)
    for _ in 0..<generator.below(5) + 1 where !bytes.isEmpty {
      let place = generator.below(bytes.count)
      switch generator.below(4) {
      case 0: bytes[place] = UInt8(generator.below(256))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(Array("\"{}[]:,-0e".utf8)[generator.below(10)], at: place)
      default: bytes.insert(contentsOf: bytes[place...].prefix(generator.below(40)), at: place)
      }
    }
    self = String(decoding: bytes, as: UTF8.self)
  }
}
