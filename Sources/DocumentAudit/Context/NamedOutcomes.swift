/// The names TP, FP, FN and TN of the outcomes of a classifier, which look like products of letters.
extension [DocumentPiece] {
  /// Writes the names upright, if the formulas of the document contain at least two of them.
  mutating func nameOutcomes() {
    var found: Set<Substring> = []
    for case .math(let span) in self {
      // Most formulas have none.
      guard ["TP", "FP", "FN", "TN"].contains(where: { span.latex.contains($0) }) else { continue }
      for match in span.latex.matches(of: Self.outcome) { found.insert(match.2) }
    }
    guard found.count > 1 else { return }
    for position in indices {
      guard case .math(var span) = self[position] else { continue }
      span.latex = span.latex.replacing(Self.outcome) { match in
        match.1.hasPrefix("\\") ? String(match.0) : "\(match.1)\\mathrm{\(match.2)}"
      }
      self[position] = .math(span)
    }
  }

  private static var outcome: Regex<(Substring, Substring, Substring)> {
    /(\\(?:text|mathrm|mathit|textit|mathbf|operatorname)\{|^|[^A-Za-z\\])(TP|FP|FN|TN)(?![A-Za-z])/
  }
}
