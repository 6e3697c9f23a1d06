import Formulas

/// A value in a report: a number, a list of numbers, or a list of lists.
public enum AuditedValue: Hashable, Sendable, Encodable {
  /// One number; JSON writes infinite and undefined numbers as text.
  case number(Double)
  /// A vector or the rows of a matrix.
  case list([AuditedValue])

  /// The value of an expression.
  public init(_ value: MathValue) {
    switch value {
    case .scalar(let scalar): self = .number(scalar.value)
    case .vector(let items): self = .list(items.map { .number($0.value) })
    case .matrix(let rows): self = .list(rows.map { .list($0.map { .number($0.value) }) })
    }
  }

  /// Writes a number or a list.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number) where number.isFinite: try container.encode(number)
    case .number(let number): try container.encode(number.description)
    case .list(let items): try container.encode(items)
    }
  }
}
