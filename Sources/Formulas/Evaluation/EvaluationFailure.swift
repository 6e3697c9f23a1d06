/// The reason why a formula has no value.
public enum EvaluationFailure: Error, Hashable, Sendable {
  /// A symbol, or a call of an unknown function, has no value here.
  case unbound(String)
  /// The shapes of two operands do not fit the operation.
  case shapeMismatch(operation: String, left: MathShape, right: MathShape)
  /// The operation has no value for these operands; the text names the operation.
  case undefined(String)
  /// The evaluator does not support this part or gives up on it; the text names the part.
  case notEvaluable(String)
  /// The evaluation visited too many nodes or terms.
  case tooManySteps
}
