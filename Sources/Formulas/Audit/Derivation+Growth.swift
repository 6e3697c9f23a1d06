import ElementaryNumerics

/// Orders of growth and values of the gamma function, which have a fixed meaning in all texts.
extension Derivation {
  /// The verdict on `3n^2 + 5n = O(n^2)` for large n, also with o, Θ and Ω; nil for other statements.
  func growthVerdict(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard case .application(let order, let arguments) = right, arguments.count == 1,
      ["O", "𝓞", "o", "Θ", "Ω"].contains(order.base), order.subscripts.isEmpty
    else { return nil }
    let names = Set(free([left, arguments[0]]))
    guard names.count == 1, let name = names.first, ["n", "N", "m", "k"].contains(name),
      case .symbol(let letter)? = arguments[0].quantity(named: name)
    else { return nil }
    let quotient = MathExpression.fraction(left, arguments[0])
    for places in [[1e2, 1e4, 1e8], [50.0, 100, 200]] {
      let sizes = places.compactMap { place -> Double? in
        var known = environment
        known.assign(.scalar(MathScalar(place)), to: .symbol(letter))
        var evaluator = FormulaEvaluator(known)
        guard case .scalar(let value)? = try? evaluator.value(of: quotient), value.value.isFinite,
          value.value != 0
        else { return nil }
        return RealFunctions.log(value.value.magnitude)
      }
      guard sizes.count == 3 else { continue }
      let (first, last) = (sizes[1] - sizes[0], sizes[2] - sizes[1])
      let isBounded = last < 0.02 ? true : last > 0.5 && first > 0.3 ? false : nil
      let isBoundedBelow = last > -0.02 ? true : last < -0.5 && first < -0.3 ? false : nil
      let holds: Bool?
      switch order.base {
      case "o": holds = last < -0.5 && first < -0.3 ? true : last > -0.02 ? false : nil
      case "Ω": holds = isBoundedBelow
      case "Θ": holds = isBounded == false || isBoundedBelow == false ? false : isBounded
      default: holds = isBounded
      }
      return holds.map { $0 ? .holds : claimed(Discrepancy(.identity, left: nil, right: nil)) }
    }
    return nil
  }

  /// The verdict on `n! \sim g(n)` for large n; nil for other letters, since x mostly tends to 0. Some texts write ∼ for
  /// the order of growth, so that a constant factor is no mistake.
  func asymptoticVerdict(
    _ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression
  ) -> Verdict? {
    guard relation == .distributed, free([left]) == free([right]), let name = free([left]).first,
      free([left]).count == 1, ["n", "N", "m", "k"].contains(name),
      case .symbol(let letter)? = left.quantity(named: name),
      ![left, right].contains(where: { $0.contains(where: { $0.isCall }) })
    else { return nil }
    func terms(_ quotient: MathExpression) -> [(value: Double, uncertainty: Double)] {
      var terms: [(value: Double, uncertainty: Double)] = []
      for power in 0..<16 {
        var known = environment
        known.assign(.scalar(MathScalar(Rational(4 << power))), to: .symbol(letter))
        var evaluator = FormulaEvaluator(known)
        guard case .scalar(let value)? = try? evaluator.value(of: quotient), value.value.isFinite,
          value.value != 0
        else { break }
        terms.append((value.value, value.uncertainty))
      }
      return terms
    }
    for quotient in [MathExpression.fraction(left, right), .fraction(right, left)] {
      switch SequenceLimit(terms: terms(quotient)).outcome {
      case .settles(let value, let error):
        if (value - 1).magnitude <= max(1e-6, 10 * error) { return .holds }
      case .grows: return claimed(Discrepancy(.identity, left: nil, right: nil))
      case .unclear: break
      }
    }
    return nil
  }

  /// The verdict on Γ(5) = 24; nil for other statements, and in a text that defines Γ.
  func gammaVerdict(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard case .application(let symbol, let arguments) = left, symbol.name == "Γ", arguments.count == 1,
      environment.functions["Γ"] == nil, case .scalar(let place)? = value(arguments[0]), right.isNumeric,
      let stated = value(right)
    else { return nil }
    let doubled = MathScalar(Rational(2)) * place
    guard let half = doubled.integer, (1...40).contains(half) else { return nil }
    // From Γ(1) = 1 or Γ(1/2) = √π upwards.
    var result = half % 2 == 0 ? MathScalar.one : MathScalar(Double.pi).squareRoot
    for step in stride(from: half % 2 == 0 ? 2 : 1, to: half, by: 2) {
      result = result * MathScalar(Rational(step)) / MathScalar(Rational(2))
    }
    let verdict = NumericJudge(environment: environment).judge(
      left, right, values: (.scalar(result), stated), relation: .equals)
    guard case .fails(let discrepancy) = verdict else { return verdict }
    return claimed(discrepancy)
  }
}
