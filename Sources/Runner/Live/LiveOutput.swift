import Events
import Foundation
import Plan

/// The output of a program on a page, read from its lines of JSON.
struct LiveOutput {
  /// By the numbers of the program's probes.
  var values: [Int: Value] = [:]
  /// The printed text of each block, by the block's number.
  var printed: [Int: String] = [:]

  /// Reads the output; nil if a line is none that such a program writes.
  init?(_ data: Data) {
    var block = 0
    for line in data.split(separator: UInt8(ascii: "\n")) {
      guard let line = try? JSONDecoder().decode(Line.self, from: line) else { return nil }
      if let number = line.block { block = number }
      if let text = line.printed { printed[block, default: ""] += text }
      if let probe = line.probe { values[probe] = line.value?.value ?? Value.none }
    }
  }

  /// The outputs of a command, each after its length in four bytes.
  static func pieces(_ data: Data) -> [Data] {
    var pieces: [Data] = []
    var rest = data[...]
    while rest.count >= 4 {
      let length = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      guard rest.count >= length else { break }
      pieces.append(Data(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return pieces
  }

  private struct Line: Decodable {
    var block: Int?
    var printed: String?
    var probe: Int?
    var value: WrittenValue?
  }
}

/// A value as `LiveRuntime` writes it.
private struct WrittenValue: Decodable {
  var value: Value

  private enum Key: String, CodingKey {
    case double, float, integer, columns, digits, rows, title, wide, narrow
  }

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      value = try Self.object(container)
    } else if let elements = try? [WrittenValue?](from: decoder) {
      value = .array(elements.map { $0?.value ?? Value.none }, count: elements.count)
    } else {
      let single = try decoder.singleValueContainer()
      if let flag = try? single.decode(Bool.self) {
        value = .boolean(flag)
      } else {
        value = .text(try single.decode(String.self))
      }
    }
  }

  private static func object(_ container: KeyedDecodingContainer<Key>) throws -> Value {
    if let bits = try container.decodeIfPresent(String.self, forKey: .double) {
      let number = try number(bits, container)
      return .floatingPoint(number, description: "\(number)")
    }
    if let bits = try container.decodeIfPresent(String.self, forKey: .float) {
      let number = try number(bits, container)
      return .floatingPoint(number, description: "\(Float(number))")
    }
    if let digits = try container.decodeIfPresent(String.self, forKey: .integer) { return .integer(digits) }
    if let columns = try container.decodeIfPresent([String].self, forKey: .columns) {
      let rows = try container.decode([[WrittenValue?]].self, forKey: .rows)
      return .table(
        TableValue(
          columns: columns, rows: rows.map { $0.map { $0?.value ?? Value.none } },
          digits: try container.decode([Int?].self, forKey: .digits)))
    }
    let wide = try drawing(container, .wide)
    return .figure(
      FigureValue(
        wide: wide, narrow: try drawing(container, .narrow),
        title: try container.decode(String.self, forKey: .title), description: wide.description))
  }

  private static func number(_ bits: String, _ container: KeyedDecodingContainer<Key>) throws -> Double {
    guard let pattern = UInt64(bits, radix: 16) else {
      throw DecodingError.dataCorruptedError(forKey: .double, in: container, debugDescription: bits)
    }
    return Double(bitPattern: pattern)
  }

  private static func drawing(_ container: KeyedDecodingContainer<Key>, _ key: Key) throws -> Drawing {
    let parts = try container.decode([String].self, forKey: key)
    guard parts.count == 4 else {
      throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "\(parts.count)")
    }
    return Drawing(
      opening: parts[0], descriptionID: parts[1], description: parts[2], styleSheet: "", content: parts[3])
  }
}
