/// How a displayed formula is judged.
package struct FormulaAudit: Sendable, Equatable {
  /// Values that hold before the formula: `\eta = 0.01, \theta_t = [1, 2]`. With them, the judge must decide every
  /// step.
  package var given: String?
  /// The numbers of the steps that must fail, counted from one.
  package var failingSteps: [Int] = []
  /// The label of a formula in the chapter with which this formula is compared.
  package var equivalentTo: String?
  /// The names of symbols in the other formula, keyed by their names in this formula.
  package var mapping: [String: String] = [:]
  /// Whether the two formulas must differ.
  package var differs = false

  /// Whether the author asks for a verdict on every step.
  package var isRequested: Bool { given != nil || !failingSteps.isEmpty }
}
