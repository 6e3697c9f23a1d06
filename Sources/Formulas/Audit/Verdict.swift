/// The verdict on one step of a chain.
public enum Verdict: Hashable, Sendable {
  /// Both sides agree within the written precision.
  case holds
  /// The sides differ.
  case fails(Discrepancy)
  /// The step defines the left side; there is nothing to compare.
  case definition
  /// The audit cannot decide the step.
  case undetermined(Uncertainty)
  /// The text could not be read.
  case unreadable(ReadingError)

  /// The verdict without its evidence. The raw values are the words of the audit's JSON.
  public enum Kind: String, CaseIterable, Sendable {
    case holds
    case fails
    case definition
    case undetermined
    case unreadable
  }

  /// The verdict without its evidence.
  public var kind: Kind {
    switch self {
    case .holds: .holds
    case .fails: .fails
    case .definition: .definition
    case .undetermined: .undetermined
    case .unreadable: .unreadable
    }
  }

  /// The reason, if the step is undetermined.
  public var uncertainty: Uncertainty? {
    guard case .undetermined(let uncertainty) = self else { return nil }
    return uncertainty
  }

  /// The discrepancy, if the step fails.
  public var discrepancy: Discrepancy? {
    guard case .fails(let discrepancy) = self else { return nil }
    return discrepancy
  }
}

/// The reason why a step cannot be decided.
public enum Uncertainty: Hashable, Sendable {
  /// These quantities have no value, and the step is not an identity in them.
  case free([String])
  /// The relation does not compare values: `\in`, `\sim`, `\propto`, `\to`.
  case relation(Relation.Kind)
  /// A part of the step has no value: a limit, an expectation.
  case notEvaluable(EvaluationFailure)
  /// The step holds if these quantities are zero, and the text may say so in words.
  case holdsIfZero([String])
  /// The sides differ as they were read, but the text may mean something else.
  case ambiguous
}
