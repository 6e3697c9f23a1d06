/// Decides equations with dy/dx on a curve that the text gives by an equation: dy/dx = −x/y on x² + y² = 25.
package struct ImplicitSlope {
  let environment: FormulaEnvironment
  let seed: UInt64

  package init(environment: FormulaEnvironment, seed: UInt64) {
    self.environment = environment
    self.seed = seed
  }

  /// Whether the equation holds at the points of the curve with its slope there; nil if the search finds too few points.
  ///
  /// `slope` is the derivative dy/dx in the equation.
  package func agrees(
    _ equation: Equation, slope: MathExpression.Derivative, on curve: Equation
  ) -> Bool? {
    guard slope.order == 1, slope.notation == .total, slope.variables.count == 1,
      case .symbol(let upper) = slope.subject, case .symbol(let lower) = slope.variables[0],
      Set(environment.freeQuantities(of: curve.left) + environment.freeQuantities(of: curve.right))
        == [upper.name, lower.name]
    else { return nil }
    let domains = QuantityDomains([curve.left, curve.right], in: environment)
    var found = 0
    for point in 0..<24 where found < 5 {
      if point == 12, found == 0 { return nil }
      var place = IdentityTest(seed: seed).drawn(point + 3, environment, domains, .scalars)
      guard case .scalar(let x)? = place.random?.value(of: lower),
        case .scalar(let start)? = place.random?.value(of: upper),
        let y = root(of: curve, for: upper, from: start.value, beside: lower, x.value, in: place),
        let alongX = rate(of: curve, lower, x.value, upper, y, in: place),
        let alongY = rate(of: curve, upper, y, lower, x.value, in: place), alongY.magnitude > 1e-6
      else { continue }
      place.assign(.scalar(MathScalar(x.value)), to: .symbol(lower))
      place.assign(.scalar(MathScalar(y)), to: .symbol(upper))
      place.assign(.scalar(MathScalar(-alongX / alongY)), to: .derivative(slope))
      var (first, second) = (FormulaEvaluator(place), FormulaEvaluator(place))
      guard case .scalar(let a)? = try? first.value(of: equation.left),
        case .scalar(let b)? = try? second.value(of: equation.right), a.value.isFinite, b.value.isFinite
      else { continue }
      if (a.value - b.value).magnitude > 1e-6 * max(1, a.value.magnitude, b.value.magnitude) { return false }
      found += 1
    }
    return found >= 3 ? true : nil
  }

  /// The difference of the sides of the curve and its derivative by `moving`.
  private func difference(
    _ curve: Equation, _ moving: MathSymbol, _ value: Double, _ fixed: MathSymbol, _ other: Double,
    in place: FormulaEnvironment
  ) -> (value: Double, slope: Double)? {
    var evaluator = FormulaEvaluator(place)
    evaluator.scope[moving.name] = .scalar(MathScalar(value).seeded())
    evaluator.scope[fixed.name] = .scalar(MathScalar(other))
    guard case .scalar(let a)? = try? evaluator.value(of: curve.left),
      case .scalar(let b)? = try? evaluator.value(of: curve.right)
    else { return nil }
    return (a.value - b.value, a.first - b.first)
  }

  private func rate(
    of curve: Equation, _ moving: MathSymbol, _ value: Double, _ fixed: MathSymbol, _ other: Double,
    in place: FormulaEnvironment
  ) -> Double? { difference(curve, moving, value, fixed, other, in: place)?.slope }

  /// The coordinate of a point of the curve, by Newton's method.
  private func root(
    of curve: Equation, for moving: MathSymbol, from start: Double, beside fixed: MathSymbol, _ other: Double,
    in place: FormulaEnvironment
  ) -> Double? {
    var y = start
    for _ in 0..<40 {
      guard let (value, slope) = difference(curve, moving, y, fixed, other, in: place), value.isFinite,
        slope != 0, slope.isFinite
      else { return nil }
      let step = value / slope
      y -= step
      if step.magnitude < 1e-13 * max(1, y.magnitude) { return value.magnitude < 1e-8 ? y : nil }
    }
    return nil
  }
}
