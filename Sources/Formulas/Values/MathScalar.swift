/// A real number in an evaluation: an exact fraction if possible, with derivatives along one direction.
///
/// The derivatives are the first two coefficients of the Taylor series in a parameter s, so that evaluating a
/// formula at x + s also differentiates it (forward automatic differentiation). Each number has an error bound, so that
/// a comparison can recognise rounding, even after large terms have cancelled.
public struct MathScalar: Hashable, Sendable {
  /// The number, rounded to `Double`.
  public let value: Double
  /// The number as a fraction; nil after irrational operations or an overflow.
  package let exact: Rational?
  /// The first Taylor coefficient: the derivative.
  let first: Double
  /// The second Taylor coefficient: half the second derivative.
  let second: Double
  /// A bound of the error to first order, from rounding, quadratures and limits.
  let uncertainty: Double

  /// Half a unit in the last place of a number near one.
  static let rounding = 0x1p-53

  /// Creates an inexact number from a floating-point number.
  public init(_ value: Double) {
    self.init(value: value)
  }

  package init(
    value: Double, exact: Rational? = nil, first: Double = 0, second: Double = 0, uncertainty: Double = 0
  ) {
    // Rounding the exact fraction once is more precise than a result of rounded operations.
    self.value = exact?.roundedOnce ?? value
    self.exact = exact
    self.first = first
    self.second = second
    self.uncertainty = exact == nil ? uncertainty : 0
  }

  package init(_ exact: Rational) {
    self.init(value: exact.doubleValue, exact: exact)
  }

  /// Creates the exact number of a written constant.
  public init(_ decimal: WrittenDecimal) {
    self.init(value: decimal.doubleValue, exact: decimal.exact)
  }

  /// The same number as a variable with respect to which the evaluation differentiates.
  func seeded(_ direction: Double = 1) -> MathScalar {
    MathScalar(value: value, exact: exact, first: direction, second: 0, uncertainty: uncertainty)
  }

  /// The derivative of the evaluated expression.
  var derivative: MathScalar { coefficient(first) }

  /// The second derivative of the evaluated expression.
  var secondDerivative: MathScalar { coefficient(2 * second) }

  /// A derivative with an estimate of its error, because its terms have no error bounds of their own.
  private func coefficient(_ derivative: Double) -> MathScalar {
    MathScalar(
      value: derivative,
      uncertainty: 1e-13 * max(value.magnitude, first.magnitude, second.magnitude) + uncertainty)
  }

  /// The number as an integer; nil if it is not whole or too large.
  package var integer: Int? {
    if let exact { return exact.isInteger ? Int(exactly: exact.numerator) : nil }
    return value.rounded() == value && value.magnitude < 1e15 ? Int(value) : nil
  }
}

extension MathScalar {
  static func + (a: MathScalar, b: MathScalar) -> MathScalar {
    MathScalar(
      value: a.value + b.value, exact: combine(a, b) { $0.adding($1) }, first: a.first + b.first,
      second: a.second + b.second, uncertainty: sumUncertainty(a, b, a.value + b.value))
  }

  static func - (a: MathScalar, b: MathScalar) -> MathScalar {
    MathScalar(
      value: a.value - b.value, exact: combine(a, b) { $0.subtracting($1) }, first: a.first - b.first,
      second: a.second - b.second, uncertainty: sumUncertainty(a, b, a.value - b.value))
  }

  static func * (a: MathScalar, b: MathScalar) -> MathScalar {
    MathScalar(
      value: a.value * b.value, exact: combine(a, b) { $0.multiplied(by: $1) },
      first: a.value * b.first + a.first * b.value,
      second: a.value * b.second + a.first * b.first + a.second * b.value,
      uncertainty: a.value.magnitude * b.uncertainty + b.value.magnitude * a.uncertainty
        + rounding * (a.value * b.value).magnitude)
  }

  static func / (a: MathScalar, b: MathScalar) -> MathScalar {
    let quotient = a.value / b.value
    let first = (a.first - quotient * b.first) / b.value
    let second = (a.second - quotient * b.second - first * b.first) / b.value
    return MathScalar(
      value: quotient, exact: combine(a, b) { $0.divided(by: $1) }, first: first, second: second,
      uncertainty: (a.uncertainty + quotient.magnitude * b.uncertainty) / b.value.magnitude
        + rounding * quotient.magnitude)
  }

  static prefix func - (a: MathScalar) -> MathScalar {
    MathScalar(
      value: -a.value, exact: a.exact?.negated, first: -a.first, second: -a.second,
      uncertainty: a.uncertainty)
  }

  /// The value of a function of one variable, from the value and first two derivatives of the function at `self`.
  func composed(_ value: Double, _ derivative: Double, _ curvature: Double, exact: Rational? = nil)
    -> MathScalar
  {
    let spread =
      (uncertainty == 0 ? 0 : derivative.magnitude * uncertainty) + 2 * Self.rounding * value.magnitude
    guard first != 0 || second != 0 else {
      return MathScalar(value: value, exact: exact, uncertainty: spread)
    }
    return MathScalar(
      value: value, exact: exact, first: derivative * first,
      second: derivative * second + curvature * first * first / 2, uncertainty: spread)
  }

  private static func sumUncertainty(_ a: MathScalar, _ b: MathScalar, _ sum: Double) -> Double {
    a.uncertainty + b.uncertainty + rounding * sum.magnitude
  }

  private static func combine(
    _ a: MathScalar, _ b: MathScalar, _ operation: (Rational, Rational) -> Rational?
  ) -> Rational? {
    guard let left = a.exact, let right = b.exact else { return nil }
    return operation(left, right)
  }
}

extension MathScalar {
  /// Compares values and derivatives, and ignores the error bounds.
  public static func == (a: MathScalar, b: MathScalar) -> Bool {
    a.value == b.value && a.exact == b.exact && a.first == b.first && a.second == b.second
  }

  /// Hashes the properties that `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(value)
    hasher.combine(exact)
    hasher.combine(first)
    hasher.combine(second)
  }
}
