import Formulas

/// Determines the role of each statement of a formula from the words around it.
struct RoleReader {
  let surroundings: Surroundings
  let isDisplay: Bool

  /// The role of the whole formula, by the words around it.
  var role: StatementRole {
    if RoleCues.refutes(surroundings.before) || RoleCues.refutes(surroundings.after) { return .refuted }
    if let role = roleBehind { return role }
    return roleBefore ?? .bare
  }

  /// The role by the last words before the formula. A comma after another formula ends the clause of a condition:
  /// "when x = 1, f(x) = 3".
  private var roleBefore: StatementRole? {
    let words = surroundings.before
    guard let role = RoleCues.lastRole(in: words) else { return nil }
    guard role == .condition || role == .setting, let last = words.lastIndex(of: "§") else { return role }
    let behind = words[last...].dropFirst()
    if RoleCues.lastRole(in: String(behind)) != nil { return role }
    let separator = behind.first { $0 != " " }
    // "With a = 2 and b = 3: a + b = 5" gives a result.
    if separator == ":" || separator == "：" { return .claim }
    if role == .setting { return role }
    if separator == "," || separator == "，" { return isDisplay ? .claim : nil }
    return role
  }

  /// The role that the words after the formula give: "… holds if", "… when", "… 时".
  private var roleBehind: StatementRole? {
    let words = surroundings.after.drop { $0 == " " }
    for (cue, role) in Self.behind where words.hasPrefix(cue) { return role }
    return nil
  }

  private static let behind: [(String, StatementRole)] = [
    ("时", .condition), ("的情况", .condition), ("的条件", .condition), ("的解", .goal), ("有解", .goal), ("无解", .goal),
    ("has no", .goal), ("has a solution", .goal), ("has exactly", .goal), ("has two", .goal),
    ("has only", .goal),
    ("if and only if", .condition), ("is equivalent", .condition), ("for some", .condition),
    ("holds", .condition),
    ("iff", .condition), ("would", .condition), ("if ", .condition), ("when ", .condition),
    ("unless", .condition),
  ]
}

extension Statement {
  /// Whether the formula contains an arrow of implication, so that the statement is a premise or a conclusion.
  func isLinked(in latex: String) -> Bool {
    if relations.contains(where: { $0.kind == .tends }) { return true }
    // The arrow of a limit links nothing.
    let latex = latex.replacing(/\\lim\s*_\s*\{[^}]*\}/, with: "")
    return [
      "\\Rightarrow", "\\implies", "\\iff", "\\Leftrightarrow", "\\Longrightarrow", "\\Longleftrightarrow",
      "⇒",
      "⇔", "\\Leftarrow", "\\impliedby", "if and only if", "{iff}", "当且仅当",
    ]
    .contains { latex.contains($0) }
  }

  /// The role that words within the formula give the statement: `\text{if } x > 0`.
  func role(in latex: String) -> StatementRole? {
    let bytes = Array(latex.utf8)
    let start = min(position.utf8Offset, bytes.count)
    let before = String(decoding: bytes[max(0, start - 48)..<start], as: UTF8.self)
    guard let text = before.components(behind: "\\text").last else { return nil }
    let words = text.drop { $0 != "{" }.dropFirst().prefix { $0 != "}" }.lowercased()
    let rest = text.drop { $0 != "}" }.dropFirst()
    guard rest.allSatisfy({ " ~\\,;:quad".contains($0) }) else { return nil }
    let conjunction = words.filter { $0 != " " }
    if ["or", "或", "或者"].contains(conjunction) {
      // "a = b or = c" gives alternatives, "x = 2 or x = 3" a list of solutions.
      return continuesPrevious ? .condition : nil
    }
    if ["and", "和"].contains(conjunction) { return nil }
    return RoleCues.lastRole(in: words)
  }
}

extension String {
  /// The rest of the text after each occurrence of a word.
  fileprivate func components(behind word: String) -> [Substring] {
    ranges(of: word).map { self[$0.upperBound...] }
  }
}
