import Formulas

extension Conviction {
  func numericDoubt(_ step: JudgedStep, _ left: MathExpression, _ right: MathExpression) -> Doubt? {
    if step.relation.isComparison {
      let hasLetter = (left.symbols + right.symbols).contains { $0.name != "π" }
      return role == .condition || role == .goal || hasLetter ? .comparison : nil
    }
    if isCongruence(left, right) || isCongruence(right, left) { return .unknown("the modulus") }
    // 0 = 1 is no slip of a calculation: it shows that something is impossible.
    if statement.sides.count == 2, step.relation == .equals,
      statement.sides.allSatisfy(\.expression.isWrittenNumber), !statement.latex.contains("%")
    {
      return .noRepair
    }
    guard let a = step.leftValue, let b = step.rightValue else { return nil }
    // A text may give the exact probability first and then an approximate one.
    if notations.speaksOfApproximations, let first = statement.sides.first?.expression, left != first,
      first.isProbabilityOperator, step.position == statement.sides.dropFirst().first?.position,
      a.relativeDifference(to: b) < 0.05
    {
      return .rounding
    }
    let rounding = rounding(of: left, right, a, b)
    return isRounding(a, b, step) || rounding.explainsByDecimals || rounding.explainsLastDigit
      ? .rounding : nil
  }

  /// Whether a number and the number before "mod" have the same remainder: −1 = 1 mod 2.
  private func isCongruence(_ side: MathExpression, _ other: MathExpression) -> Bool {
    let derivation = Derivation(environment: environment, rigour: .lenient)
    guard case .function(.remainder, let parts) = other, parts.count == 2,
      let stated = derivation.value(side)?.scalarValue, let number = derivation.value(parts[0])?.scalarValue,
      let modulus = derivation.value(parts[1])?.scalarValue
    else { return false }
    return (stated - number).truncatingRemainder(dividingBy: modulus) == 0
  }

  private func rounding(
    of left: MathExpression, _ right: MathExpression, _ a: MathValue, _ b: MathValue
  ) -> InputRounding {
    InputRounding(
      environment: environment, left: left, right: right, leftValue: a, rightValue: b,
      rounded: roundedResults.union(resultsOfRounded))
  }

  /// The decimals that the statement calculates from rounded ones: 0.324 in 1 − 0.676 = 0.324.
  private var resultsOfRounded: Set<WrittenDecimal> {
    let literals = statement.sides.map(\.expression.literals)
    guard let start = literals.firstIndex(where: { !roundedResults.isDisjoint(with: $0) }) else { return [] }
    return Set(literals[start...].joined()).subtracting(literals[...start].joined())
  }

  /// Whether the difference is rounding that texts do not mention: a whole number for a fraction, one digit for `≈`.
  func isRounding(_ a: MathValue, _ b: MathValue, _ step: JudgedStep) -> Bool {
    guard a.hasSameNumbers(as: b), let right = step.comparison?.right else { return false }
    let isApproximate = step.comparison.map { $0.left.isComputedByLimit || right.isComputedByLimit } ?? false
    if isApproximate, a.relativeDifference(to: b) < 1e-3 { return true }
    let digits = right.literals.map(\.significantDigits).max() ?? 0
    let isCalculation = step.comparison.map { $0.left.isCalculation } ?? false
    return zip(a.components, b.components).allSatisfy { x, y in
      if x == y { return true }
      let error = (x - y).magnitude / max(x.magnitude, y.magnitude)
      if step.relation == .approximates {
        if digits <= 1 {
          return error < 0.5 && !(step.comparison.map { isBeyondRounding($0.left, x, y) } ?? false)
        }
        if digits == 2 { return error < 0.05 && !(isCalculation && isCutOff(x, y, right)) }
      }
      // 1603.6 = 1604 is rounded, and 7/2 = 3 may count whole things.
      if isCalculation, right.isWrittenNumber, x.rounded() == y, y != 0,
        step.comparison?.left.hasMeasuredNumber ?? false
      {
        return true
      }
      return isCalculation && right.isWrittenNumber && right.literals.allSatisfy(\.isInteger)
        && y.rounded() == y
        && x.rounded() != x
        && (x - y).magnitude
          < (step.comparison.map { $0.left.hasDivision } ?? true ? 1 : y.magnitude < 100 ? 0.05 : 0.51)
    }
  }

  /// Whether a number is cut off instead of rounded: 2/3 ≈ 0.66.
  private func isCutOff(_ x: Double, _ y: Double, _ right: MathExpression) -> Bool {
    guard let half = WrittenPrecision(right, relation: .equals).halfUnits?.first?.value else { return false }
    let error = x.magnitude - y.magnitude
    return error > 1.02 * half && error < 2 * half
  }

  /// Whether one digit is neither the rounded value of a closed expression nor its order of magnitude: √10 ≈ 4.
  private func isBeyondRounding(_ left: MathExpression, _ x: Double, _ y: Double) -> Bool {
    guard left.isClosed, x.magnitude >= 1, y.magnitude < 10, ![1, 2, 5].contains(y.magnitude) else {
      return false
    }
    return (x - y).magnitude > 0.75
  }

  /// Whether only the result is given in per cent: 11 % of …, so 9 · 11 = 99 %. A factor of 1.21 is an increase by 21 %.
  func mayBePercent(_ step: JudgedStep, _ discrepancy: Discrepancy) -> Bool {
    guard step.right.hasSuffix("\\%"), !step.left.contains("%") else { return false }
    if discrepancy.cause == .powerOfTen(-2) { return true }
    guard let factor = step.leftValue?.scalarValue, let increase = step.rightValue?.scalarValue else {
      return false
    }
    return (factor - 1 - increase).magnitude < 0.005
  }

