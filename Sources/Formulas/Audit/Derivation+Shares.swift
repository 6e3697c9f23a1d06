extension Derivation {
  /// The verdict on an identity that holds only if the components of a list add up to one: ∂L/∂z_i = p_i − y_i for a
  /// label y. Nil for all other steps.
  func verdictForShares(
    _ left: MathExpression, _ right: MathExpression, in environment: FormulaEnvironment,
    excluding: Set<String> = []
  ) -> Verdict? {
    let lists = QuantityDomains([left, right], in: environment).families.keys
    for list in lists.sorted().prefix(4) where environment.values[list] == nil {
      var test = IdentityTest(seed: seed)
      test.sumsToOne = [list]
      guard test.run(left, right, in: environment, excluding: excluding) == .holds else { continue }
      return environment.normalises ? .holds : .undetermined(.free([list]))
    }
    return nil
  }
}
