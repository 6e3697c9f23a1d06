/// A function with the same name in all texts.
public enum ElementaryFunction: String, Hashable, Sendable {
  case exponential = "exp"
  case naturalLogarithm = "log"
  case binaryLogarithm = "log2"
  case decimalLogarithm = "log10"
  case sine = "sin"
  case cosine = "cos"
  case tangent = "tan"
  case hyperbolicTangent = "tanh"
  case hyperbolicSine = "sinh"
  case hyperbolicCosine = "cosh"
  case arcsine = "arcsin"
  case arccosine = "arccos"
  case arctangent = "arctan"
  case secant = "sec"
  case cosecant = "csc"
  case cotangent = "cot"
  case hyperbolicSecant = "sech"
  case hyperbolicCosecant = "csch"
  case hyperbolicCotangent = "coth"
  case areaSine = "arsinh"
  case areaCosine = "arcosh"
  case areaTangent = "artanh"
  /// 1/(1 + e⁻ˣ), written `\sigma(x)` or `\text{sigmoid}(x)`.
  case logistic = "sigmoid"
  /// max(0, x).
  case rectifier = "relu"
  case softplus = "softplus"
  case sign = "sign"
  case squareRoot = "sqrt"
  case absolute = "abs"
  case floor = "floor"
  case ceiling = "ceil"
  case factorial = "factorial"
  /// The largest of several arguments, element by element, or of one vector's components.
  case maximum = "max"
  /// The smallest of several arguments, element by element, or of one vector's components.
  case minimum = "min"
  case mean = "mean"
  case median = "median"
  case softmax = "softmax"
  case trace = "tr"
  case determinant = "det"
  /// The transpose of the matrix of cofactors.
  case adjugate = "adj"
  case diagonal = "diag"
  case rank = "rank"
  case conjugate = "conj"
  case realPart = "Re"
  case imaginaryPart = "Im"
  /// The angle of a complex number.
  case argument = "arg"
  /// The logarithm of the second argument to the base of the first.
  case logarithm = "log_b"
  /// The binomial coefficient n over k.
  case binomial = "binom"
  /// The remainder of dividing the first argument by the second; it has the sign of the second.
  case remainder = "mod"
  case greatestCommonDivisor = "gcd"
  case leastCommonMultiple = "lcm"

  /// The function that a LaTeX command or an upright name denotes.
  package static func named(_ name: String) -> ElementaryFunction? { names[name] }

  /// The inverse function, if `f^{-1}` means it; nil otherwise.
  var inverse: ElementaryFunction? {
    switch self {
    case .sine: .arcsine
    case .cosine: .arccosine
    case .tangent: .arctangent
    case .hyperbolicSine: .areaSine
    case .hyperbolicCosine: .areaCosine
    case .hyperbolicTangent: .areaTangent
    default: nil
    }
  }

  private static let names: [String: ElementaryFunction] = [
    "exp": .exponential, "ln": .naturalLogarithm, "log": .naturalLogarithm, "lg": .decimalLogarithm,
    "sin": .sine, "cos": .cosine, "tan": .tangent, "tanh": .hyperbolicTangent, "sinh": .hyperbolicSine,
    "cosh": .hyperbolicCosine, "arcsin": .arcsine, "arccos": .arccosine, "arctan": .arctangent,
    "sigmoid": .logistic, "Sigmoid": .logistic, "relu": .rectifier, "ReLU": .rectifier, "softplus": .softplus,
    "sign": .sign, "sgn": .sign, "sqrt": .squareRoot, "abs": .absolute, "max": .maximum, "min": .minimum,
    "floor": .floor, "ceil": .ceiling, "mean": .mean, "median": .median, "softmax": .softmax,
    "Softmax": .softmax,
    "tr": .trace, "Tr": .trace, "trace": .trace, "det": .determinant, "adj": .adjugate, "adjugate": .adjugate,
    "diag": .diagonal,
    "rank": .rank, "rk": .rank, "sec": .secant, "csc": .cosecant, "cosec": .cosecant, "cot": .cotangent,
    "ctg": .cotangent, "tg": .tangent, "sech": .hyperbolicSecant, "csch": .hyperbolicCosecant,
    "coth": .hyperbolicCotangent, "arcsinh": .areaSine, "arsinh": .areaSine, "asinh": .areaSine,
    "arccosh": .areaCosine, "arcosh": .areaCosine, "acosh": .areaCosine, "arctanh": .areaTangent,
    "artanh": .areaTangent, "atanh": .areaTangent, "arctg": .arctangent, "gcd": .greatestCommonDivisor,
    "lcm": .leastCommonMultiple,
    "Re": .realPart, "Im": .imaginaryPart, "conj": .conjugate, "Arg": .argument,
  ]
}
