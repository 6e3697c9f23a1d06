/// The reason why a step does not count.
///
/// Parameters and state are unchanged, except after ``nonFiniteParameter(index:)``.
public enum StepError: Error, Equatable, Sendable {
  /// The gradient and the parameters have different lengths.
  case gradientCount(expected: Int, found: Int)

  /// The optimizer has state for another number of parameters; call `reset()` to start again with new ones.
  case parameterCount(expected: Int, found: Int)

  /// The gradient (weight decay included) is NaN or infinite at `index`, the first such place.
  case nonFiniteGradient(index: Int)

  /// The gradient is finite, but so large at `index`, the first such place, that its square would overflow and
  /// freeze the parameter for ever. `limit` is the largest magnitude accepted.
  case gradientOverflow(index: Int, limit: Double)

  /// A hyper-parameter has an invalid value.
  case hyperparameter(InvalidHyperparameter)

  /// The parameter at `index`, the first such place, is not finite after the step: it overflowed, or was not finite
  /// before. Parameters and state have changed.
  case nonFiniteParameter(index: Int)

  /// The number of arrays of parameters or gradients is not the number of groups.
  case groupCount(expected: Int, found: Int)

  /// The error of one group. No group was updated, except after ``nonFiniteParameter(index:)``.
  indirect case group(index: Int, StepError)
}

extension StepError: CustomStringConvertible {
  /// The error as a sentence: the rule, the position, the fix.
  public var description: String {
    switch self {
    case .gradientCount(let expected, let found):
      "the gradient has \(found) elements, the parameters have \(expected); nothing was changed"
    case .parameterCount(let expected, let found):
      "the optimizer keeps state for \(expected) parameters but got \(found); nothing was changed; "
        + "use one optimizer per array, or reset() this one"
    case .nonFiniteGradient(let index):
      "the gradient is not finite at index \(index); nothing was changed"
    case .gradientOverflow(let index, let limit):
      "the gradient at index \(index) is larger than \(limit), its square would overflow; "
        + "nothing was changed; clip it or scale the loss"
    case .hyperparameter(let invalid):
      "\(invalid.description); nothing was changed"
    case .nonFiniteParameter(let index):
      "the parameter at index \(index) is not finite after the step: it overflowed, or was not finite before; "
        + "start again from finite parameters, with a smaller rate"
    case .groupCount(let expected, let found):
      "there are \(expected) groups but \(found) arrays; nothing was changed"
    case .group(let index, let error):
      "group \(index): \(error.description)"
    }
  }
}
