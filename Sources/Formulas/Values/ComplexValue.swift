/// A complex number, vector or matrix as a real and an imaginary part of the same shape.
struct ComplexValue {
  var real: MathValue
  var imaginary: MathValue

  init(_ real: MathValue, _ imaginary: MathValue) {
    self.real = real
    self.imaginary = imaginary
  }

  /// A real value.
  init(_ real: MathValue) { self.init(real, real.map { _ in .zero }) }

  /// The imaginary unit.
  static let unit = ComplexValue(.scalar(.zero), .scalar(.one))

  var negated: ComplexValue { ComplexValue(real.map { -$0 }, imaginary.map { -$0 }) }
  var conjugate: ComplexValue { ComplexValue(real, imaginary.map { -$0 }) }
  var transposed: ComplexValue { ComplexValue(real.transposed, imaginary.transposed) }

  func adding(_ other: ComplexValue) throws(EvaluationFailure) -> ComplexValue {
    ComplexValue(
      try real.combined(with: other.real, named: "+", +),
      try imaginary.combined(with: other.imaginary, named: "+", +))
  }

  func multiplied(by other: ComplexValue, sign: ProductSign) throws(EvaluationFailure) -> ComplexValue {
    let a = try real.multiplied(by: other.real, sign: sign)
    let b = try imaginary.multiplied(by: other.imaginary, sign: sign)
    let c = try real.multiplied(by: other.imaginary, sign: sign)
    let d = try imaginary.multiplied(by: other.real, sign: sign)
    return ComplexValue(try a.combined(with: b, named: "-", -), try c.combined(with: d, named: "+", +))
  }

  func divided(by other: ComplexValue) throws(EvaluationFailure) -> ComplexValue {
    guard case .scalar(let a) = other.real, case .scalar(let b) = other.imaginary else {
      throw .notEvaluable("a complex quotient of matrices")
    }
    let square = a * a + b * b
    let inverse = ComplexValue(.scalar(a / square), .scalar(-b / square))
    return try multiplied(by: inverse, sign: .dot)
  }

  /// The distance from zero.
  func magnitude() throws(EvaluationFailure) -> MathScalar {
    let (a, b) = try parts()
    return (a * a + b * b).squareRoot
  }

  /// The angle between −π and π.
  func argument() throws(EvaluationFailure) -> MathScalar {
    let (a, b) = try parts()
    if b.value == 0, a.value > 0 { return .zero }
    let pi = MathScalar(value: .pi, uncertainty: 4e-16)
    if a.value.magnitude >= b.value.magnitude {
      let angle = (b / a).applying(.arctangent) ?? .zero
      return a.value > 0 ? angle : (b.value < 0 ? angle - pi : angle + pi)
    }
    let angle = (a / b).applying(.arctangent) ?? .zero
    let half = pi / MathScalar(Rational(2))
    return b.value < 0 ? -half - angle : half - angle
  }

  func exponential() throws(EvaluationFailure) -> ComplexValue {
    let (a, b) = try parts()
    guard let cosine = b.applying(.cosine), let sine = b.applying(.sine) else { return self }
    let size = a.exponential
    return ComplexValue(.scalar(size * cosine), .scalar(size * sine))
  }

  /// The principal logarithm.
  func logarithm() throws(EvaluationFailure) -> ComplexValue {
    ComplexValue(.scalar(try magnitude().naturalLogarithm), .scalar(try argument()))
  }

  /// The principal power; whole exponents by multiplication.
  func raised(to exponent: ComplexValue) throws(EvaluationFailure) -> ComplexValue {
    if case .scalar(let power) = exponent.real, case .scalar(let rest) = exponent.imaginary, rest.value == 0,
      let whole = power.integer, whole.magnitude <= 64
    {
      var result = ComplexValue(.scalar(.one))
      for _ in 0..<whole.magnitude { result = try multiplied(by: result, sign: .dot) }
      return whole < 0 ? try ComplexValue(.scalar(.one)).divided(by: result) : result
    }
    return try exponent.multiplied(by: logarithm(), sign: .dot).exponential()
  }

  /// The real and imaginary part of a single number; throws for vectors and matrices.
  private func parts() throws(EvaluationFailure) -> (MathScalar, MathScalar) {
    guard case .scalar(let a) = real, case .scalar(let b) = imaginary else {
      throw .notEvaluable("this function of a complex matrix")
    }
    return (a, b)
  }

  var isFinite: Bool { real.isFinite && imaginary.isFinite }

  /// Whether all numbers are zero.
  var isZero: Bool { (real.scalars + imaginary.scalars).allSatisfy { $0.value == 0 } }

  /// Compares both parts.
  func agreement(with other: ComplexValue) -> Agreement {
    guard real.hasSameNumbers(as: other.real) else { return .differs }
    // A part may be zero up to rounding; the other part gives the scale.
    let parts = [real.agreement(with: other.real), imaginary.agreement(with: other.imaginary)]
    if parts.contains(.differs) { return .differs }
    return parts.contains(.blurred) ? .blurred : .agrees
  }
}
