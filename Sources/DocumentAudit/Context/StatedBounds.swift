import Formulas

/// The bounds that a text states for quantities, for the paragraph and the two behind it: x > 0, 0 < p < 1, p ∈ (0, 1).
struct StatedBounds {
  private var bounds: [(condition: MathExpression.Condition, paragraphs: Int)] = []

  var conditions: [MathExpression.Condition] { bounds.map(\.condition) }

  /// Notes the bounds of a statement. They replace earlier bounds that contradict them. Letters that are listed before it
  /// have the same bounds: `a, b > 0`.
  mutating func note(_ statement: Statement, listedBefore letters: [MathSymbol]) {
    let own = statement.bounds
    let others = letters.flatMap { letter in
      own.map { MathExpression.Condition(left: .symbol(letter), relation: $0.relation, right: $0.right) }
    }
    for bound in others + own {
      bounds.removeAll { $0.condition.left == bound.left && $0.condition.contradicts(bound) }
      bounds.append((bound, 3))
    }
  }

  mutating func endParagraph() {
    for position in bounds.indices { bounds[position].paragraphs -= 1 }
    bounds.removeAll { $0.paragraphs == 0 }
  }
}

extension Formula {
  /// The single letters that stand in a list right before a statement.
  func letters(before statement: Statement) -> [MathSymbol] {
    guard let place = statements.firstIndex(of: statement) else { return [] }
    var found: [MathSymbol] = []
    for earlier in statements[..<place].reversed() {
      guard earlier.relations.isEmpty, earlier.sides.count == 1,
        case .symbol(let letter) = earlier.sides[0].expression
      else { break }
      found.append(letter)
    }
    return found
  }
}

extension Statement {
  /// The bounds of single letters that the statement gives, each with the letter on its left side.
  var bounds: [MathExpression.Condition] {
    guard !continuesPrevious else { return [] }
    var found: [MathExpression.Condition] = []
    for (position, relation) in relations.enumerated() {
      let (left, right) = (sides[position].expression, sides[position + 1].expression)
      switch (left, relation.kind, right) {
      case (.symbol, .belongs, _):
        guard let (lower, upper) = right.endpoints, lower.isPlainlyNumeric, upper.isPlainlyNumeric else {
          continue
        }
        found.append(.init(left: left, relation: .greater, right: lower))
        found.append(.init(left: left, relation: .less, right: upper))
      case (.symbol, let kind, _) where kind.isComparison && right.isPlainlyNumeric:
        found.append(.init(left: left, relation: kind, right: right))
      case (_, let kind, .symbol) where kind.isComparison && left.isPlainlyNumeric:
        found.append(.init(left: right, relation: kind.reversed, right: left))
      default: break
      }
    }
    return found
  }
}

extension MathExpression.Condition {
  /// Whether no number satisfies both bounds of the same letter.
  fileprivate func contradicts(_ other: MathExpression.Condition) -> Bool {
    let isUpper: (Relation.Kind) -> Bool = { $0 == .less || $0 == .lessOrEqual }
    guard relation != .differs, other.relation != .differs, isUpper(relation) != isUpper(other.relation)
    else { return false }
    let empty = FormulaEnvironment()
    var (first, second) = (FormulaEvaluator(empty), FormulaEvaluator(empty))
    guard case .scalar(let a)? = try? first.value(of: right),
      case .scalar(let b)? = try? second.value(of: other.right)
    else { return false }
    return isUpper(relation) ? a.value <= b.value : a.value >= b.value
  }
}
