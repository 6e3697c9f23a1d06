import Formulas

/// Statements that give pairs and letters another algebra than that of numbers.
extension Statement {
  /// The subgroup or subspace of a quotient that the statement names: U of `V/U` and of `\pi \colon V \to V/U`.
  var divisorOfQuotient: MathSymbol? {
    guard relations.allSatisfy({ $0.kind == .tends || $0.kind == .belongs }),
      case .product(let factors)? = sides.last?.expression, factors.count == 2, factors[1].sign == .division,
      case .symbol(let whole) = factors[0].expression, case .symbol(let part) = factors[1].expression,
      whole.isCapital, part.isCapital
    else { return nil }
    return part
  }

  /// Whether the statement says that a pair stands for its first component: (1, 0) = 1, (a, 0) = a.
  var identifiesPair: Bool {
    zip(sides, sides.dropFirst()).contains { side, next in
      guard case .vector(let entries) = side.expression, entries.count == 2 else { return false }
      return entries == [next.expression, .integer(0)]
    }
  }
}
