import Formulas

extension DocumentReading {
  /// Whether a formula compares quantities and does not only bound a letter.
  func mayBeImpossible(_ index: Int) -> Bool {
    guard case .success(let formula)? = formulas[index] else { return false }
    return formula.statements.contains { !$0.relations.isEmpty && $0.isComparison && $0.bounds.isEmpty }
  }
}
