import Formulas

/// Statements that give pairs and letters another algebra than that of numbers.
extension Statement {
  /// Whether the statement is about the cosets of a group: `G/H`, `\pi \colon G \to G/H`.
  var namesQuotientGroup: Bool {
    guard relations.allSatisfy({ $0.kind == .tends || $0.kind == .belongs }),
      case .product(let factors)? = sides.last?.expression, factors.count == 2, factors[1].sign == .division
    else { return false }
    return factors.map(\.expression.description)[0] == "G"
      && (factors[1].expression.quantityName?.first?.isUppercase ?? false)
  }

  /// Whether the statement says that a pair stands for its first component: (1, 0) = 1, (a, 0) = a.
  var identifiesPair: Bool {
    zip(sides, sides.dropFirst()).contains { side, next in
      guard case .vector(let entries) = side.expression, entries.count == 2 else { return false }
      return entries == [next.expression, .integer(0)]
    }
  }
}
