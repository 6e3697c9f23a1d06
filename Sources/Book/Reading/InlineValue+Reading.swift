import GFM

extension InlineValue {
  /// What a code span begins with when it is to be computed.
  static let marker = "{swift}"

  /// Reads `{swift} expression, digits: n`.
  init(
    _ node: MarkdownNode, code: String, file: String, lines: [Substring], _ diagnostics: inout [Diagnostic]
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
    // cmark-gfm gives the line where the paragraph began when a link definition was cut off above it,
    // so the line is looked for from there on.
    position = SourcePosition(file: file, line: node.startLine, utf8Column: node.startColumn)
    let searched = lines[min(max(0, node.startLine - 1), lines.count)...]
    let indent =
      code.firstRange(of: expression).map { code.utf8.distance(from: code.startIndex, to: $0.lowerBound) }
      ?? 0
    for (offset, line) in searched.enumerated() {
      guard let range = line.firstRange(of: code) else { continue }
      position.line = node.startLine + offset
      position.utf8Column = line.utf8.distance(from: line.startIndex, to: range.lowerBound) + indent + 1
      break
    }
    if expression.isEmpty { diagnostics.append(BookProblem.inlineExpressionEmpty.diagnostic(at: position)) }
  }
}
