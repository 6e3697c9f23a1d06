import Events

/// Records the values that an `Encodable` encodes, in their order.
final class ValueEncoder: Encoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  private let name: String
  private let reader: ValueReader
  fileprivate var content = Content.nothing

  /// The values so far.
  fileprivate enum Content {
    case nothing
    case single(Value)
    case keyed([(name: String, encoder: ValueEncoder)])
    case unkeyed([ValueEncoder])
  }

  private init(name: String, reader: ValueReader) {
    self.name = name
    self.reader = reader
  }

  /// The value of `encodable`, or nil when it encodes nothing or throws.
  static func record(_ encodable: any Encodable, by reader: ValueReader) -> Value? {
    let encoder = ValueEncoder(name: "\(type(of: encodable))", reader: reader)
    guard (try? encodable.encode(to: encoder)) != nil else { return nil }
    return encoder.value
  }

  private var value: Value? {
    switch content {
    case .nothing: nil
    case .single(let value): value
    case .keyed(let fields):
      .record(name: name, fields: fields.map { Value.Field(name: $0.name, value: $0.encoder.value ?? .none) })
    case .unkeyed(let elements): .array(elements.map { $0.value ?? .none }, count: elements.count)
    }
  }

  fileprivate func encode(_ encodable: any Encodable) {
    content = .single(reader.read(encodable))
  }

  fileprivate func child(named name: String) -> ValueEncoder {
    let child = ValueEncoder(name: "", reader: reader)
    if case .keyed(var fields) = content {
      content = .nothing
      fields.append((name, child))
      content = .keyed(fields)
    } else {
      content = .keyed([(name, child)])
    }
    return child
  }

  fileprivate func nextElement() -> ValueEncoder {
    let child = ValueEncoder(name: "", reader: reader)
    if case .unkeyed(var elements) = content {
      content = .nothing
      elements.append(child)
      content = .unkeyed(elements)
    } else {
      content = .unkeyed([child])
    }
    return child
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .nothing = content { content = .keyed([]) }
    return KeyedEncodingContainer(KeyedRecorder<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .nothing = content { content = .unkeyed([]) }
    return UnkeyedRecorder(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleRecorder(encoder: self) }
}

private struct KeyedRecorder<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil(forKey key: Key) { encoder.child(named: key.stringValue).content = .single(.none) }
  mutating func encode(_ value: some Encodable, forKey key: Key) {
    encoder.child(named: key.stringValue).encode(value)
  }
  mutating func nestedContainer<Nested>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder.child(named: key.stringValue).container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.child(named: key.stringValue).unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder { encoder.child(named: "super") }
  mutating func superEncoder(forKey key: Key) -> any Encoder { encoder.child(named: key.stringValue) }
}

private struct UnkeyedRecorder: UnkeyedEncodingContainer {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { [] }
  var count: Int {
    if case .unkeyed(let elements) = encoder.content { elements.count } else { 0 }
  }

  mutating func encodeNil() { encoder.nextElement().content = .single(.none) }
  mutating func encode(_ value: some Encodable) { encoder.nextElement().encode(value) }
  mutating func nestedContainer<Nested>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    encoder.nextElement().container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    encoder.nextElement().unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder { encoder.nextElement() }
}

private struct SingleRecorder: SingleValueEncodingContainer {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() { encoder.content = .single(.none) }
  mutating func encode(_ value: some Encodable) { encoder.encode(value) }
}
