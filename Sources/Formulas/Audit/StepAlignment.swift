/// Aligns two steps of a calculation to find the parts that changed.
struct StepAlignment {
  let environment: FormulaEnvironment
  /// The smallest pairs that differ by more than the written precision.
  var mismatches: [Discrepancy.Culprit] = []
  /// Whether the steps have the same outermost operation, so that a mismatch locates the mistake.
  var isConclusive = false

  init(_ environment: FormulaEnvironment) { self.environment = environment }

  mutating func align(_ left: MathExpression, _ right: MathExpression) {
    isConclusive = descend(left, right)
  }

  /// Compares two parts; false if they differ and are not the same operation.
  private mutating func descend(_ left: MathExpression, _ right: MathExpression) -> Bool {
    if left == right { return true }
    let leftValue = value(left)
    let rightValue = value(right)
    if let leftValue, let rightValue,
      WrittenPrecision(right, relation: .approximates).acceptsRounded(leftValue, rightValue, right)
    {
      return true
    }
    if let pairs = Self.pairs(left, right, matching: { matches($0, $1) }) {
      for (a, b) in pairs { _ = descend(a, b) }
      return true
    }
    mismatches.append(
      Discrepancy.Culprit(left: left, right: right, leftValue: leftValue, rightValue: rightValue))
    return false
  }

  private func value(_ expression: MathExpression) -> MathValue? {
    var evaluator = FormulaEvaluator(environment)
    return try? evaluator.value(of: expression)
  }

  private func matches(_ left: MathExpression, _ right: MathExpression) -> Bool {
    if left == right { return true }
    guard let a = value(left), let b = value(right) else { return false }
    return WrittenPrecision(right, relation: .equals).accepts(a, b)
  }

  /// The corresponding parts of two nodes of the same kind.
  private static func pairs(
    _ left: MathExpression, _ right: MathExpression, matching: (MathExpression, MathExpression) -> Bool
  ) -> [(MathExpression, MathExpression)]? {
    switch (left, right) {
    case (.sum(let a), .sum(let b)) where a.count == b.count: return unordered(a, b, matching)
    case (.product(let a), .product(let b)) where a.count == b.count:
      guard zip(a, b).allSatisfy({ ($0.sign == .division) == ($1.sign == .division) }) else { return nil }
      if a.contains(where: { $0.sign == .division }) {
        return Array(zip(a.map({ $0.expression }), b.map({ $0.expression })))
      }
      return unordered(a.map({ $0.expression }), b.map({ $0.expression }), matching)
    case (.fraction(let a, let b), .fraction(let c, let d)), (.power(let a, let b), .power(let c, let d)):
      return [(a, c), (b, d)]
    case (.root(let a, let m), .root(let b, let n)) where m == n: return [(a, b)]
    case (.negated(let a), .negated(let b)), (.absolute(let a), .absolute(let b)),
      (.transposed(let a), .transposed(let b)):
      return [(a, b)]
    case (.norm(let a, let m), .norm(let b, let n)) where m == n: return [(a, b)]
    case (.vector(let a), .vector(let b)) where a.count == b.count: return Array(zip(a, b))
    case (.function(let f, let a), .function(let g, let b)) where f == g && a.count == b.count:
      return Array(zip(a, b))
    default: return nil
    }
  }

  /// Pairs the parts that agree in any order, then the rest in order.
  private static func unordered(
    _ left: [MathExpression], _ right: [MathExpression], _ matching: (MathExpression, MathExpression) -> Bool
  ) -> [(MathExpression, MathExpression)] {
    // Searching for partners takes quadratic time.
    if left.count > 40 { return Array(zip(left, right)) }
    var pairs: [(MathExpression, MathExpression)] = []
    var rest = Array(right.indices)
    var open: [Int] = []
    // Parts that agree at the same place are partners.
    for position in left.indices {
      if matching(left[position], right[position]) {
        pairs.append((left[position], right[position]))
        rest.removeAll { $0 == position }
      } else {
        open.append(position)
      }
    }
    var unmatched: [Int] = []
    for position in open {
      if let partner = rest.first(where: { matching(left[position], right[$0]) }) {
        pairs.append((left[position], right[partner]))
        rest.removeAll { $0 == partner }
      } else {
        unmatched.append(position)
      }
    }
    for (a, b) in zip(unmatched, rest) { pairs.append((left[a], right[b])) }
    return pairs
  }
}

extension WrittenPrecision {
  /// Whether two values agree after rounding; whole numbers must agree exactly.
  fileprivate func acceptsRounded(_ left: MathValue, _ right: MathValue, _ written: MathExpression) -> Bool {
    if written.literals.allSatisfy({ $0.isInteger }) {
      return WrittenPrecision(written, relation: .equals).accepts(left, right)
    }
    return accepts(left, right)
  }
}
