import Formulas

/// Equations that look like identities and rest on something that the text says in words.
extension Conviction {
  /// Whether a comparison may open another case than the one for which the text has bounded its letters: "for x² ≥ 4".
  func mayOpenCase(_ step: JudgedStep) -> Bool {
    guard role == .setting, step.relation.isComparison, let comparison = step.comparison else { return false }
    let letters = (comparison.left.symbols + comparison.right.symbols).map { MathExpression.symbol($0) }
    return environment.conditions.contains { letters.contains($0.left) }
  }

  /// Whether a hypothesis of the text may explain that the sides differ.
  func mayRestOnHypothesis(_ left: MathExpression, _ right: MathExpression) -> Bool {
    left.neglects(right) || right.neglects(left) || left.isContinuous(with: right)
      || usesGivenCall(left, right)
      || left.iterates(right)
  }

  /// Whether an equation of the part gives a call in the step another value than its definition: "let F(0) = A".
  private func usesGivenCall(_ left: MathExpression, _ right: MathExpression) -> Bool {
    let given = constraints.flatMap { [$0.left, $0.right] }.filter {
      if case .application = $0 { true } else { false }
    }
    return !given.isEmpty && [left, right].contains { side in side.contains { given.contains($0) } }
  }
}

extension MathExpression {
  /// Whether the other side has all terms of this one but some with letters: the text neglects them or knows them to
  /// be zero.
  fileprivate func neglects(_ other: MathExpression) -> Bool {
    guard case .sum(let all) = self, all.count >= 2 else { return false }
    let kept = if case .sum(let terms) = other { terms } else { [other] }
    guard kept.count < all.count else { return false }
    var rest = all.map(\.canonical)
    for term in kept.map(\.canonical) {
      guard let position = rest.firstIndex(of: term) else { return false }
      rest.remove(at: position)
    }
    return rest.allSatisfy { !$0.symbols.isEmpty }
  }

  /// Whether the sides are one-sided limits of one function at one place, or a limit and the value there.
  fileprivate func isContinuous(with other: MathExpression) -> Bool {
    guard case .limit(let limit) = self else {
      if case .limit = other { return other.isContinuous(with: self) }
      return false
    }
    if case .limit(let second) = other {
      return limit.side != second.side && limit.target == second.target && limit.body == second.body
    }
    let value = limit.body.replacing { $0 == .symbol(limit.variable) ? limit.target : nil }
    return value == other
  }

  /// Whether a letter with a raised index is a step of an iteration: λ^{k+1} = λ^k + c.
  fileprivate func iterates(_ other: MathExpression) -> Bool {
    guard case .power(.symbol(let base), .sum(let terms)) = self, terms.count == 2, terms[1] == .integer(1),
      case .symbol(let index) = terms[0]
    else { return false }
    let last = MathExpression.power(.symbol(base), .symbol(index))
    let rest = other.replacing { $0 == last ? .integer(0) : nil }
    return rest != other && !rest.symbols.contains(base)
  }
}
