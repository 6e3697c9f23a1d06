import Events
import SVGCharts

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Value {
  /// Records any Swift value: a known type as it is, and any other type by its description, its encoding or its parts.
  init(of value: Any) { self = ValueReader().read(value) }
}

/// Reads a Swift value within bounds, so that cycles, deep and huge values come to an end.
final class ValueReader {
  /// The greatest number of parts of one value. All others are left out, with an ellipsis in their place.
  private static let greatestSize = 200_000
  /// The greatest depth of a value. The runner refuses values that are nested much deeper.
  private static let greatestDepth = 40

  private var size = 0
  /// The objects around the value that is read. One of them inside of itself is a cycle.
  private var objects: [ObjectIdentifier] = []
  private var depth = 0

  /// The value in a form that can be stored, compared and shown.
  func read(_ value: Any) -> Value {
    size += 1
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.greatestDepth, size <= Self.greatestSize else { return .opaque("…") }
    switch value {
    case let value as any Displayable: return value.displayedValue
    case is Void: return .void
    case let value as Bool: return .boolean(value)
    case let value as any BinaryFloatingPoint: return Self.number(Double(value), description: "\(value)")
    case let value as Decimal: return Self.decimal(value)
    case let value as any BinaryInteger: return Self.integer("\(value)")
    case let value as any StringProtocol: return .text(String(value))
    case let value as Character: return .text(String(value))
    case let value as Data: return ImageValue(value).map(Value.image) ?? .opaque(value.description)
    case let value as any SIMD: return elements(of: value)
    default: return object(value)
    }
  }

  /// A number type of the author may have a description that is not a number.
  private static func number(_ number: Double, description: String) -> Value {
    .floatingPoint(
      number, description: Value.isNumeral(description, of: number) ? description : "\(number)")
  }

  private static func decimal(_ value: Decimal) -> Value {
    let description = value.description
    return Value.isDecimal(description) ? .decimal(description) : .opaque(description)
  }

  private static func integer(_ description: String) -> Value {
    Value.isInteger(description) ? .integer(description) : .opaque(description)
  }

  private func elements(of vector: some SIMD) -> Value {
    .array(vector.indices.map { read(vector[$0]) }, count: vector.scalarCount)
  }

  private func object(_ value: Any) -> Value {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .class else { return parts(of: value, mirror) }
    let identity = ObjectIdentifier(value as AnyObject)
    if objects.contains(identity) { return .opaque("\(type(of: value))(…)") }
    objects.append(identity)
    defer { objects.removeLast() }
    return parts(of: value, mirror)
  }

  private func parts(of value: Any, _ mirror: Mirror) -> Value {
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { read($0.value) } ?? .none
    case .collection: return .array(read(mirror.children.lazy.map(\.value)), count: mirror.children.count)
    case .set:
      let elements = read(mirror.children.lazy.map(\.value))
      // A `Set` has no order, but its page must show one. Sets of other libraries have one.
      return value is any Unordered
        ? .set(elements.sorted(by: Self.isBefore), count: mirror.children.count)
        : .array(elements, count: mirror.children.count)
    case .tuple: return .array(read(mirror.children.lazy.map(\.value)), count: mirror.children.count)
    case .dictionary: return dictionary(mirror, isOrdered: !(value is any Unordered))
    default: break
    }
    if let value = value as? any CustomStringConvertible { return .opaque(value.description) }
    if mirror.displayStyle == .enum { return enumeration(value, mirror) }
    if let value = value as? any Collection { return collection(value) }
    if let value = value as? any Encodable, let recorded = ValueEncoder.record(value, by: self) {
      return recorded
    }
    if mirror.displayStyle == .struct || mirror.displayStyle == .class, !mirror.children.isEmpty {
      return .record(
        name: "\(type(of: value))", fields: fields(of: mirror, unnamed: "_"))
    }
    return .opaque(String(describing: value))
  }

  private func fields(of mirror: Mirror, unnamed: String) -> [Value.Field] {
    mirror.children.prefix(Value.greatestCount).map { child in
      let label = child.label ?? unnamed
      return Value.Field(name: label.hasPrefix(".") ? "" : label, value: read(child.value))
    }
  }

  private func read(_ elements: some Sequence<Any>) -> [Value] {
    elements.prefix(Value.greatestCount).map { read($0) }
  }

  private func collection(_ collection: some Collection) -> Value {
    let values = read(collection.lazy.map { $0 as Any })
    // Counting may have to walk through the collection.
    return .array(values, count: values.count < Value.greatestCount ? values.count : collection.count)
  }

  private func dictionary(_ mirror: Mirror, isOrdered: Bool) -> Value {
    var entries = mirror.children.prefix(Value.greatestCount).compactMap { child -> Value.Entry? in
      let pair = Array(Mirror(reflecting: child.value).children)
      return pair.count == 2 ? Value.Entry(key: read(pair[0].value), value: read(pair[1].value)) : nil
    }
    if !isOrdered { entries.sort { Self.isBefore($0.key, $1.key) } }
    if mirror.children.count > Value.greatestCount {
      entries.append(Value.Entry(key: .opaque("…"), value: .opaque("…")))
    }
    return .dictionary(entries, isOrdered: isOrdered)
  }

  /// A case with its associated values, which a mirror gives as one value or as a tuple.
  private func enumeration(_ value: Any, _ mirror: Mirror) -> Value {
    guard let payload = mirror.children.first, let name = payload.label else {
      return .enumeration(name: String(describing: value), payload: [])
    }
    let parts = Mirror(reflecting: payload.value)
    guard parts.displayStyle == .tuple, !parts.children.isEmpty else {
      return .enumeration(name: name, payload: [Value.Field(name: "", value: read(payload.value))])
    }
    return .enumeration(name: name, payload: fields(of: parts, unnamed: ""))
  }

  /// The order in which a page shows what has no order: numbers by size, everything else by its description.
  private static func isBefore(_ one: Value, _ other: Value) -> Bool {
    switch (one, other) {
    case (.integer(let one), .integer(let other)):
      (Double(one) ?? 0, one) < (Double(other) ?? 0, other)
    case (.floatingPoint(let one, _), .floatingPoint(let other, _)): one < other
    default: one.description < other.description
    }
  }
}

/// A collection of the standard library without an order of its own.
private protocol Unordered {}
extension Dictionary: Unordered {}
extension Set: Unordered {}
