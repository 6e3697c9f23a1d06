extension Derivation {
  /// The verdict on an equation between expressions of which at least one has no value.
  func identity(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict {
    switch IdentityTest(seed: seed).run(left, right, in: environment) {
    case .holds: return .holds
    case .notEvaluable(let failure):
      let discrepancy = Discrepancy(.identity, left: nil, right: nil)
      if let verdict = expansion(left, right) ?? complexVerdict(left, right, relation, discrepancy) {
        return verdict
      }
      if case .unbound = failure { return .undetermined(.free(free([left, right]))) }
      if case .shapeMismatch(_, let a, let b) = failure, rigour == .strict {
        return .fails(Discrepancy(.shape(a, b), left: nil, right: nil))
      }
      return .undetermined(.notEvaluable(failure))
    case .fails(let discrepancy):
      if dependsOnRenaming(left, right) { return .undetermined(.free(free([left, right]))) }
      if let verdict = verdictForShares(left, right, in: environment) { return verdict }
      // Random fractions cannot refute a congruence: it holds for whole numbers, often for primes or units only.
      if left.isArithmeticOfIntegers || right.isArithmeticOfIntegers {
        return .undetermined(.free(free([left, right])))
      }
      let complex = complexVerdict(left, right, relation, discrepancy)
      if complex == nil, [left, right].contains(where: { $0.hasConjugate }) {
        return .undetermined(.free(free([left, right])))
      }
      if let verdict = complex
        ?? independentVerdict(left, right, relation)
        ?? beyondDoubt(left, right, relation, discrepancy)
      {
        return verdict
      }
      let unknown = free([left, right])
      let onLeft = environment.freeQuantities(of: left)
      let onRight = environment.freeQuantities(of: right)
      if onRight.isEmpty || onLeft.isEmpty || relation == .approximates {
        return .undetermined(.free(unknown))
      }
      let fresh = newQuantities(in: right, comparedWith: [left])
      if !fresh.isEmpty, rigour == .lenient || !fresh.allSatisfy({ isOtherIndex($0, of: left, in: right) }) {
        return .undetermined(.free(unknown))
      }
      if let zeros = negligible(left, right, relation) { return .undetermined(.holdsIfZero(zeros)) }
      if rigour == .lenient, holdsForNumbers(left, right) { return .undetermined(.free(unknown)) }
      // An equation between matrices that are written out is a calculation and not an equation to solve.
      let isCalculation =
        left.isWrittenMatrix && right.isWrittenMatrix
        && ![left, right].contains { side in
          side.contains { $0.isCall && environment.value(of: $0) == nil }
        }
      return .fails(isCalculation ? discrepancy.certain : discrepancy)
    }
  }

  /// Whether the sides differ only because the text has set a letter equal to another one, as a hypothesis may do: with
  /// p₁ = p₂ before, p₁ − p₂ = 0.03.
  private func dependsOnRenaming(_ left: MathExpression, _ right: MathExpression) -> Bool {
    guard right.isNumeric, let general = withoutRenamings([left]) else { return false }
    return IdentityTest(seed: seed).constantValue(of: left, in: general.environment) == nil
  }

  /// The verdict on two sides that do not depend on their free quantities: `2ε/3ε = 1/2` is not an equation for ε.
  /// Nil if a side does depend on them.
  func independentVerdict(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    let test = IdentityTest(seed: seed)
    guard let a = test.constantValue(of: left, in: environment),
      let b = test.constantValue(of: right, in: environment)
    else { return nil }
    return NumericJudge(environment: environment).judge(left, right, values: (a, b), relation: relation)
  }

  /// Whether the identity holds for numbers. If it fails only for vectors or matrices, the text may assume that a
  /// matrix is symmetric, or may mean another product.
  func holdsForNumbers(_ left: MathExpression, _ right: MathExpression) -> Bool {
    var test = IdentityTest(seed: seed)
    test.onlyNumbers = true
    return test.run(left, right, in: environment) == .holds
  }

  /// Whether a quantity of the right side occurs on the left with another index.
  func isOtherIndex(_ name: String, of left: MathExpression, in right: MathExpression) -> Bool {
    guard case .symbol(let symbol)? = right.quantity(named: name) else { return false }
    return left.symbols.contains { $0.family == symbol.family }
  }

  /// The quantities that a step leaves out, if the step holds with zero for them: the text may call them zero in words.
  func negligible(_ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind)
    -> [String]?
  {
    let kept = Set(environment.freeQuantities(of: right) + right.symbols.map({ $0.name }))
    let gone = left.symbols.filter { symbol in
      guard !kept.contains(symbol.name) else { return false }
      if rigour == .lenient { return true }
      return symbol.base == "ε" && relation == .approximates
    }
    guard !gone.isEmpty else { return nil }
    var zeroed = environment
    for symbol in gone { zeroed.assign(.scalar(MathScalar(Rational(0))), to: .symbol(symbol)) }
    guard case .holds = IdentityTest(seed: seed).run(left, right, in: zeroed) else { return nil }
    return Set(gone.map({ $0.name })).sorted()
  }
}

extension MathExpression {
  /// Whether a matrix with written entries occurs in a sum or product.
  fileprivate var isWrittenMatrix: Bool {
    isMatrixLike && contains { if case .matrix = $0 { true } else { false } }
  }
}
