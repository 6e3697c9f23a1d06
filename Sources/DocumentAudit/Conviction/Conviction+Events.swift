import Formulas

/// Rules for events that rest on what the text says of them in words.
extension Conviction {
  /// The doubt about a step with events that may exclude each other, constant priors, or sets.
  func eventDoubt(about step: JudgedStep) -> Doubt? {
    if notations.hasExclusiveEvents, !environment.assumptions.contains(.disjointness),
      let comparison = step.comparison,
      joinsEvents([comparison.left, comparison.right])
    {
      return .hypothesis
    }
    if notations.hasFlatPriors, let comparison = step.comparison,
      [comparison.left, comparison.right].contains(where: \.hasQuotientOfConditions)
    {
      return .hypothesis
    }
    if let comparison = step.comparison, [comparison.left, comparison.right].contains(where: subtractsEvents)
    {
      return .unknown("a difference of events")
    }
    return nil
  }

  /// Whether the sides join events, P(A ∪ B), without the probability of their intersection.
  private func joinsEvents(_ sides: [MathExpression]) -> Bool {
    let signs = Set(sides.flatMap(\.opaqueNames))
    return !signs.isDisjoint(with: ["∪", "∨"]) && signs.isDisjoint(with: ["∩", "∧"])
  }

  /// Whether a side adds or subtracts events as sets: A_n − A, in a text that uses P(A).
  private func subtractsEvents(_ side: MathExpression) -> Bool {
    guard case .sum(let terms) = side else { return false }
    return terms.contains { term in
      let term = if case .negated(let inner) = term { inner } else { term }
      return term.capital.map { notations.events.contains($0) } ?? false && environment.value(of: term) == nil
    }
  }
}

extension MathExpression {
  fileprivate var opaqueNames: [String] {
    var names: [String] = []
    visit { if case .opaque(let name, _) = $0 { names.append(name) } }
    return names
  }

  /// Whether the expression divides a conditional probability: p(y | θ) / p(y).
  fileprivate var hasQuotientOfConditions: Bool {
    contains { node in
      guard case .fraction(let above, _) = node else { return false }
      return above.contains { if case .opaque("|", _) = $0 { true } else { false } }
    }
  }
}
