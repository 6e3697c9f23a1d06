/// The shapes of matrices that a text gives by X ∈ ℝ^{m×n}.
extension Derivation {
  /// Notes the shape of a letter.
  mutating func noteShape(_ statement: Statement) {
    guard statement.relations.map({ $0.kind }) == [.belongs], statement.sides.count == 2,
      case .symbol(let symbol) = statement.sides[0].expression,
      let shape = statement.sides[1].expression.shapeOfSpace
    else { return }
    environment.shapes[symbol.name] = shape
  }

  /// The verdict on XW ∈ ℝ^{n×k}, from the shapes of X and W; nil for other statements.
  func shapeVerdict(_ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression) -> Verdict? {
    guard relation == .belongs, left.quantityName == nil, let stated = right.shapeOfSpace else { return nil }
    guard let found = shape(of: left) else { return nil }
    if found == stated { return .holds }
    let isExchange = found.count == 2 && found.reversed() == stated
    let areNumbers = (found + stated).allSatisfy({ $0.isWrittenNumber })
    guard isExchange || areNumbers, found.count == stated.count else { return nil }
    func sizes(_ shape: [MathExpression]) -> MathValue {
      .vector(shape.compactMap { if case .scalar(let size)? = value($0) { size } else { nil } })
    }
    return claimed(
      Discrepancy(.identity, left: areNumbers ? sizes(found) : nil, right: areNumbers ? sizes(stated) : nil))
  }

  /// The shape of a product, a sum or a transpose; nil if a part has no known shape or the parts do not fit.
  private func shape(of expression: MathExpression) -> [MathExpression]? {
    switch expression {
    case .symbol(let symbol): return environment.shapes[symbol.name]
    case .transposed(let inner):
      guard let shape = shape(of: inner) else { return nil }
      return shape.count == 2 ? shape.reversed() : [.integer(1)] + shape
    case .negated(let inner): return shape(of: inner)
    case .sum(let terms):
      let shapes = terms.map { shape(of: $0) }
      guard let first = shapes.first, shapes.allSatisfy({ $0 == first }) else { return nil }
      return first
    case .product(let factors):
      var rows: MathExpression?
      var last: MathExpression?
      var isVector = false
      for factor in factors where !factor.expression.isWrittenNumber {
        guard factor.sign == .juxtaposed || factor.sign == .dot, !isVector,
          let shape = shape(of: factor.expression),
          last == nil || last == shape[0]
        else { return nil }
        rows = rows ?? shape[0]
        isVector = shape.count == 1
        last = shape.last
      }
      guard let rows, let last else { return nil }
      return isVector ? [rows] : [rows, last]
    default: return nil
    }
  }
}

extension MathExpression {
  /// The shape m×n of the space ℝ^{m×n}; nil for other sets.
  fileprivate var shapeOfSpace: [MathExpression]? {
    guard case .power(.symbol(let space), let exponent) = self, ["R", "ℝ", "C", "ℂ"].contains(space.base)
    else {
      return nil
    }
    guard case .product(let factors) = exponent else { return [exponent] }
    return factors.count == 2 && factors[1].sign == .cross ? factors.map({ $0.expression }) : nil
  }
}
