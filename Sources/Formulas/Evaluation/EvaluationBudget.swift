/// How many nodes an evaluation may still visit, with all quadratures, limits and series inside it.
///
/// A class, so that the copies of an evaluator that a numerical method makes draw on the same budget.
final class EvaluationBudget {
  private var left: Int

  init(_ limit: Int) { left = limit }

  /// Takes one node from the budget; false when nothing is left.
  func spend() -> Bool {
    left -= 1
    return left >= 0
  }
}
