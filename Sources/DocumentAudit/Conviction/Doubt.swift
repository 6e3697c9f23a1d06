/// Why two sides that differ, as they were read, are no accusation.
public enum Doubt: Hashable, Sendable {
  /// The words say that the statement is no claim.
  case role(StatementRole)
  /// It stands before or behind an arrow of implication.
  case implication
  /// It orders quantities, which may be a condition.
  case comparison
  /// It leaves something out: `\dots`.
  case ellipsis
  /// i or j may be the imaginary unit.
  case imaginaryUnit
  /// It uses something whose meaning is not known: a function, a derivative, a set.
  case unknown(String)
  /// It holds when it is read in another way.
  case reading(Reading)
  /// These names have several meanings in the document, or got theirs elsewhere.
  case meaning([String])
  /// The document speaks of orthogonal, symmetric or like quantities, and it may rest on that.
  case hypothesis
  /// The difference is what rounding may leave.
  case rounding
  /// No small change makes it right, so that it may say something else.
  case noRepair
  /// It holds for the values of these quantities only, and may be meant for all.
  case onlyForValues([String])
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
    case .noRepair: "no small change makes it right; it may be a condition or use a hypothesis"
    case .onlyForValues(let names): "it holds for the values of \(names.joined(separator: ", ")) only"
    }
  }
}

extension StatementRole {
  fileprivate var message: String {
    switch self {
    case .claim, .bare: "nothing says whether it is a claim"
    case .definition: "it may be a definition"
    case .setting: "the words before it name what it is about"
    case .condition: "the text states it as a condition"
    case .goal: "the text wants to solve or reach it"
    case .refuted: "the text itself may call it wrong"
    }
  }
}
