import GFM

extension InlineValue {
  /// The prefix of a code span that the chapter computes.
  static let marker = "{swift}"

  /// Reads `{swift} expression, digits: n`.
  init(
    _ node: MarkdownNode, code: String, file: String, _ diagnostics: inout [Diagnostic]
  ) {
    id = node.id
    let content = String(code.dropFirst(Self.marker.count)).trimmingSpaces
    if let (before, count) = Self.digits(in: content) {
      expression = before
      digits = count
      if !(1...17).contains(count) {
        let problem = BookProblem.optionValueInvalid(
          "digits", value: "\(count)", allowed: "a whole number from 1 to 17")
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

  /// The expression before `, digits: n` at the end, and the number. A regular expression would be slow on many spaces.
  private static func digits(in content: String) -> (expression: String, count: Int)? {
    guard let comma = content.lastIndex(of: ",") else { return nil }
    let rest = content[content.index(after: comma)...].trimmingSpaces
    let expression = content[..<comma].trimmingSpaces
    guard rest.hasPrefix("digits:"), !expression.isEmpty else { return nil }
    let number = rest.dropFirst("digits:".count).trimmingSpaces
    guard number.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    return Int(number).map { (expression, $0) }
  }
}