  /// Whether only a power of ten separates the values of both sides, as a unit such as ns does.
  func differsByPowerOfTen(_ step: JudgedStep) -> Bool {
    guard let a = step.leftValue?.scalarValue, let b = step.rightValue?.scalarValue, a != 0 else {
      return false
    }
    var ratio = b / a
    guard ratio > 1e-15, ratio < 1e15 else { return false }
    while ratio > 3 { ratio /= 10 }
    while ratio < 0.3 { ratio *= 10 }
    return (ratio - 1).magnitude < 5e-3
  }

  func valueDoubt(
    _ left: MathExpression, _ right: MathExpression, _ step: JudgedStep, _ discrepancy: Discrepancy
  ) -> Doubt? {
    guard let a = step.leftValue, let b = step.rightValue else {
      return .unknown(step.left)
    }
    if isRounding(a, b, step) || rounding(of: left, right, a, b).explainsByGivenEntries { return .rounding }
    // Another number in the place of a name whose value is from further above: the name has a new value.
    if case .symbol(let symbol)? = discrepancy.culprit?.left, !recent.contains(symbol.name),
      discrepancy.culprit?.right.isWrittenNumber ?? false
    {
      return .meaning([symbol.name])
    }
    if isQuantified { return .meaning(Set(left.symbols.map(\.name)).sorted()) }
    // vᵀ = (…) may give the vector a new value.
    if case .transposed(.symbol(let symbol)) = left, right.isWrittenValue, !usesRecentValues(left) {
      return .meaning([symbol.name])
    }
    if !isDisplay, statement.sides.count < 3 {
      // In a sentence, a formula that is not a result gives a value or states a condition.
      if role != .claim, !left.contains(where: { $0.isCall }), !contradictsGivenMatrices(step),
        role != .bare || !left.isQuotientOrFunction || !isCalculatedNow(left)
      {
        return .role(.bare)
      }
    }
    // With letters on both sides, the step is an identity; the known values may refute it by accident.
    if !right.isPlainlyNumeric, !usesRecentValues(left) || !usesRecentValues(right) {
      return identityDoubt(left, right, step, repaired: nil)
    }
    if let doubt = otherReading(left, right, step.relation) { return doubt }
    switch discrepancy.cause {
    case .summedVector where right.canonical == .integer(0): return .reading(.innerProduct)
    case .swappedWeights, .vanishedRoot, .summedVector, .sign, .powerOfTen, .lastDigit: return nil
    case .shape where a.shape != b.shape:
      return a.shape == .scalar || b.shape == .scalar ? .reading(.innerProduct) : nil
    default: break
    }
    if right.literals.isEmpty || !right.isWrittenValue, a.relativeDifference(to: b) < 0.005 {
      return .rounding
    }
    // A display that continues a calculation is a step; a display that gives a value may redefine the name.
    if isDisplay, !right.isWrittenValue, a.hasSameNumbers(as: b) { return nil }
    return isNear(a, b) || usesRecentValues(left) || isRecentCall(left)
      ? nil : .meaning(left.symbols.map(\.name))
  }

  /// Whether a slip of a digit explains the difference.
  private func isNear(_ a: MathValue, _ b: MathValue) -> Bool {
    guard a.hasSameNumbers(as: b) else { return false }
    let near = zip(a.components, b.components).map { x, y in
      (x - y).magnitude <= 0.6 * max(x.magnitude, y.magnitude) || (x - y).magnitude <= 2
    }
    let wrong = zip(a.components, b.components).count { $0 != $1 }
    // A slip in a vector or matrix leaves most of its entries right.
    return near.allSatisfy { $0 } && (near.count == 1 || 2 * wrong <= near.count)
  }
}

extension MathExpression {
  /// Whether two written vectors are multiplied, of which one may be a row.
  var hasProductOfLists: Bool {
    contains { node in
      guard case .product(let factors) = node else { return false }
      return zip(factors, factors.dropFirst()).contains { factor, next in
        guard case .vector = next.expression else { return false }
        switch factor.expression {
        case .vector, .matrix: return true
        default: return false
        }
      }
    }
  }

  /// Whether the expression is a fraction or a function, which no sentence only compares with a number.
  fileprivate var isQuotientOrFunction: Bool {
    switch self {
    case .fraction, .function, .root: true
    case .negated(let inner): inner.isQuotientOrFunction
    default: false
    }
  }

  fileprivate var hasDivision: Bool {
    contains { node in
      switch node {
      case .fraction: true
      case .product(let factors): factors.contains { $0.sign == .division }
      default: false
      }
    }
  }

  /// Whether a limit, an integral or an infinite sum makes the value approximate.
  fileprivate var isComputedByLimit: Bool {
    contains { node in
      switch node {
      case .limit, .integral: true
      case .reduction(let reduction): reduction.upper == .symbol(MathSymbol("∞"))
      default: false
      }
    }
  }

  /// Whether the expression is calculated from written numbers, such as 7/2 or 3 · 1.83².
  fileprivate var isCalculation: Bool {
    !contains { node in
      switch node {
      case .number, .sum, .product, .fraction, .negated: false
      case .power(_, let exponent): !exponent.isWrittenNumber
      default: true
      }
    }
  }

  /// Whether the expression has a number with decimals and at least three digits, whose results texts round.
  fileprivate var hasMeasuredNumber: Bool {
    literals.contains { !$0.isInteger && $0.significantDigits >= 3 }
  }

  /// Whether the expression consists of written numbers; e and π are its only letters.
  var isPlainlyNumeric: Bool { isNumeric && !contains { if case .interval = $0 { true } else { false } } }
}
