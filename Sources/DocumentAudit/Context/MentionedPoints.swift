import Formulas

/// The points that the last paragraphs mention: "at a point like $(0, 1)$", "the points $A(-1, 1)$ and $B(2, 3)$".
///
/// A statement may hold there. No statement is wrong because of a point, since the text may mean another one.
struct MentionedPoints {
  private var points: [(coordinates: [MathValue], paragraph: Int)] = []

  /// Notes a point that stands alone.
  mutating func note(_ expression: MathExpression, in paragraph: Int) {
    let items: [MathExpression]
    switch expression {
    case .vector(let entries): items = entries
    case .application(let symbol, let arguments)
    where symbol.isCapital:
      items = arguments
    default: return
    }
    guard (1...3).contains(items.count), items.allSatisfy(\.isNumeric) else { return }
    let values = items.compactMap { item -> MathValue? in
      var evaluator = FormulaEvaluator(FormulaEnvironment())
      return try? evaluator.value(of: item)
    }
    guard values.count == items.count, values.allSatisfy({ $0.shape == .scalar }) else { return }
    points = points.filter { paragraph - $0.paragraph < 4 }.suffix(7) + [(values, paragraph)]
  }

  /// The coordinates for the letters of f(x, y) at the last point, and x_0, y_0, x_1, … of several points.
  func values(for statement: Statement, in paragraph: Int) -> [(quantity: MathExpression, value: MathValue)] {
    let near = points.filter { paragraph - $0.paragraph < 4 }
    guard let last = near.last, let side = statement.sides.first?.expression else { return [] }
    if case .application(_, let arguments) = side, arguments.count == last.coordinates.count,
      paragraph == last.paragraph || paragraph == last.paragraph + 1
    {
      return Array(zip(arguments, last.coordinates))
    }
    let points = near.map(\.coordinates).filter { $0.count == 2 }
    guard points.count >= 2 else { return [] }
    let first = statement.latex.contains("_0") || statement.latex.contains("_{0}") ? 0 : 1
    return points.enumerated().flatMap { place, point in
      zip(["x", "y"], point).map {
        (.symbol(MathSymbol($0.0, subscripts: [.integer(first + place)])), $0.1)
      }
    }
  }
}
