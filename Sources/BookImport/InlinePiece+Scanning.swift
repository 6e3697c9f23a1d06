extension InlinePiece {
  /// The role, the code span or the formula that a text begins with, and the number of its characters; nil if the text
  /// begins with other text.
  static func special(_ text: Substring, allowsSpaces: Bool) -> (piece: InlinePiece, length: Int)? {
    switch text.first {
    case "{", ":": return role(text)
    case "\\": return bracketed(text)
    case "`": return code(text).map { (.code(String($0)), $0.count) }
    case "$":
      if let formula = formula(text), !isAmount(formula, before: text[formula.endIndex...]) {
        // A space before the closing sign would make it text.
        let latex = formula.hasSuffix("\\ $") ? formula.dropLast(3) + "$" : formula
        return (.formula(String(latex)), formula.count)
      }
      return allowsSpaces ? spacedFormula(text) : nil
    default: return nil
    }
  }

  /// `{name}` or `:name:` in front of a code span.
  private static func role(_ text: Substring) -> (InlinePiece, Int)? {
    let isMyST = text.first == "{"
    guard let first = text.dropFirst().first, first.isASCII, first.isLetter || first == "_" && !isMyST
    else { return nil }
    let name = text.dropFirst().prefix { sign in
      sign.isLetter || sign.isNumber || sign == "_" || isMyST && ":+-".contains(sign)
    }
    guard text[name.endIndex...].hasPrefix(isMyST ? "}`" : ":`") else { return nil }
    let content = text[name.endIndex...].dropFirst(2).prefix { $0 != "`" }
    guard !content.isEmpty, content.endIndex < text.endIndex else { return nil }
    return (.role(name: String(name), content: String(content)), name.count + content.count + 4)
  }

  /// `\\\\(…\\\\)`, whose backslashes are doubled because Markdown removes one. It removes one of each pair in the formula, too.
  private static func bracketed(_ text: Substring) -> (InlinePiece, Int)? {
    guard text.hasPrefix("\\\\("), let end = text.firstRange(of: "\\\\)") else { return nil }
    let content = text[..<end.lowerBound].dropFirst(3)
    guard content.hasContent, !content.contains("\\\\(") else { return nil }
    let latex = content.replacing("\\\\\\\\", with: "\\\\").trimmingSpaces
    return (.formula("$\(latex)$"), text[..<end.upperBound].count)
  }

  /// A code span with its backticks.
  private static func code(_ text: Substring) -> Substring? {
    let mark = text.prefix { $0 == "`" }
    var rest = text[mark.endIndex...]
    while let start = rest.firstIndex(of: "`") {
      let run = rest[start...].prefix { $0 == "`" }
      if run.count == mark.count { return text[..<run.endIndex] }
      rest = rest[run.endIndex...]
    }
    return nil
  }

  /// `$$…$$`, `` $`…`$ `` or `$…$`. An escaped dollar sign does not close a formula.
  private static func formula(_ text: Substring) -> Substring? {
    if text.hasPrefix("$$") {
      let content = text.dropFirst(2).prefix { !$0.isNewline }
      return content.dropFirst().firstRange(of: "$$").map { text[..<$0.upperBound] }
    }
    if text.hasPrefix("$`") {
      let content = text.dropFirst(2).prefix { $0 != "`" }
      if !content.isEmpty, text[content.endIndex...].hasPrefix("`$") {
        return text[..<text.index(content.endIndex, offsetBy: 2)]
      }
    }
    guard text.dropFirst().first?.isWhitespace == false, let formula = closed(text) else { return nil }
    return formula.dropLast().last?.isWhitespace == false || formula.hasSuffix("\\ $") ? formula : nil
  }

  /// `$ … $`, which is a formula only if it looks like one.
  private static func spacedFormula(_ text: Substring) -> (InlinePiece, Int)? {
    guard let formula = closed(text), formula.count > 2, text[formula.endIndex...].first != "$" else {
      return nil
    }
    let content = formula.dropFirst().dropLast().trimmingSpaces
    return isLaTeX(content[...]) ? (.formula("$\(content)$"), formula.count) : nil
  }

  /// The text from its first dollar sign to the next one that is not escaped.
  private static func closed(_ text: Substring) -> Substring? {
    var isEscaped = false
    for index in text.indices.dropFirst() {
      if text[index] == "$", !isEscaped { return text[...index] }
      isEscaped = text[index] == "\\" && !isEscaped
    }
    return nil
  }

  /// Whether the signs are those of amounts and variables, as in `$5 and $6` and `$PATH:$HOME`. Before a letter or a digit
  /// a formula is a single letter, or has a sign of LaTeX, as in `$n$th`.
  private static func isAmount(_ formula: Substring, before rest: Substring) -> Bool {
    guard !formula.hasPrefix("$$"), !formula.hasPrefix("$`"), rest.first?.isASCIILetterOrDigit == true else {
      return false
    }
    return !isLaTeX(formula.dropFirst().dropLast())
  }

  /// Whether a text is a single letter, has a sign of LaTeX, or is a sum of single letters such as `t+1`.
  private static func isLaTeX(_ text: Substring) -> Bool {
    if text.contains(where: { "\\^_=<>".contains($0) }) { return true }
    guard text.contains(where: \.isLetter) else { return false }
    let hasWord = zip(text, text.dropFirst()).contains { $0.isLetter && $1.isLetter }
    return text.count == 1 || text.contains { "+-()|/'".contains($0) } && !hasWord
  }
}
