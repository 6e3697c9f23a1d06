/// How a displayed formula is to be judged.
public struct FormulaAudit: Sendable, Equatable {
  /// Values that hold before the formula: `\eta = 0.01, \theta_t = [1, 2]`. With them every step has to be decided.
  public var given: String?
  /// The numbers of the steps that are known not to hold, from one.
  public var failingSteps: [Int] = []
  /// The label of a formula of the chapter that this one has to agree with.
  public var equivalentTo: String?
  /// What symbols are called there: from this formula's names to the other's.
  public var mapping: [String: String] = [:]
  /// Whether the two formulas have to differ.
  public var differs = false

  /// Whether the author asks for a verdict on every step.
  public var isRequested: Bool { given != nil || !failingSteps.isEmpty }
}
