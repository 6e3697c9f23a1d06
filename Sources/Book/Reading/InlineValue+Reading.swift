import GFM

extension InlineValue {
  /// What a code span begins with when it is to be computed.
  static let marker = "{swift}"

  /// Reads `{swift} expression, digits: n`.
  init(
    _ node: MarkdownNode, code: String, file: String, _ diagnostics: inout [Diagnostic]
  ) {
    id = node.id
    let content = String(code.dropFirst(Self.marker.count)).trimmingSpaces
    if let match = content.wholeMatch(of: /(?s)(.*\S)\s*,\s*digits:\s*([0-9]+)/), let count = Int(match.2) {
      expression = String(match.1)
      digits = count
      if !(1...17).contains(count) {
        let problem = BookProblem.optionValueInvalid(
          "digits", value: String(match.2), allowed: "a whole number from 1 to 17")
        diagnostics.append(problem.diagnostic(at: SourcePosition(file: file, line: node.startLine)))
      }
    } else {
      expression = content
      digits = nil
    }
    position = SourcePosition(file: file, line: node.startLine, utf8Column: node.startColumn)
    if let range = code.firstRange(of: expression) {
      position.utf8Column += code.utf8.distance(from: code.startIndex, to: range.lowerBound)
    }
    if expression.isEmpty { diagnostics.append(BookProblem.inlineExpressionEmpty.diagnostic(at: position)) }
  }
}
