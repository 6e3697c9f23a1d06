import Formulas

extension Conviction {
  func identityDoubt(
    _ left: MathExpression, _ right: MathExpression, _ step: JudgedStep, repaired: MathExpression?
  ) -> Doubt? {
    if let doubt = otherReading(left, right, step.relation) { return doubt }
    // B − A = 2δ relates quantities of which no side says anything about the other: it is no identity.
    let (onLeft, onRight) = (environment.freeQuantities(of: left), environment.freeQuantities(of: right))
    if step.comparison?.basis == .points, !onLeft.isEmpty, !onRight.isEmpty,
      Set(onLeft).isDisjoint(with: onRight)
    {
      return .meaning(onRight)
    }
    // A function that equals a number is an equation to solve, unless the function is constant.
    let isOneSided =
      environment.freeQuantities(of: left).isEmpty != environment.freeQuantities(of: right).isEmpty
    if isOneSided, step.comparison?.basis == .points {
      let test = IdentityTest(seed: seed)
      if test.constantValue(of: left, in: environment) == nil
        || test.constantValue(of: right, in: environment) == nil
      {
        return .noRepair
      }
      // Both sides are constant and differ, so that no value of the letters satisfies the equation.
      return nil
    }
    for (side, other) in [(left, right), (right, left)] {
      if case .symbol(let symbol) = side, environment.freeQuantities(of: side) == [symbol.name],
        !environment.freeQuantities(of: other).contains(symbol.name)
      {
        return .meaning([symbol.name])
      }
    }
    if IdentityTest(seed: seed).holdsForPositiveNumbers(left, right, in: environment)
      || followsFromConstraint(left, right)
    {
      return .hypothesis
    }
    if step.comparison?.basis == .derivative, isPartlyRight(step) { return nil }
    var known = environment
    if step.comparison?.basis == .derivative { known.forget(left) }
    if step.comparison?.basis == .values { known.forgetValues(keeping: []) }
    guard let repaired = repaired ?? NearMiss(environment: known, seed: seed).repair(left, right),
      repaired.canonical != left.canonical, repaired.canonical != right.canonical
    else { return .noRepair }
    return nil
  }

  /// Whether some components of a stated gradient are right, and others are not.
  private func isPartlyRight(_ step: JudgedStep) -> Bool {
    guard let discrepancy = step.verdict.discrepancy, let a = discrepancy.left, let b = discrepancy.right,
      a.shape != .scalar, a.hasSameNumbers(as: b)
    else { return false }
    return zip(a.components, b.components).contains { ($0 - $1).magnitude <= 1e-12 * max(1, $0.magnitude) }
  }

  private func followsFromConstraint(_ left: MathExpression, _ right: MathExpression) -> Bool {
    let test = ConsequenceTest(environment: environment, seed: seed)
    return constraints.contains { test.follows(Equation(left: left, right: right), from: $0) }
  }

  /// The doubt about a step that holds only for the current values, such as (x + 1)² = x² + 3x near "let x = 1".
  func onlyForValues(_ step: JudgedStep) -> Doubt? {
    guard let comparison = step.comparison, comparison.basis == .values, step.relation == .equals else {
      return nil
    }
    let (left, right) = (comparison.left, comparison.right)
    let names = Set(left.symbols.map(\.name)).filter { name in
      left.quantity(named: name).map { environment.value(of: $0) != nil } ?? false
    }
    guard !names.isEmpty, names == Set(right.symbols.map(\.name)), left.quantityName == nil,
      right.quantityName == nil
    else { return nil }
    var symbolic = environment
    symbolic.forgetValues(keeping: [])
    guard case .fails = IdentityTest(seed: seed).run(left, right, in: symbolic) else { return nil }
    return .onlyForValues(names.sorted())
  }
}
