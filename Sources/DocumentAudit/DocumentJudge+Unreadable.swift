import Formulas

extension DocumentJudge {
  /// Reports a formula that could not be read.
  mutating func report(_ error: ReadingError, _ span: MathSpan, at index: Int) {
    let opening = DocumentPlace(line: span.openingLine, column: 1)
    let place = span.isClosed ? span.place(of: error.position) : opening
    let firstLine = span.latex.split(separator: "\n").joined(separator: " ")
    statements.append(
      AuditedStatement(
        place: place, latex: firstLine, verdict: .unreadable, reason: .unread(error), formula: span))
    let number = statements.count - 1
    if !span.isClosed {
      let last = span.line + error.position.line - 1
      findings.append(Finding(.unclosed, at: place, .unclosed(last: last), statement: number))
    } else if let (flaw, flawLine) = Malformation.first(in: span.latex),
      !(flaw.isParenthesis
        && (span.latex.hasBalancedParentheses || reading.hasOtherParenthesis(than: span, at: index)))
    {
      let start = FormulaPosition(utf8Offset: 0, line: flawLine, column: 1)
      findings.append(
        Finding(.unreadable, at: span.place(of: start), .malformation(flaw), statement: number))
    } else {
      unread.append(UnreadFormula(place: place, token: error.token, statement: number))
    }
  }
}

extension String {
  /// Whether every parenthesis has a partner, though perhaps outside of its braces: `\mathbf{(a} + b)`.
  fileprivate var hasBalancedParentheses: Bool {
    var depth = 0
    for byte in utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}
