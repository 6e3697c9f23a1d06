/// Splits one option line into its name and its text.
struct OptionReader {
  let line: CodeLine
  let prefix: String
  let role: FenceRole

  /// The option that the line sets; nil when the line is invalid, which is reported.
  func nameAndValue(_ diagnostics: inout [Diagnostic]) -> (BlockOptionName, String)? {
    let content = line.text.trimmingSpaces.dropFirst(prefix.count)
    guard let colon = content.firstIndex(of: ":") else {
      diagnostics.append(BookProblem.optionMalformed(prefix: prefix).diagnostic(at: line.position))
      return nil
    }
    let spelling = content[..<colon].trimmingSpaces
    let allowed = BlockOptionName.allowed(in: role)
    guard let name = BlockOptionName(rawValue: spelling) else {
      let nearest = nearestName(to: spelling, among: allowed.map(\.rawValue))
      let problem = BookProblem.optionUnknown(spelling, role: role.name, nearest: nearest)
      diagnostics.append(problem.diagnostic(at: line.position))
      return nil
    }
    guard allowed.contains(name) else {
      let problem = BookProblem.optionNotAllowed(spelling, role: role.name)
      diagnostics.append(problem.diagnostic(at: line.position))
      return nil
    }
    return (name, unquoted(content[content.index(after: colon)...].trimmingSpaces))
  }

  /// The text without surrounding quotes, as in YAML. Inside double quotes, `\"` is a quote.
  private func unquoted(_ value: String) -> String {
    guard value.count >= 2, let quote = value.first, quote == value.last, quote == "\"" || quote == "'" else {
      return value
    }
    let inner = String(value.dropFirst().dropLast())
    return quote == "\"" ? inner.replacing("\\\"", with: "\"") : inner
  }
}
