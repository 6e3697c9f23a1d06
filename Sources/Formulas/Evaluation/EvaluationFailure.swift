/// Why a formula has no value.
public enum EvaluationFailure: Error, Hashable, Sendable {
  /// A symbol, or a call of an unknown function, has no value here.
  case unbound(String)
  /// An elementwise operation met two arrangements that do not fit.
  case shapeMismatch(operation: String, left: MathShape, right: MathShape)
  /// The operation has no value for these operands; the text names it.
  case undefined(String)
  /// The formula can be read but not evaluated: limits, integrals, sets.
  case notEvaluable(String)
  /// Sums and products ran over too many terms.
  case tooManySteps
}
