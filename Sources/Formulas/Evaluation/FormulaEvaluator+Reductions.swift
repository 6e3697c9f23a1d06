extension FormulaEvaluator {
  /// Reduces the terms over an index. Without limits, the index runs over the components of the vector that it indexes.
  mutating func reduce(_ reduction: MathExpression.Reduction) throws(EvaluationFailure) -> MathValue {
    guard let index = reduction.index else {
      guard reduction.operation == .sum, reduction.lower == nil else {
        throw .notEvaluable("a sum over a set")
      }
      return .scalar(try value(of: reduction.body).total)
    }
    if reduction.operation == .minimum || reduction.operation == .maximum, reduction.lower == nil,
      reduction.upper == nil, index.name.count == 1, !["i", "j", "k", "n"].contains(index.name)
    {
      return .scalar(
        try extremum(of: reduction.body, over: index, isMinimum: reduction.operation == .minimum).value)
    }
    let (first, last) = try range(of: reduction, index: index)
    guard let last else { return try series(reduction, index: index, from: first) }
    guard last.subtractingReportingOverflow(first).partialValue < 20_000 else { throw .tooManySteps }
    let outer = indices[index.name]
    defer { indices[index.name] = outer }
    var result: MathValue?
    if first <= last {
      for position in first...last {
        indices[index.name] = position
        let term = try value(of: reduction.body)
        guard let sum = result else {
          result = term
          continue
        }
        switch reduction.operation {
        case .sum: result = try sum.combined(with: term, named: "+", +)
        case .product: result = try sum.multiplied(by: term, sign: .dot)
        case .maximum: result = try sum.combined(with: term, named: "max") { $0.value >= $1.value ? $0 : $1 }
        case .minimum: result = try sum.combined(with: term, named: "min") { $0.value <= $1.value ? $0 : $1 }
        }
      }
    }
    return result ?? .scalar(MathScalar(Rational(reduction.operation == .product ? 1 : 0)))
  }

  private mutating func range(
    of reduction: MathExpression.Reduction, index: MathSymbol
  ) throws(EvaluationFailure) -> (Int, Int?) {
    var first = 1
    if let lower = reduction.lower {
      if case .opaque = lower { throw .notEvaluable("a sum over a set") }
      guard case .scalar(let scalar) = try value(of: lower), let whole = scalar.integer else {
        throw .undefined("a sum from a number that is not whole")
      }
      first = whole
    }
    if let upper = reduction.upper {
      let end = try value(of: upper)
      if end.scalarValue == .infinity { return (first, nil) }
      guard case .scalar(let scalar) = end, let whole = scalar.integer else {
        throw .undefined("a sum to a number that is not whole")
      }
      return (first, whole)
    }
    var count: Int?
    let indices: Set = [index.name]
    reduction.body.visit { node in
      guard count == nil, case .symbol(let symbol) = node else { return }
      let family = symbol.withoutIndices(indices)
      guard family.subscripts.count + family.labels.count < symbol.subscripts.count + symbol.labels.count
      else { return }
      let whole =
        environment.value(named: family.name, quantity: .symbol(family)) ?? environment.random?.family(family)
      if case .vector(let items)? = whole { count = items.count }
    }
    guard let count else { throw .notEvaluable("a sum without limits") }
    return (first, first + count - 1)
  }
}
