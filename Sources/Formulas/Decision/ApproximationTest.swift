import ElementaryNumerics

/// Decides whether an expansion agrees with a function near zero up to a given order.
struct ApproximationTest {
  let environment: FormulaEnvironment

  /// Whether the difference between `left` and `right` near zero is of at least the given order in the variable.
  ///
  /// Nil if a side has no value near zero, or if the difference shows no order.
  func agrees(_ left: MathExpression, _ right: MathExpression, in variable: MathSymbol, order: Int) -> Bool? {
    guard let found = self.order(of: left, right, in: variable, upTo: order) else { return nil }
    return found > Double(order) - 0.5
  }

  /// The power of the variable with which the difference of both sides decreases; infinite if the sides agree.
  private func order(
    of left: MathExpression, _ right: MathExpression, in variable: MathSymbol, upTo order: Int
  ) -> Double? {
    var logarithms: [(x: Double, y: Double)] = []
    var vanishing = 0
    for step in 3...8 {
      let h = RealFunctions.power(2, -Double(step))
      var place = environment
      place.assign(.scalar(MathScalar(h)), to: .symbol(variable))
      var evaluator = FormulaEvaluator(place)
      guard case .scalar(let a)? = try? evaluator.value(of: left),
        case .scalar(let b)? = try? evaluator.value(of: right), a.value.isFinite, b.value.isFinite
      else { return nil }
      if a.agreement(with: b) == .differs {
        logarithms.append((RealFunctions.log(h), RealFunctions.log((a.value - b.value).magnitude)))
      } else {
        vanishing += 1
      }
    }
    guard logarithms.count >= 2 else { return vanishing > 0 ? .infinity : nil }
    let (near, far) = (logarithms[logarithms.count - 1], logarithms[logarithms.count - 2])
    return (far.y - near.y) / (far.x - near.x)
  }
}

extension MathExpression {
  /// The degree of the expression as a polynomial in the variable; nil if it is not a polynomial.
  func degree(in variable: MathSymbol) -> Int? {
    switch self {
    case .number: return 0
    case .symbol(let symbol): return symbol == variable ? 1 : 0
    case .negated(let inner): return inner.degree(in: variable)
    case .sum(let terms):
      var highest = 0
      for term in terms {
        guard let degree = term.degree(in: variable) else { return nil }
        highest = max(highest, degree)
      }
      return highest
    case .product(let factors):
      var total = 0
      for factor in factors {
        guard let degree = factor.expression.degree(in: variable), factor.sign != .division || degree == 0
        else {
          return nil
        }
        total += degree
      }
      return total
    case .fraction(let above, let below):
      return below.degree(in: variable) == 0 ? above.degree(in: variable) : nil
    case .power(let base, .number(let number)):
      guard let exponent = MathScalar(number).integer, let degree = base.degree(in: variable) else {
        return nil
      }
      return degree * exponent
    default: return symbols.contains(variable) ? nil : 0
    }
  }
}
