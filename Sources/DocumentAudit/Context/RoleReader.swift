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

  /// Whether the words say that the formula holds for everything: "for any vectors, …", "… for all x", 始终成立.
  func isUniversal(_ role: StatementRole) -> Bool {
    guard role == .claim || role == .setting || role == .bare else { return false }
    let behind = surroundings.after.drop { $0 == " " || $0 == "," || $0 == "，" }
    if Self.universalBehind.contains(where: { behind.hasPrefix($0) }) { return true }
    let before = surroundings.before.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if Self.existential.contains(where: { before.lowercased().contains($0) }) { return false }
    return Self.universalBefore.contains { before.contains($0) }
      && (",，:：".contains(before.last ?? ".")
        || ["有", "we have", "it holds that"].contains { before.hasSuffix($0) })
  }

  /// Words that only suppose what follows.
  private static let existential = ["if there ", "there exist", "such that", "若存在", "如果存在", "存在", "使得"]

  private static let universalBefore = [
    "for any ", "for all ", "for every ", "for each ", "for arbitrary ", "任意", "任何", "所有", "一切",
  ]
  private static let universalBehind = [
    "for any ", "for all ", "for every ", "for each ", "始终成立", "恒成立", "总成立", "总是成立", "对任意", "对所有", "对于任意",
    "对于所有",
  ]

  /// The role by the last words before the formula. A comma after another formula ends the clause of a condition:
  /// "when x = 1, f(x) = 3".
  private var roleBefore: StatementRole? {
    let words = surroundings.before
    guard let role = RoleCues.lastRole(in: words) else { return nil }
    // "so the new value is §", 所以更新量为 §
    if role == .bare, Self.concludes(words) { return .claim }
    guard role == .condition || role == .setting, let last = words.lastIndex(of: "§") else { return role }
    var behind = words[last...].dropFirst().drop { $0 == " " }
    // "当 § 时，§"
    if ["时，", "时,"].contains(where: { behind.hasPrefix($0) }) { behind = behind.dropFirst() }
    if RoleCues.lastRole(in: String(behind)) != nil { return role }
    let separator = behind.first { $0 != " " }
    // "With a = 2 and b = 3: a + b = 5" gives a result.
    if separator == ":" || separator == "：" { return .claim }
    if separator == "," || separator == "，", isMainClause(behind) { return .claim }
    if role == .setting { return role }
    if separator == "," || separator == "，" { return isDisplay ? .claim : nil }
    return role
  }

  /// Whether the formula is all that follows the clause of a condition at the beginning of its sentence: "For $x > 0$,
  /// $e^x > 1 + x$."
  private func isMainClause(_ behind: Substring) -> Bool {
    guard behind.allSatisfy({ ",， ".contains($0) }), surroundings.before.count(where: { $0 == "§" }) == 1,
      surroundings.after.allSatisfy({ ".。 ".contains($0) })
    else { return false }
    let words = surroundings.before.drop { " .。\n".contains($0) }
    return ["for ", "if ", "when ", "若", "当", "对"].contains { words.hasPrefix($0) }
  }

  /// Whether the last clause of some words begins with a conclusion and leads to the formula by "is" or 为.
  private static func concludes(_ words: String) -> Bool {
    let clause = words.split { ",，;；".contains($0) }.last.map { $0.drop { $0 == " " } } ?? ""
    let verbs = [" is", " are", "为", "是"]
    let end = clause.reversed().drop { $0 == " " }.reversed()
    if results.contains(where: { String(end).hasSuffix($0) }), !clause.contains("§") { return true }
    if conditions.contains(where: { clause.contains($0) }) { return false }
    return conclusions.contains { clause.hasPrefix($0) } && verbs.contains { String(end).hasSuffix($0) }
      && !clause.contains("§")
  }

  /// The ends of clauses that give a result of what the text has written out before: "its norm is §".
  private static let results = [
    "norm is", "trace is", "determinant is", "rank is", "transpose is", "inverse is", "jacobian is",
    "hessian is",
    "mean is", "average is", "范数为", "迹为", "行列式为", "秩为", "转置为", "逆矩阵为", "平均数为", "均值为", "平均值为",
  ]

  /// Words for an equation or an inequality that nothing claims: "so the constraint is §".
  private static let conditions = [
    "constraint", "condition", "equation", "inequality", "problem", "hypothes", "约束", "条件", "方程", "不等式", "问题",
  ]

  private static let conclusions = [
    "so ", "thus ", "hence ", "therefore ", "所以", "因此", "故", "于是", "从而",
  ]

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
    let latex =
      latex.contains("\\lim") ? latex.replacing(/\\lim\s*_\s*\{[^}]*\}/, with: "") : latex
    return [
      "\\Rightarrow", "\\implies", "\\iff", "\\Leftrightarrow", "\\Longrightarrow", "\\Longleftrightarrow",
      "⇒",
      "⇔", "\\Leftarrow", "\\impliedby", "if and only if", "{iff}", "当且仅当",
    ]
    .contains { latex.contains($0) }
  }

  /// Whether the statement is one of the constraints of a problem, below "s.t.".
  private func isConstraint(in before: String) -> Bool {
    relations.contains { $0.kind.isComparison }
      && ["s.t.", "s. t.", "subject to", "subject~to", "约束"].contains { before.contains($0) }
  }

  /// The role that words within the formula give the statement: `\text{if } x > 0`.
  func role(in latex: String) -> StatementRole? {
    let bytes = Array(latex.utf8)
    let start = min(position.utf8Offset, bytes.count)
    if isConstraint(in: String(decoding: bytes[..<start], as: UTF8.self)) { return .goal }
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
