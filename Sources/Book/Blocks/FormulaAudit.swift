/// How a displayed formula is to be judged.
package struct FormulaAudit: Sendable, Equatable {
  /// Values that hold before the formula: `\eta = 0.01, \theta_t = [1, 2]`. With them every step has to be decided.
  package var given: String?
  /// The numbers of the steps that are known not to hold, from one.
  package var failingSteps: [Int] = []
  /// The label of a formula of the chapter that this one has to agree with.
  package var equivalentTo: String?
  /// What symbols are called there: from this formula's names to the other's.
  package var mapping: [String: String] = [:]
  /// Whether the two formulas have to differ.
  package var differs = false

  /// Whether the author asks for a verdict on every step.
  package var isRequested: Bool { given != nil || !failingSteps.isEmpty }
}
