extension MathScalar {
  static let zero = MathScalar(Rational(0))
  static let one = MathScalar(Rational(1))

  /// The value of a named function of two numbers; nil if it has none.
  func applying(_ function: ElementaryFunction, _ other: MathScalar) -> MathScalar? {
    switch function {
    case .logarithm: Self.logarithm(of: other, base: self)
    case .binomial: Self.binomial(self, other)
    case .remainder: Self.remainder(of: self, by: other)
    case .greatestCommonDivisor: Self.commonDivisor(self, other)
    case .leastCommonMultiple: Self.commonMultiple(self, other)
    default: nil
    }
  }

  /// The logarithm; exact if the number is a whole power of the base.
  private static func logarithm(of number: MathScalar, base: MathScalar) -> MathScalar {
    let quotient = number.naturalLogarithm / base.naturalLogarithm
    guard let power = number.exact, let root = base.exact, quotient.value.magnitude < 200,
      root.raised(to: Int(quotient.value.rounded())) == power
    else { return quotient }
    return MathScalar(
      value: quotient.value, exact: Rational(Int(quotient.value.rounded())), first: quotient.first,
      second: quotient.second)
  }

  /// n over k for whole k ≥ 0 and any n; zero for a negative k.
  private static func binomial(_ n: MathScalar, _ k: MathScalar) -> MathScalar? {
    guard var count = k.integer else { return nil }
    if let top = n.integer, top >= count, count > top - count { count = top - count }
    guard count >= 0 else { return .zero }
    guard count <= 1_000 else { return nil }
    var result = MathScalar.one
    for step in 0..<count {
      result = result * (n - MathScalar(Rational(step))) / MathScalar(Rational(step + 1))
    }
    return result
  }

  private static func remainder(of number: MathScalar, by divisor: MathScalar) -> MathScalar? {
    guard divisor.value != 0, let floor = (number / divisor).applying(.floor) else { return nil }
    return number - divisor * floor
  }

  private static func commonDivisor(_ a: MathScalar, _ b: MathScalar) -> MathScalar? {
    guard var x = a.integer?.magnitude, var y = b.integer?.magnitude else { return nil }
    while y != 0 { (x, y) = (y, x % y) }
    return Int(exactly: x).map { MathScalar(Rational($0)) }
  }

  private static func commonMultiple(_ a: MathScalar, _ b: MathScalar) -> MathScalar? {
    guard let divisor = commonDivisor(a, b) else { return nil }
    return divisor.value == 0 ? .zero : (a / divisor * b).magnitude
  }
}
