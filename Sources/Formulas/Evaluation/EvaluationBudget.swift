/// The number of nodes that an evaluation may still visit, with all quadratures, limits and series inside it.
///
/// A numerical method copies its evaluator. The budget is a class so that all copies share it.
final class EvaluationBudget {
  private let limit: Int
  /// The number of nodes visited so far.
  private(set) var spent = 0

  init(_ limit: Int) { self.limit = limit }

  /// Takes one node from the budget; false if nothing is left.
  func spend() -> Bool {
    spent += 1
    return spent <= limit
  }
}
