/// The number of nodes that an evaluation may still visit, with all quadratures, limits and series inside it.
///
/// A numerical method copies its evaluator. The budget is a class so that all copies share it. The budget of a statement
/// includes the evaluations of all tests that decide it.
package final class EvaluationBudget: @unchecked Sendable {
  private let limit: Int
  private let whole: EvaluationBudget?
  /// The number of nodes visited so far.
  package private(set) var spent = 0

  /// Creates a budget that is a part of a larger one.
  package init(_ limit: Int, of whole: EvaluationBudget? = nil) {
    self.limit = limit
    self.whole = whole
  }

  /// Takes nodes from the budget; false if nothing is left.
  func spend(_ count: Int = 1) -> Bool {
    spent += count
    let isInWhole = whole?.spend(count) ?? true
    return isInWhole && spent <= limit
  }

  /// Whether nothing is left.
  package var isSpent: Bool { spent >= limit }
}
