import Formulas

/// Lists and matrices that may be rows, columns or tallies.
extension Conviction {
  /// The doubt about a step whose sides have different shapes.
  func listDoubt(about step: JudgedStep, _ discrepancy: Discrepancy) -> Doubt? {
    if case .shape = discrepancy.cause, let comparison = step.comparison {
      if comparison.left.hasProductOfLists || comparison.right.hasProductOfLists {
        return .unknown("the product of vectors")
      }
      let old = (comparison.left.symbols + comparison.right.symbols).filter {
        environment.value(of: .symbol($0)).map { $0.shape != .scalar } ?? false && !recent.contains($0.name)
      }
      if !old.isEmpty { return .meaning(old.map(\.name)) }
      if let reading = rowReading(comparison, step.relation) { return reading }
      // A list of numbers may stand for a number: [0, 1] for 2^0 · 3^1.
      if case .vector = comparison.left, comparison.right.isNumeric { return .unknown("the list of numbers") }
    }
    // A list beside its total: the counts (2, 10, 10) = 22.
    if case .summedVector = discrepancy.cause, let comparison = step.comparison,
      comparison.left.isListOfNumbers,
      comparison.right.isWrittenNumber
    {
      return .unknown("the list of numbers")
    }
    return nil
  }
}

extension MathExpression {
  /// Whether the expression is a list of written numbers.
  fileprivate var isListOfNumbers: Bool {
    if case .vector(let items) = self { items.allSatisfy(\.isWrittenNumber) } else { false }
  }
}
