/// The role of a statement in its text.
public enum StatementRole: String, Hashable, Sendable, Codable {
  /// The text claims that the statement holds.
  case claim
  /// The words nearby give the statement no role.
  case bare
  /// The statement defines a name: "let", "where", 设.
  case definition
  /// The statement is a condition for another one: "if", "when", "for", 当.
  case condition
  /// The statement sets the scene: "for", "with", "at", "consider".
  case setting
  /// The text wants to solve, prove or reach the statement: "solve", "such that", 求.
  case goal
  /// The text itself calls the statement wrong.
  case refuted

  /// Whether the text may leave open that the statement holds. A display after such words as "for" still
  /// counts as a claim.
  func isOpen(inDisplay isDisplay: Bool) -> Bool {
    switch self {
    case .claim, .bare: false
    case .definition, .condition, .goal, .refuted: true
    case .setting: !isDisplay
    }
  }
}
