/// The number of nodes that an evaluation may still visit, with all quadratures, limits and series inside it.
///
/// A numerical method copies its evaluator. The budget is a class so that all copies share it.
final class EvaluationBudget {
  private var left: Int

  init(_ limit: Int) { left = limit }

  /// Takes one node from the budget; false if nothing is left.
  func spend() -> Bool {
    left -= 1
    return left >= 0
  }
}
