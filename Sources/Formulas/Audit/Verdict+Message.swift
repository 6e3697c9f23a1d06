extension Verdict {
  /// The verdict on a step as a sentence without a full stop.
  public func message(for step: JudgedStep) -> String {
    switch self {
    case .holds:
      guard let left = step.leftValue, let right = step.rightValue else { return "holds" }
      let error = left.relativeDifference(to: right)
      return error > 0 && error.isFinite
        ? "holds as written; off by \(NumberText.text(error * 100, significantDigits: 2)) % before rounding"
        : "holds"
    case .fails(let discrepancy): return discrepancy.message
    case .definition: return "defines \(step.left)"
    case .undetermined(let uncertainty): return uncertainty.message
    case .unreadable(let error): return "\(error.position): \(error)"
    }
  }
}

extension Uncertainty {
  /// The reason as a sentence without a full stop.
  public var message: String {
    switch self {
    case .free(let names): "undetermined: no value is known for \(names.joined(separator: ", "))"
    case .relation(let kind): "'\(kind.text)' does not compare values"
    case .notEvaluable(let failure): "undetermined: \(failure)"
    case .holdsIfZero(let names): "holds if \(names.joined(separator: ", ")) = 0"
    case .ambiguous: "undetermined: the text may mean something else"
    }
  }
}

extension EvaluationFailure: CustomStringConvertible {
  /// The reason in words, such as `x has no value`.
  public var description: String {
    switch self {
    case .unbound(let name): "\(name) has no value"
    case .shapeMismatch(let operation, let left, let right): "'\(operation)' of a \(left) and a \(right)"
    case .undefined(let text): "\(text) is not defined"
    case .notEvaluable(let text): "\(text) cannot be evaluated"
    case .tooManySteps: "the formula runs over too many terms"
    }
  }
}
