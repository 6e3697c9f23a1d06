/// The reason why the audit does not call a step wrong although its sides differ as they were read.
public enum Doubt: Hashable, Sendable {
  /// The words around the statement say that it is not a claim.
  case role(StatementRole)
  /// The statement stands before or after an arrow of implication.
  case implication
  /// The statement compares quantities, which may be a condition.
  case comparison
  /// The statement leaves terms out: `\dots`.
  case ellipsis
  /// i or j may be the imaginary unit.
  case imaginaryUnit
  /// The audit does not know the meaning of this part: a function, a derivative, a set.
  case unknown(String)
  /// The statement holds in another usual reading.
  case reading(Reading)
  /// These names may have another meaning here than elsewhere in the document.
  case meaning([String])
  /// The statement may rest on a hypothesis that the document mentions, such as "orthogonal" or "symmetric".
  case hypothesis
  /// Rounding may explain the difference.
  case rounding
  /// No small change makes the statement right, so it may mean something else.
  case noRepair
  /// The statement holds only for the current values of these quantities.
  case onlyForValues([String])
  /// The tests that could clear the statement take too long.
  case effort
}

extension Doubt {
  /// The reason in one sentence without a full stop.
  public var message: String {
    switch self {
    case .role(let role): role.message
    case .implication: "it is part of an implication"
    case .comparison: "the comparison may be a condition"
    case .ellipsis: "an ellipsis leaves terms out"
    case .imaginaryUnit: "i may be the imaginary unit"
    case .unknown(let name): "the meaning of \(name) is not known"
    case .reading(let reading): reading.message
    case .meaning(let names): "\(names.joined(separator: ", ")) may have another meaning here"
    case .hypothesis: "it may rest on a hypothesis that the text states in words"
    case .rounding: "the difference may be rounding"
    case .noRepair: "no small change makes it hold; it may be a condition or rest on a hypothesis"
    case .effort: "the tests take too long"
    case .onlyForValues(let names): "it holds only for the current values of \(names.joined(separator: ", "))"
    }
  }
}

extension StatementRole {
  fileprivate var message: String {
    switch self {
    case .claim, .bare: "nothing says whether it is a claim"
    case .definition: "it may be a definition"
    case .setting: "the words before it may only set the scene"
    case .condition: "the text states it as a condition"
    case .goal: "the text wants to solve or reach it"
    case .refuted: "the text itself may call it wrong"
    }
  }
}
