/// What the audit says about one step of a chain.
public enum Verdict: Hashable, Sendable {
  /// Both sides agree, at the precision written.
  case holds
  /// The sides differ.
  case fails(Discrepancy)
  /// The left side gets its meaning here; there is nothing to compare.
  case definition
  /// It cannot be decided.
  case undetermined(Uncertainty)
  /// The text could not be read.
  case unreadable(ReadingError)

  /// The verdict in one word, as in the JSON of the audit.
  public var name: String {
    switch self {
    case .holds: "holds"
    case .fails: "fails"
    case .definition: "definition"
    case .undetermined: "undetermined"
    case .unreadable: "unreadable"
    }
  }

  /// The reason, if it cannot be decided.
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

/// Why a step cannot be decided.
public enum Uncertainty: Hashable, Sendable {
  /// These quantities have no value, and the step is no identity in them.
  case free([String])
  /// The relation compares no values: `\in`, `\sim`, `\propto`, `\to`.
  case relation(Relation.Kind)
  /// Something in it has no value: a limit, an expectation.
  case notEvaluable(EvaluationFailure)
  /// It holds if these quantities are zero, which the text may have said in words.
  case holdsIfZero([String])
  /// The sides differ as they were read, but the text may mean something else.
  case ambiguous
}
