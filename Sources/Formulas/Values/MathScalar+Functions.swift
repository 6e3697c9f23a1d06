import ElementaryNumerics

extension MathScalar {
  /// The square root, exact for squares of fractions.
  var squareRoot: MathScalar {
    let root = value.squareRoot()
    return composed(root, 0.5 / root, -0.25 / (root * value), exact: exact?.squareRoot)
  }

  /// The absolute value, with zero as its derivative at zero.
  var magnitude: MathScalar {
    value < 0
      ? -self
      : (value == 0 ? MathScalar(value: value.magnitude, exact: exact, uncertainty: uncertainty) : self)
  }

  /// −1, 0 or 1.
  var sign: MathScalar { MathScalar(Rational(value > 0 ? 1 : (value < 0 ? -1 : 0))) }

  var exponential: MathScalar {
    let result = RealFunctions.exp(value)
    return composed(result, result, result, exact: exact == Rational(0) ? Rational(1) : nil)
  }

  var naturalLogarithm: MathScalar {
    composed(
      RealFunctions.log(value), 1 / value, -1 / (value * value),
      exact: exact == Rational(1) ? Rational(0) : nil)
  }

  /// `self` to the power of `exponent`, exact for whole exponents.
  func raised(to exponent: MathScalar) -> MathScalar {
    if exponent.first == 0, exponent.second == 0 {
      if let whole = exponent.integer {
        return composed(
          RealFunctions.power(value, Double(whole)),
          whole == 0 ? 0 : Double(whole) * RealFunctions.power(value, Double(whole - 1)),
          whole == 0 || whole == 1
            ? 0 : Double(whole) * Double(whole - 1) * RealFunctions.power(value, Double(whole - 2)),
          exact: exact?.raised(to: whole))
      }
      let p = exponent.value
      let half = p == 0.5 ? exact?.squareRoot : nil
      return composed(
        RealFunctions.power(value, p), p * RealFunctions.power(value, p - 1),
        p * (p - 1) * RealFunctions.power(value, p - 2), exact: half)
    }
    return (exponent * naturalLogarithm).exponential
  }

  /// The value of a named function of one variable.
  func applying(_ function: ElementaryFunction) -> MathScalar? {
    let x = value
    switch function {
    case .exponential: return exponential
    case .naturalLogarithm: return naturalLogarithm
    case .binaryLogarithm: return naturalLogarithm / MathScalar(RealFunctions.log(2))
    case .decimalLogarithm: return naturalLogarithm / MathScalar(RealFunctions.log(10))
    case .sine: return composed(RealFunctions.sin(x), RealFunctions.cos(x), -RealFunctions.sin(x))
    case .cosine: return composed(RealFunctions.cos(x), -RealFunctions.sin(x), -RealFunctions.cos(x))
    case .tangent:
      let t = RealFunctions.tan(x)
      return composed(t, 1 + t * t, 2 * t * (1 + t * t))
    case .hyperbolicTangent:
      let t = RealFunctions.tanh(x)
      return composed(t, 1 - t * t, -2 * t * (1 - t * t))
    case .hyperbolicSine: return composed(RealFunctions.sinh(x), RealFunctions.cosh(x), RealFunctions.sinh(x))
    case .hyperbolicCosine:
      return composed(RealFunctions.cosh(x), RealFunctions.sinh(x), RealFunctions.cosh(x))
    case .arcsine:
      let d = 1 / (1 - x * x).squareRoot()
      return composed(RealFunctions.arcsin(x), d, x * d * d * d)
    case .arccosine:
      let d = 1 / (1 - x * x).squareRoot()
      return composed(RealFunctions.arccos(x), -d, -x * d * d * d)
    case .arctangent:
      let d = 1 / (1 + x * x)
      return composed(RealFunctions.arctan(x), d, -2 * x * d * d)
    case .logistic:
      let s = 1 / (1 + RealFunctions.exp(-x))
      return composed(s, s * (1 - s), s * (1 - s) * (1 - 2 * s))
    case .rectifier: return x > 0 ? self : MathScalar(Rational(0))
    case .softplus:
      let s = 1 / (1 + RealFunctions.exp(-x))
      let soft = x > 30 ? x : RealFunctions.log(1 + RealFunctions.exp(x))
      return composed(soft, s, s * (1 - s))
    case .sign: return sign
    case .squareRoot: return squareRoot
    case .absolute: return magnitude
    case .floor: return exact.map { MathScalar($0.floor) } ?? MathScalar(snapped.rounded(.down))
    case .ceiling:
      return exact.map { MathScalar($0.negated.floor.negated) } ?? MathScalar(snapped.rounded(.up))
    case .factorial: return factorial
    case .secant: return reciprocal(of: .cosine)
    case .cosecant: return reciprocal(of: .sine)
    case .cotangent: return reciprocal(of: .tangent)
    case .hyperbolicSecant: return reciprocal(of: .hyperbolicCosine)
    case .hyperbolicCosecant: return reciprocal(of: .hyperbolicSine)
    case .hyperbolicCotangent: return reciprocal(of: .hyperbolicTangent)
    case .areaSine:
      let d = 1 / (1 + x * x).squareRoot()
      return composed(RealFunctions.areaSine(x), d, -x * d * d * d)
    case .areaCosine:
      let d = 1 / (x * x - 1).squareRoot()
      return composed(RealFunctions.areaCosine(x), d, -x * d * d * d)
    case .areaTangent:
      let d = 1 / (1 - x * x)
      return composed(RealFunctions.areaTangent(x), d, 2 * x * d * d)
    case .conjugate, .realPart: return self
    case .imaginaryPart: return .zero
    case .argument: return value < 0 ? MathScalar(value: .pi, uncertainty: 4e-16) : .zero
    case .maximum, .minimum, .mean, .median, .softmax, .trace, .determinant, .adjugate, .diagonal, .rank,
      .logarithm,
      .binomial,
      .remainder, .greatestCommonDivisor, .leastCommonMultiple:
      return nil
    }
  }

  private func reciprocal(of function: ElementaryFunction) -> MathScalar? {
    applying(function).map { MathScalar(Rational(1)) / $0 }
  }

  /// The n-th root; real for a negative number if n is odd.
  func root(_ order: MathScalar) -> MathScalar {
    if order.integer == 2 { return squareRoot }
    let exponent = MathScalar(Rational(1)) / order
    if value < 0, let n = order.integer, n % 2 != 0 { return -(-self).raised(to: exponent) }
    let result = raised(to: exponent)
    // The cube root of 8 is 2 and not 1.9999999999999998.
    guard let exact, let n = order.integer, n > 0, let whole = Int(exactly: result.value.rounded()),
      Rational(whole).raised(to: n) == exact
    else { return result }
    return MathScalar(
      value: result.value, exact: Rational(whole), first: result.first, second: result.second)
  }

  /// The nearest whole number if the value may be it up to rounding, else the value.
  private var snapped: Double {
    let whole = value.rounded()
    return (value - whole).magnitude <= 8 * uncertainty ? whole : value
  }

  private var factorial: MathScalar? {
    guard let n = integer, n >= 0, n <= 170 else { return nil }
    if n == 0 { return MathScalar(Rational(1)) }
    return (1...n).reduce(MathScalar(Rational(1))) { $0 * MathScalar(Rational($1)) }
  }
}
