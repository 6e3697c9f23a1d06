/// Finds the wrong side of a chain A = B = C: if A and C are the same and B is not, then B is a slip.
package struct ChainTest {
  let environment: FormulaEnvironment
  let seed: UInt64

  package init(environment: FormulaEnvironment, seed: UInt64) {
    self.environment = environment
    self.seed = seed
  }

  /// The difference between `side` and `first`, if `first = side = last` fails although `first = last` is an identity.
  package func slip(
    _ first: MathExpression, _ side: MathExpression, _ last: MathExpression
  ) -> Discrepancy? {
    guard
      ![first, side, last].contains(where: { $0.dependsOnOrder || $0.quantityName != nil || $0.size > 200 }),
      Set(environment.freeQuantities(of: side)).isSubset(of: environment.freeQuantities(of: first)),
      !environment.freeQuantities(of: first).isEmpty
    else { return nil }
    let test = IdentityTest(seed: seed)
    let unit = ComplexTest.unit(in: [first, side, last], environment)
    if let unit, [first, last].contains(where: { $0.looksComplex(MathSymbol(unit)) }) {
      let complex = ComplexTest(environment: environment, seed: seed)
      guard complex.agrees(first, last, unit: unit) == true, complex.agrees(first, side, unit: unit) == false
      else { return nil }
      return Discrepancy(.identity, left: nil, right: nil).certain
    }
    guard test.run(first, last, in: environment) == .holds,
      case .fails(let discrepancy) = test.run(first, side, in: environment),
      !test.holdsForPositiveNumbers(first, side, in: environment)
    else { return nil }
    return discrepancy.certain
  }
}
