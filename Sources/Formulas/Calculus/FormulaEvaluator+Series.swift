extension FormulaEvaluator {
  /// The value of an infinite sum or product: exact for a geometric series, else term by term or by extrapolation.
  mutating func series(
    _ reduction: MathExpression.Reduction, index: MathSymbol, from first: Int
  ) throws(EvaluationFailure) -> MathValue {
    guard reduction.operation == .sum || reduction.operation == .product, numericDepth < 2 else {
      throw .notEvaluable("an unbounded range")
    }
    var probe = self
    probe.numericDepth += 1
    let term: (Int) -> MathScalar? = { position in
      probe.steps = 0
      probe.stepLimit = 2_000
      probe.indices[index.name] = position
      guard case .scalar(let value)? = try? probe.value(of: reduction.body) else { return nil }
      return value
    }
    let isSum = reduction.operation == .sum
    if isSum, let sum = Self.geometric(from: first, term) { return .scalar(sum) }
    let limit = environment.random == nil ? 4_096 : 256
    return .scalar(try Self.accumulated(from: first, upTo: limit, isSum: isSum, term))
  }

  /// The sum a/(1 − r), if the first terms are fractions with a constant quotient.
  private static func geometric(from first: Int, _ term: (Int) -> MathScalar?) -> MathScalar? {
    let terms = (0..<6).compactMap { term(first + $0) }
    guard terms.count == 6, let start = terms[0].exact, start != Rational(0),
      let ratio = terms[1].exact?.divided(by: start), terms[1].first == 0
    else { return nil }
    for (a, b) in zip(terms, terms.dropFirst()) {
      guard let from = a.exact, let to = b.exact, from.multiplied(by: ratio) == to else { return nil }
    }
    guard ratio.doubleValue.magnitude < 1, let rest = Rational(1).subtracting(ratio) else { return nil }
    return start.divided(by: rest).map { MathScalar($0) }
  }

  private static func accumulated(
    from first: Int, upTo limit: Int, isSum: Bool, _ term: (Int) -> MathScalar?
  ) throws(EvaluationFailure) -> MathScalar {
    var total = isSum ? MathScalar.zero : .one
    var partial: [(value: Double, uncertainty: Double)] = []
    var quiet = 0
    var largest = 0.0
    for position in 0..<limit {
      guard let next = term(first + position) else { break }
      total = isSum ? total + next : total * next
      let change = isSum ? next.value.magnitude : (next.value - 1).magnitude
      largest = max(largest, change)
      quiet = change <= 1e-17 * max(total.value.magnitude, 1e-300) ? quiet + 1 : 0
      // Three negligible terms in a row end the series; fewer would not do, because every second term may be zero.
      if quiet >= 3, position >= 8, total.value.isFinite {
        return MathScalar(
          value: total.value, first: total.first, second: total.second,
          uncertainty: total.uncertainty + 4 * MathScalar.rounding * total.value.magnitude)
      }
      let count = position + 1
      if count & (count - 1) == 0 { partial.append((total.value, total.uncertainty)) }
      guard total.value.isFinite else { break }
    }
    if isSum, largest > 1e-300, let late = term(first + limit), late.value.magnitude > 0.5 * largest {
      throw .undefined("a series whose terms do not die out")
    }
    guard total.first == 0, total.second == 0 else { throw .notEvaluable("the derivative of a slow series") }
    switch SequenceLimit(terms: partial).outcome {
    case .settles(let value, let error): return MathScalar(value: value, uncertainty: 10 * error)
    case .grows(let sign): return MathScalar(sign * .infinity)
    case .unclear: throw .notEvaluable("a series that does not settle")
    }
  }
}
