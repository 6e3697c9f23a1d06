/// Compact JSON: `null`, `true`, `{"number": "0.1"}`, `[…]` for a whole array, an object with one key otherwise.
/// Numbers are text, because JSON has neither NaN nor infinity.
extension Value: Codable {
  private enum Key: String, CodingKey {
    case void, integer, number, exactly, decimal, text, elements, set, count, entries, ordered, name, fields
    case enumeration = "case"
    case payload, opaque, table, figure, image
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
      // The shortest text of a `Float` reads back as a different `Double`.
      if Double(description) != number, !number.isNaN { try container.encode("\(number)", forKey: .exactly) }
    case .decimal(let digits): try container.encode(digits, forKey: .decimal)
    case .text(let text): try container.encode(text, forKey: .text)
    case .array(let elements, let count):
      try container.encode(elements, forKey: .elements)
      try container.encode(count, forKey: .count)
    case .set(let elements, let count):
      try container.encode(elements, forKey: .set)
      try container.encode(count, forKey: .count)
    case .dictionary(let entries, let isOrdered):
      try container.encode(entries, forKey: .entries)
      if isOrdered { try container.encode(true, forKey: .ordered) }
    case .record(let name, let fields):
      try container.encode(name, forKey: .name)
      try container.encode(fields, forKey: .fields)
    case .enumeration(let name, let payload):
      try container.encode(name, forKey: .enumeration)
      try container.encode(payload, forKey: .payload)
    case .opaque(let description): try container.encode(description, forKey: .opaque)
    case .table(let table): try container.encode(table, forKey: .table)
    case .figure(let figure): try container.encode(figure, forKey: .figure)
    case .image(let image): try container.encode(image, forKey: .image)
    }
  }

  /// Reads what `encode(to:)` wrote and rejects everything else, because the source of the data is not trusted.
  public init(from decoder: any Decoder) throws {
    // The checks that throw no error come first, because an error takes longer than everything else.
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .none
      return
    }
    guard let container = try? decoder.container(keyedBy: Key.self) else {
      guard var list = try? decoder.unkeyedContainer() else {
        self = .boolean(try single.decode(Bool.self))
        return
      }
      var elements: [Value] = []
      while !list.isAtEnd { elements.append(try list.decode(Value.self)) }
      self = .array(elements, count: elements.count)
      return
    }
    guard let value = try Self.value(in: container) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "this is not a value of a program"))
    }
    self = value
  }

  /// The value with exactly these keys; nil when no kind of value has them.
  private static func value(in container: KeyedDecodingContainer<Key>) throws -> Value? {
    func read<T: Decodable>(_ key: Key) throws -> T { try container.decode(T.self, forKey: key) }
    switch Set(container.allKeys) {
    case [.void]: return try read(.void) ? .void : nil
    case [.integer]:
      let digits: String = try read(.integer)
      return isInteger(digits) ? .integer(digits) : nil
    case [.number]: return number(try read(.number), exactly: try read(.number))
    case [.number, .exactly]: return number(try read(.number), exactly: try read(.exactly))
    case [.decimal]:
      let digits: String = try read(.decimal)
      return isDecimal(digits) ? .decimal(digits) : nil
    case [.text]: return .text(try read(.text))
    case [.elements, .count]:
      // Only a collection that is too long to be written whole has a count.
      let elements: [Value] = try read(.elements)
      let count: Int = try read(.count)
      return elements.count == greatestCount && count > greatestCount ? .array(elements, count: count) : nil
    case [.set, .count]:
      let elements: [Value] = try read(.set)
      let count: Int = try read(.count)
      return elements.count == min(count, greatestCount) ? .set(elements, count: count) : nil
    case [.entries]: return .dictionary(try read(.entries), isOrdered: false)
    case [.entries, .ordered]:
      return try read(.ordered) ? .dictionary(try read(.entries), isOrdered: true) : nil
    case [.name, .fields]: return .record(name: try read(.name), fields: try read(.fields))
    case [.enumeration, .payload]:
      return .enumeration(name: try read(.enumeration), payload: try read(.payload))
    case [.opaque]: return .opaque(try read(.opaque))
    case [.table]:
      let table: TableValue = try read(.table)
      return table.isWhole ? .table(table) : nil
    case [.figure]: return .figure(try read(.figure))
    case [.image]:
      let image: ImageValue = try read(.image)
      return image.isSound ? .image(image) : nil
    default: return nil
    }
  }

  private static func number(_ description: String, exactly exact: String) -> Value? {
    guard isNumeral(exact), let number = Double(exact), isNumeral(description, of: number) else { return nil }
    return .floatingPoint(number, description: description)
  }
}
