extension Derivation {
  /// The verdict on an inequality that is true for all numbers within the bounds that the text states for its letters, or
  /// false for all of them; nil for all others.
  func verdictWithinBounds(
    _ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression
  ) -> Verdict? {
    let bounded = environment.conditions.flatMap { $0.left.symbols }
    let letters = Set(left.symbols + right.symbols).intersection(bounded)
    // A lone letter beside a number is a bound of its own.
    let isNewBound = left.quantityName != nil && (right.isNumeric || right.quantityName != nil)
    guard !letters.isEmpty, !isNewBound, right.quantityName == nil || !left.isNumeric else { return nil }
    var general = self
    for letter in letters { general.environment.forgetValue(of: letter) }
    let test = InequalityTest(environment: general.environment, seed: seed)
    switch test.run(left, relation, right) {
    case .holds: return .holds
    case .fails(let discrepancy): return .fails(discrepancy.certain)
    case .depends, .notEvaluable: return nil
    }
  }

  /// The derivation with positive numbers for the matrices of quadratic forms, if the text calls them positive definite;
  /// nil without such forms.
  func knowingDefiniteness(_ sides: [MathExpression]) -> Derivation? {
    guard environment.topics.contains(.positiveDefinite) else { return nil }
    var copy = self
    for side in sides {
      side.visit { node in
        guard case .product(let factors) = node, factors.count == 3,
          case .transposed(let vector) = factors[0].expression, vector == factors[2].expression,
          case .symbol(let matrix) = factors[1].expression, QuantityDomains.looksLikeMatrix(matrix),
          environment.value(of: factors[1].expression) == nil, environment.definitions[matrix.name] == nil
        else { return }
        let condition = MathExpression.Condition(
          left: factors[1].expression, relation: .greater, right: .integer(0))
        if !copy.environment.conditions.contains(condition) { copy.environment.conditions.append(condition) }
      }
    }
    return copy.environment.conditions.count > environment.conditions.count ? copy : nil
  }

  /// The verdict on a claim such as x + 1/x ≥ 3 for x > 0, if the sharp bound is another simple number; nil for others.
  func falseBound(_ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression) -> Verdict? {
    if left.isNumeric { return right.isNumeric ? nil : falseBound(right, relation.reversed, left) }
    let isKnown = isKnownCall(left)
    let left = left.withDerivatives(in: environment)
    let names = environment.freeQuantities(of: left)
    guard right.isNumeric, names.count == 1, ["a", "b", "n", "p", "x", "y", "z"].contains(names[0]),
      case .symbol(let letter)? = left.quantity(named: names[0]), case .scalar(let stated)? = value(right),
      relation != .differs, left.contains(where: { $0 == .symbol(letter) })
    else { return nil }
    var ranges: [String: QuantityRange] = [:]
    for condition in environment.conditions { ranges.restrict(by: condition) }
    let isUpper = relation == .less || relation == .lessOrEqual
    guard isKnown || ranges[letter.name] != nil,
      let sharp = extremum(of: left, letter, ranges[letter.name] ?? QuantityRange(), isMaximum: isUpper)
    else { return nil }
    let simple = (sharp * 12).rounded() / 12
    guard (sharp - simple).magnitude < 1e-7, isUpper ? simple > stated.value : simple < stated.value else {
      return nil
    }
    return claimed(Discrepancy(.comparison, left: .scalar(MathScalar(simple)), right: .scalar(stated)))
  }

  /// The largest or smallest value of a function of one letter in a range, if it is taken inside; nil otherwise.
  private func extremum(
    of body: MathExpression, _ letter: MathSymbol, _ range: QuantityRange, isMaximum: Bool
  ) -> Double? {
    func value(at place: Double) -> Double? {
      var known = environment
      known.assign(.scalar(MathScalar(place)), to: .symbol(letter))
      var evaluator = FormulaEvaluator(known)
      guard case .scalar(let number)? = try? evaluator.value(of: body), number.value.isFinite else {
        return nil
      }
      return isMaximum ? number.value : -number.value
    }
    let (lower, upper) = (max(range.lower, -20), min(range.upper, 20))
    guard lower < upper else { return nil }
    let count = 800
    let places = (1..<count).map { lower + (upper - lower) * Double($0) / Double(count) }
    let values = places.map { value(at: $0) ?? -.infinity }
    guard let best = values.indices.max(by: { values[$0] < values[$1] }), best > 0, best < values.count - 1,
      values[best].isFinite, values[best - 1].isFinite, values[best + 1].isFinite
    else { return nil }
    var (a, b) = (places[best - 1], places[best + 1])
    for _ in 0..<60 {
      let (c, d) = (a + (b - a) * 0.382, a + (b - a) * 0.618)
      guard let x = value(at: c), let y = value(at: d) else { return nil }
      if x > y { b = d } else { a = c }
    }
    return value(at: (a + b) / 2).map { isMaximum ? $0 : -$0 }
  }

  /// The derivation without definitions that only give a letter of the sides another name: y = x on a line of a plot.
  /// Nil if there are none.
  func withoutRenamings(_ sides: [MathExpression]) -> Derivation? {
    var copy = self
    var changed = false
    for symbol in Set(sides.flatMap({ $0.symbols })) {
      guard case .symbol? = environment.definitions[symbol.name] else { continue }
      copy.environment.definitions[symbol.name] = nil
      changed = true
    }
    return changed ? copy : nil
  }
}
