extension Derivation {
  /// The verdict on an inequality that is true for all numbers within the bounds that the text states for its letters, or
  /// false for all of them; nil for all others.
  func verdictWithinBounds(
    _ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression
  ) -> Verdict? {
    let bounded = environment.conditions.flatMap { $0.left.symbols }
    let letters = Set(left.symbols + right.symbols).intersection(bounded)
    // A lone letter beside a number is a bound of its own.
    let isNewBound = left.quantityName != nil && (right.isNumeric || right.quantityName != nil)
    guard !letters.isEmpty, !isNewBound, right.quantityName == nil || !left.isNumeric else { return nil }
    var general = self
    for letter in letters { general.environment.forgetValue(of: letter) }
    let test = InequalityTest(environment: general.environment, seed: seed)
    switch test.run(left, relation, right) {
    case .holds: return .holds
    case .fails(let discrepancy): return .fails(discrepancy.certain)
    case .depends, .notEvaluable: return nil
    }
  }

  /// The derivation without definitions that only give a letter of the sides another name: y = x on a line of a plot.
  /// Nil if there are none.
  func withoutRenamings(_ sides: [MathExpression]) -> Derivation? {
    var copy = self
    var changed = false
    for symbol in Set(sides.flatMap(\.symbols)) {
      guard case .symbol? = environment.definitions[symbol.name] else { continue }
      copy.environment.definitions[symbol.name] = nil
      changed = true
    }
    return changed ? copy : nil
  }
}
