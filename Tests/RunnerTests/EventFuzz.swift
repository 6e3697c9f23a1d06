import Events
import Foundation

/// Reports that no honest program writes.
enum EventFuzz {
  /// A valid report with a few random changes.
  static func text(_ generator: inout SeededNumbers) -> String {
    var lines = HostileEventsTests.sound
    for _ in 0..<generator.below(4) + 1 {
      switch generator.below(6) {
      case 0: lines.remove(at: generator.below(lines.count))
      case 1: lines.insert(lines[generator.below(lines.count)], at: generator.below(lines.count + 1))
      case 2: lines.swapAt(generator.below(lines.count), generator.below(lines.count))
      case 3:
        lines[min(4, lines.count - 1)] = HostileEventsTests.event(
          "value", 0, ",\"value\":" + value(&generator, depth: 0))
      case 4: lines[generator.below(lines.count)] = event(&generator)
      default: lines[generator.below(lines.count)].damage(&generator)
      }
      if lines.isEmpty { return "" }
    }
    return lines.map { $0 + (generator.below(50) == 0 ? "" : "\n") }.joined()
  }

  private static func event(_ generator: inout SeededNumbers) -> String {
    let kinds = [
      "started", "blockBegan", "blockEnded", "reached", "value", "printing", "printed", "verified", "claimed",
      "recorded", "recordRefused", "progress", "attemptEnded", "attemptThrew", "attemptTrapped",
      "attemptExited",
      "finished", "forged",
    ]
    let rest = [
      "", ",\"message\":\"m\"", ",\"value\":" + value(&generator, depth: 0), ",\"verification\":{}",
    ]
    return HostileEventsTests.event(
      kinds[generator.below(kinds.count)], number(&generator), rest[generator.below(rest.count)])
  }

  private static func number(_ generator: inout SeededNumbers) -> Int {
    [0, 1, 2, -1, .max, .min, 86, 1 << 32][generator.below(8)]
  }

  private static func value(_ generator: inout SeededNumbers, depth: Int) -> String {
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
    case 0: return "{\"elements\":\(list),\"count\":\(number(&generator))}"
    case 1:
      return "{\"name\":\"P\",\"fields\":["
        + parts.map { "{\"name\":\"x\",\"value\":\($0)}" }.joined(separator: ",") + "]}"
    case 2:
      return "{\"entries\":[" + parts.map { "{\"key\":\($0),\"value\":\($0)}" }.joined(separator: ",") + "]}"
    case 3: return "{\"table\":{\"columns\":[\"a\"],\"rows\":[\(list)],\"digits\":[\(number(&generator))]}}"
    case 4: return String(repeating: "[", count: generator.below(600)) + list
    default: return list
    }
  }

  /// Whether every list has as many elements as it declares, and every number is valid.
  static func isSound(_ value: Value) -> Bool {
    switch value {
    case .array(let elements, let count):
      elements.allSatisfy(isSound)
        && (elements.count == count || (elements.count == 10_000 && count > 10_000))
    case .set(let elements, let count): elements.allSatisfy(isSound) && elements.count == min(count, 10_000)
    case .decimal(let digits): digits.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
    case .enumeration(_, let payload): payload.allSatisfy { isSound($0.value) }
    case .integer(let digits): digits.wholeMatch(of: /-?[0-9]+/) != nil
    case .floatingPoint(let number, let text): Double(text).map { $0.isNaN == number.isNaN } ?? false
    case .record(_, let fields): fields.allSatisfy { isSound($0.value) }
    case .dictionary(let entries, _): entries.allSatisfy { isSound($0.key) && isSound($0.value) }
    case .table(let table):
      table.rows.allSatisfy { $0.count == table.columns.count && $0.allSatisfy(isSound) }
    default: true
    }
  }

  /// Reports of nearly four MiB.
  static let long: [String: String] = {
    let head = HostileEventsTests.sound[...3].map { $0 + "\n" }.joined()
    func valued(_ value: String) -> String {
      head + HostileEventsTests.event("value", 0, ",\"value\":" + value) + "\n"
    }
    let many = 4_000_000
    return [
      "one list": valued("[" + String(repeating: "null,", count: many / 5) + "null]"),
      "numbers": valued("[" + String(repeating: #"{"number":"0.5"},"#, count: many / 17) + "null]"),
      "lists of lists": valued("[" + String(repeating: "[[[[[]]]]],", count: many / 11) + "null]"),
      "one text": valued("{\"text\":\"" + String(repeating: "a", count: many) + "\"}"),
      "one line that never ends": head + String(repeating: "x", count: many),
      "deep": head + String(repeating: "[", count: many),
      "keys": valued("{" + String(repeating: "\"a\":0,", count: many / 6) + "\"b\":0}"),
      "heartbeats": head
        + String(
          repeating: HostileEventsTests.event("progress", 0, ",\"message\":\"m\"") + "\n", count: many / 95),
      "empty lines": head + String(repeating: "\n", count: many),
    ]
  }()
}

/// Random numbers that are the same on every machine.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &self) }
}

extension String {
  /// Changes, doubles or removes a few bytes.
  fileprivate mutating func damage(_ generator: inout SeededNumbers) {
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
