import ElementaryNumerics

extension FormulaEvaluator {
  /// The value of a limit, by extrapolation from both sides; exact where the expression is continuous.
  mutating func limit(_ limit: MathExpression.Limit) throws(EvaluationFailure) -> MathValue {
    guard numericDepth == 0 else { throw .notEvaluable("a limit inside a limit or an integral") }
    guard case .scalar(let target) = try value(of: limit.target) else {
      throw .notEvaluable("a limit at a vector")
    }
    // The members of a sequence without a rule may do anything.
    let members = limit.body.symbols.filter { symbol in
      symbol.subscripts.contains { $0.symbols.contains(limit.variable) }
    }
    if members.contains(where: { environment.freeQuantities(of: .symbol($0)).contains($0.name) }) {
      throw .notEvaluable("a sequence without a rule")
    }
    let function = try sampling(
      limit.body, of: limit.variable, steps: environment.random == nil ? 20_000 : 2_000)
    if target.value.isInfinite {
      return try result([Self.approach(target, side: target.value > 0 ? 1 : -1, function)], nil)
    }
    var outcomes: [SequenceLimit.Outcome?] = []
    if limit.side != .below { outcomes.append(Self.approach(target, side: 1, function)) }
    if limit.side != .above { outcomes.append(Self.approach(target, side: -1, function)) }
    return try result(outcomes, function(target))
  }

  private func result(
    _ outcomes: [SequenceLimit.Outcome?], _ direct: MathScalar?
  ) throws(EvaluationFailure) -> MathValue {
    // If the expression has no values on one side, as ln x left of zero, the other side decides.
    let seen = outcomes.compactMap { $0 }
    guard let first = seen.first else { throw .undefined("the expression near the limit") }
    switch first {
    case .unclear: throw .notEvaluable("a limit that does not settle")
    case .grows(let sign):
      guard seen.allSatisfy({ $0 == first }) else { throw .undefined("a limit with two sides") }
      return .scalar(MathScalar(sign * .infinity))
    case .settles(let value, let error):
      for case let other in seen.dropFirst() {
        guard case .settles(let second, let secondError) = other else {
          throw .notEvaluable("a limit that does not settle")
        }
        guard (value - second).magnitude <= 100 * (error + secondError) + 1e-12 * value.magnitude else {
          throw .undefined("a limit with two sides")
        }
      }
      if let direct, (direct.value - value).magnitude <= 10 * error { return .scalar(direct) }
      return .scalar(MathScalar(value: value, uncertainty: 10 * error))
    }
  }

  /// The behaviour at points whose distance halves each time; nil if fewer than six of them have a value.
  private static func approach(
    _ target: MathScalar, side: Double, _ function: (MathScalar) -> MathScalar?
  ) -> SequenceLimit.Outcome? {
    var terms: [(value: Double, uncertainty: Double)] = []
    for step in 1...26 {
      let size = RealFunctions.power(2, Double(step))
      let point =
        target.value.isInfinite
        ? MathScalar(Rational(Int(side * 2 * size)))
        : target + MathScalar(Rational(side < 0 ? -1 : 1)) / MathScalar(Rational(Int(size)))
      guard let value = function(MathScalar(value: point.value, exact: point.exact)) else {
        if terms.count >= 6 { break }
        terms = []
        continue
      }
      // A power that has underflowed to zero carries no information.
      if value.value == 0, let last = terms.last, last.value.magnitude > 1e-6, terms.count >= 6 { break }
      terms.append((value.value, value.uncertainty))
    }
    return terms.count >= 6 ? SequenceLimit(terms: terms).outcome : nil
  }
}
