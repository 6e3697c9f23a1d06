/// A JSON value that can be compared with another one, with a tolerance for numbers.
enum ComparableJSON: Decodable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case list([ComparableJSON])
  case object([String: ComparableJSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .boolean(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([ComparableJSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: ComparableJSON].self))
    }
  }

  /// The first difference from `other`, as a sentence; nil if they agree. Numbers agree if their difference is at most
  /// `spread`, or at most `spread` times the old number if that is larger than one.
  func difference(from other: ComparableJSON, spread: Double, at path: String = "the value") -> String? {
    switch (self, other) {
    case (.number(let old), .number(let new)):
      abs(old - new) <= spread * max(1, abs(old))
        ? nil : "\(path) was \(old) and is \(new); the declared spread is \(spread)"
    case (.list(let old), .list(let new)):
      old.count != new.count
        ? "\(path) had \(old.count) elements and has \(new.count)"
        : zip(old, new).enumerated().lazy.compactMap { index, pair in
          pair.0.difference(from: pair.1, spread: spread, at: "\(path)[\(index)]")
        }.first
    case (.object(let old), .object(let new)):
      Set(old.keys) != Set(new.keys)
        ? "\(path) has other keys than before"
        : old.keys.sorted().lazy.compactMap { key in
          old[key]?.difference(from: new[key] ?? .null, spread: spread, at: "\(path).\(key)")
        }.first
    default: self == other ? nil : "\(path) has changed"
    }
  }
}
