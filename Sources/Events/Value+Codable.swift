/// Compact JSON: `null`, `true`, `{"number": "0.1"}`, `[…]` for a whole array, an object with one key otherwise.
/// Numbers are text, because JSON has neither NaN nor infinity.
extension Value: Codable {
  private enum Key: String, CodingKey {
    case void, integer, number, exactly, text, elements, count, entries, name, fields, opaque, table, figure
  }

  /// Writes the value.
  public func encode(to encoder: any Encoder) throws {
    if case .none = self {
      var container = encoder.singleValueContainer()
      return try container.encodeNil()
    }
    if case .boolean(let flag) = self {
      var container = encoder.singleValueContainer()
      return try container.encode(flag)
    }
    if case .array(let elements, let count) = self, elements.count == count {
      var container = encoder.unkeyedContainer()
      return try container.encode(contentsOf: elements)
    }
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .none, .boolean: break
    case .void: try container.encode(true, forKey: .void)
    case .integer(let digits): try container.encode(digits, forKey: .integer)
    case .floatingPoint(let number, let description):
      try container.encode(description, forKey: .number)
      // A Float's shortest text is another Double than the Float is.
      if Double(description) != number, !number.isNaN { try container.encode("\(number)", forKey: .exactly) }
    case .text(let text): try container.encode(text, forKey: .text)
    case .array(let elements, let count):
      try container.encode(elements, forKey: .elements)
      try container.encode(count, forKey: .count)
    case .dictionary(let entries): try container.encode(entries, forKey: .entries)
    case .record(let name, let fields):
      try container.encode(name, forKey: .name)
      try container.encode(fields, forKey: .fields)
    case .opaque(let description): try container.encode(description, forKey: .opaque)
    case .table(let table): try container.encode(table, forKey: .table)
    case .figure(let figure): try container.encode(figure, forKey: .figure)
    }
  }

  /// Reads what `encode(to:)` wrote.
  public init(from decoder: any Decoder) throws {
    if var container = try? decoder.unkeyedContainer() {
      var elements: [Value] = []
      while !container.isAtEnd { elements.append(try container.decode(Value.self)) }
      self = .array(elements, count: elements.count)
      return
    }
    if let container = try? decoder.singleValueContainer() {
      if container.decodeNil() {
        self = .none
        return
      }
      if let flag = try? container.decode(Bool.self) {
        self = .boolean(flag)
        return
      }
    }
    let container = try decoder.container(keyedBy: Key.self)
    if let digits = try container.decodeIfPresent(String.self, forKey: .integer) {
      self = .integer(digits)
    } else if let description = try container.decodeIfPresent(String.self, forKey: .number) {
      let exact = try container.decodeIfPresent(String.self, forKey: .exactly) ?? description
      guard let number = Double(exact) else {
        throw DecodingError.dataCorruptedError(forKey: .number, in: container, debugDescription: exact)
      }
      self = .floatingPoint(number, description: description)
    } else if let text = try container.decodeIfPresent(String.self, forKey: .text) {
      self = .text(text)
    } else if let elements = try container.decodeIfPresent([Value].self, forKey: .elements) {
      self = .array(elements, count: try container.decode(Int.self, forKey: .count))
    } else if let entries = try container.decodeIfPresent([Entry].self, forKey: .entries) {
      self = .dictionary(entries)
    } else if let name = try container.decodeIfPresent(String.self, forKey: .name) {
      self = .record(name: name, fields: try container.decode([Field].self, forKey: .fields))
    } else if let description = try container.decodeIfPresent(String.self, forKey: .opaque) {
      self = .opaque(description)
    } else if let table = try container.decodeIfPresent(TableValue.self, forKey: .table) {
      self = .table(table)
    } else if let figure = try container.decodeIfPresent(FigureValue.self, forKey: .figure) {
      self = .figure(figure)
    } else {
      self = .void
    }
  }
}
