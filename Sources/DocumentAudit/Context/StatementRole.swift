/// What a statement does in its text.
public enum StatementRole: String, Hashable, Sendable, Codable {
  /// The text says that it is so.
  case claim
  /// Nothing near it says more than the formula.
  case bare
  /// It gives a name its meaning: "let", "where", 设.
  case definition
  /// It says when something else holds: "if", "when", "for", 当.
  case condition
  /// The words before it name what it is about: "for", "with", "at", "consider".
  case setting
  /// It is to be solved, shown or reached: "solve", "such that", 求.
  case goal
  /// The text itself calls it wrong.
  case refuted

  /// Whether the text may not mean that the statement holds. What stands on its own is more than a setting.
  func isOpen(inDisplay isDisplay: Bool) -> Bool {
    switch self {
    case .claim, .bare: false
    case .definition, .condition, .goal, .refuted: true
    case .setting: !isDisplay
    }
  }
}
