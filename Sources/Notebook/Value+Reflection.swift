import Events
import SVGCharts

extension Value {
  /// Records any Swift value: a known type as it is, and any other type by its description, its encoding or its fields.
  init(of value: Any) {
    switch value {
    case let value as any Displayable: self = value.displayedValue
    case is Void: self = .void
    case let value as Bool: self = .boolean(value)
    case let value as any BinaryFloatingPoint: self.init(number: Double(value), description: "\(value)")
    case let value as any BinaryInteger: self.init(integer: "\(value)")
    case let value as any StringProtocol: self = .text(String(value))
    case let value as Character: self = .text(String(value))
    case let value as any SIMD: self = Value(elementsOf: value)
    default: self.init(reflecting: value)
    }
  }

  /// A number type of the author may have a description that is not a number.
  private init(number: Double, description: String) {
    self = .floatingPoint(
      number, description: Self.isNumeral(description, of: number) ? description : "\(number)")
  }

  private init(integer description: String) {
    self = Self.isInteger(description) ? .integer(description) : .opaque(description)
  }

  private init(elementsOf vector: some SIMD) {
    self = .array(vector.indices.map { Value(of: vector[$0]) }, count: vector.scalarCount)
  }

  private init(reflecting value: Any) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      self = mirror.children.first.map { Value(of: $0.value) } ?? .none
    case .collection, .set:
      let elements = mirror.children.prefix(Self.greatestCount).map { Value(of: $0.value) }
      // A set has no order, but its page must show one.
      let ordered =
        mirror.displayStyle == .set ? elements.sorted { $0.description < $1.description } : elements
      self = .array(ordered, count: mirror.children.count)
    case .tuple:
      self = .array(mirror.children.map { Value(of: $0.value) }, count: mirror.children.count)
    case .dictionary:
      let entries = mirror.children.compactMap { child -> Entry? in
        let pair = Array(Mirror(reflecting: child.value).children)
        return pair.count == 2 ? Entry(key: Value(of: pair[0].value), value: Value(of: pair[1].value)) : nil
      }
      self = .dictionary(entries.sorted { $0.key.description < $1.key.description })
    default:
      if let value = value as? any CustomStringConvertible {
        self = .opaque(value.description)
      } else if let value = value as? any Encodable, let recorded = ValueEncoder.record(value) {
        self = recorded
      } else if mirror.displayStyle == .struct || mirror.displayStyle == .class, !mirror.children.isEmpty {
        self = .record(
          name: "\(type(of: value))",
          fields: mirror.children.map { Field(name: $0.label ?? "_", value: Value(of: $0.value)) })
      } else {
        self = .opaque(String(describing: value))
      }
    }
  }
}
