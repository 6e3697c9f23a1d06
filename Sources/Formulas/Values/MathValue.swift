/// The value of a formula: one number, a vector or a matrix.
public enum MathValue: Hashable, Sendable {
  /// One number.
  case scalar(MathScalar)
  /// A vector, by components.
  case vector([MathScalar])
  /// A matrix, by rows of equal length.
  case matrix([[MathScalar]])

  /// One floating-point number.
  public init(_ value: Double) { self = .scalar(MathScalar(value)) }

  /// A vector of floating-point numbers.
  public init(_ components: [Double]) { self = .vector(components.map { MathScalar($0) }) }

  /// A matrix of floating-point numbers, by rows.
  public init(_ rows: [[Double]]) { self = .matrix(rows.map { $0.map { MathScalar($0) } }) }

  /// The arrangement of the numbers.
  public var shape: MathShape {
    switch self {
    case .scalar: .scalar
    case .vector(let components): .vector(components.count)
    case .matrix(let rows): .matrix(rows: rows.count, columns: rows.first?.count ?? 0)
    }
  }

  /// All numbers of the value; a matrix gives them row by row.
  public var components: [Double] { scalars.map({ $0.value }) }

  /// The number of a scalar; nil for other shapes.
  public var scalarValue: Double? {
    guard case .scalar(let scalar) = self else { return nil }
    return scalar.value
  }

  package var scalars: [MathScalar] {
    switch self {
    case .scalar(let scalar): [scalar]
    case .vector(let components): components
    case .matrix(let rows): rows.flatMap { $0 }
    }
  }

  /// The value with every number replaced.
  package func map(_ transform: (MathScalar) -> MathScalar) -> MathValue {
    switch self {
    case .scalar(let scalar): .scalar(transform(scalar))
    case .vector(let components): .vector(components.map(transform))
    case .matrix(let rows): .matrix(rows.map { $0.map(transform) })
    }
  }

  /// The value with the numbers replaced in reading order; `numbers` must have one element for each number.
  func replacing(_ numbers: [MathScalar]) -> MathValue {
    var next = numbers.makeIterator()
    return map { next.next() ?? $0 }
  }

  /// Whether every number is finite.
  package var isFinite: Bool { scalars.allSatisfy({ $0.value.isFinite }) }
}

extension MathValue: CustomStringConvertible {
  /// The numbers with up to eight significant digits: `[0.019, 0.046]`.
  public var description: String {
    switch self {
    case .scalar(let scalar): NumberText.short(scalar.value)
    case .vector(let components): list(components)
    case .matrix(let rows): "[" + rows.map(list).joined(separator: ", ") + "]"
    }
  }

  private func list(_ components: [MathScalar]) -> String {
    "[" + components.map { NumberText.short($0.value) }.joined(separator: ", ") + "]"
  }
}
