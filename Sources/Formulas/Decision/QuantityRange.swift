/// The bounds of a quantity, both exclusive.
struct QuantityRange: Sendable {
  private(set) var lower = -Double.infinity
  private(set) var upper = Double.infinity

  /// A random number, moved into the range if it is outside.
  func moved(_ drawn: MathScalar) -> MathScalar {
    if drawn.value > lower, drawn.value < upper { return drawn }
    // The relative position in the range depends on the random number, so that different numbers stay different.
    let part = drawn.value.magnitude / (1 + drawn.value.magnitude)
    switch (lower.isFinite, upper.isFinite) {
    case (true, true): return MathScalar(lower + (upper - lower) * part)
    case (true, false): return Self.whole(drawn, MathScalar(lower + max(drawn.value.magnitude, 0.05)))
    case (false, true):
      // A positive number stays positive if it can.
      if drawn.value > 0, upper > 0 {
        let inside = MathScalar(upper * part)
        return inside.value >= 1 ? Self.whole(drawn, MathScalar(inside.value.rounded(.down))) : inside
      }
      return Self.whole(drawn, MathScalar(upper - max(drawn.value.magnitude, 0.05)))
    case (false, false): return drawn
    }
  }

  /// The moved number, as an exact whole number if both numbers are whole.
  private static func whole(_ drawn: MathScalar, _ moved: MathScalar) -> MathScalar {
    guard drawn.integer != nil, let whole = moved.integer else { return moved }
    return MathScalar(Rational(whole))
  }

  fileprivate mutating func restrict(_ relation: Relation.Kind, _ bound: Double) {
    switch relation {
    case .less, .lessOrEqual: upper = min(upper, bound)
    case .greater, .greaterOrEqual: lower = max(lower, bound)
    default: break
    }
  }
}

extension [String: QuantityRange] {
  /// Restricts the range of a symbol by a condition between a number and the symbol or its magnitude.
  mutating func restrict(by condition: MathExpression.Condition) {
    if let bound = condition.right.constant { restrict(condition.left, condition.relation, bound) }
    if let bound = condition.left.constant { restrict(condition.right, condition.relation.reversed, bound) }
  }

  private mutating func restrict(_ quantity: MathExpression, _ relation: Relation.Kind, _ bound: Double) {
    switch quantity {
    case .symbol(let symbol): self[symbol.name, default: QuantityRange()].restrict(relation, bound)
    case .absolute(.symbol(let symbol)) where relation == .less || relation == .lessOrEqual:
      self[symbol.name, default: QuantityRange()].restrict(.less, bound)
      self[symbol.name, default: QuantityRange()].restrict(.greater, -bound)
    default: break
    }
  }
}

extension Relation.Kind {
  /// The relation after swapping both sides.
  package var reversed: Relation.Kind {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}

extension MathExpression {
  /// The value of an expression without quantities.
  fileprivate var constant: Double? {
    guard isNumeric else { return nil }
    var evaluator = FormulaEvaluator(FormulaEnvironment())
    return (try? evaluator.value(of: self))?.scalarValue
  }
}
