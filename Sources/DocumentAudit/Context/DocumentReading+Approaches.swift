import Formulas

extension DocumentReading {
  /// The statement `n → ∞` that follows the formula in the same sentence: "$a_n \\to 0$ as $n \\to \\infty$".
  func approach(beside index: Int) -> Statement? { approach(after: index) ?? approach(before: index) }

  /// The statement `n → ∞` that precedes the formula in the same sentence: "As $n \\to \\infty$, $a_n \\to 0$".
  private func approach(before index: Int) -> Statement? {
    guard index >= 2, case .text(let text, _) = pieces[index - 1], case .math(let span) = pieces[index - 2],
      !span.isDisplay,
      [",", "，", "时，", "时", ",wehave", ",wefind", "时，有"].contains(
        text.lowercased().filter { !$0.isWhitespace }),
      case .success(let formula)? = formulas[index - 2]
    else { return nil }
    return formula.statements.first { $0.isApproach }
  }

  private func approach(after index: Int) -> Statement? {
    guard index + 2 < pieces.count, case .text(let text, _) = pieces[index + 1],
      case .math(let span) = pieces[index + 2], !span.isDisplay,
      ["as", "when", "if", "for", ",", "，", "当"].contains(text.lowercased().filter { !$0.isWhitespace }),
      case .success(let formula)? = formulas[index + 2]
    else { return nil }
    return formula.statements.first { $0.isApproach }
  }
}

extension Formula {
  /// The statement `n → ∞` right behind or before the statement at a position.
  func approach(beside position: Int) -> Statement? {
    [position + 1, position - 1].lazy.filter { statements.indices.contains($0) }.map { statements[$0] }
      .first { $0.isApproach }
  }
}

extension Statement {
  /// Whether the statement says what a letter tends to.
  fileprivate var isApproach: Bool {
    if relations.map(\.kind) == [.tends], sides.count == 2, case .symbol = sides[0].expression {
      true
    } else {
      false
    }
  }
}
