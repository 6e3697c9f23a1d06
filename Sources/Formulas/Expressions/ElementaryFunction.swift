/// A function that every text knows by the same name.
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
  case softmax = "softmax"
  case trace = "tr"
  case determinant = "det"
  case diagonal = "diag"

  /// The function that a LaTeX command or an upright name denotes.
  package static func named(_ name: String) -> ElementaryFunction? { names[name] }

  private static let names: [String: ElementaryFunction] = [
    "exp": .exponential, "ln": .naturalLogarithm, "log": .naturalLogarithm, "lg": .decimalLogarithm,
    "sin": .sine, "cos": .cosine, "tan": .tangent, "tanh": .hyperbolicTangent, "sinh": .hyperbolicSine,
    "cosh": .hyperbolicCosine, "arcsin": .arcsine, "arccos": .arccosine, "arctan": .arctangent,
    "sigmoid": .logistic, "Sigmoid": .logistic, "relu": .rectifier, "ReLU": .rectifier, "softplus": .softplus,
    "sign": .sign, "sgn": .sign, "sqrt": .squareRoot, "abs": .absolute, "max": .maximum, "min": .minimum,
    "floor": .floor, "ceil": .ceiling, "mean": .mean, "softmax": .softmax, "Softmax": .softmax,
    "tr": .trace, "Tr": .trace, "trace": .trace, "det": .determinant, "diag": .diagonal,
  ]
}
