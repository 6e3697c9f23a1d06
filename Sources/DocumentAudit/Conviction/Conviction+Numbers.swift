import Formulas

extension Conviction {
  func numericDoubt(_ step: JudgedStep, _ left: MathExpression, _ right: MathExpression) -> Doubt? {
    if step.relation.isComparison {
      let hasLetter = !left.symbols.isEmpty || !right.symbols.isEmpty
      return role == .condition || role == .goal || hasLetter ? .comparison : nil
    }
    // 0 = 1 is no slip of a calculation: it shows that something is impossible.
    if statement.sides.count == 2, step.relation == .equals, left.isWrittenNumber, right.isWrittenNumber {
      return .noRepair
    }
    guard let a = step.leftValue, let b = step.rightValue else { return nil }
    return isRounding(a, b, step) || isLeftByInputs(left, right, a, b) ? .rounding : nil
  }

  /// Whether rounding of the constants with six or more digits explains the difference, half a unit each.
  private func isLeftByInputs(
    _ left: MathExpression, _ right: MathExpression, _ a: MathValue, _ b: MathValue
  ) -> Bool {
    let literals = Set((left.literals + right.literals).filter { !$0.isInteger && $0.significantDigits >= 6 })
    guard !literals.isEmpty, literals.count <= 8, a.hasSameNumbers(as: b) else { return false }
    var allowance = [Double](repeating: 0, count: a.components.count)
    for literal in literals {
      let half = literal.halfUnit.value
      for (side, value) in [(left, a), (right, b)] {
        let shifted = side.replacing { node in
          guard case .number(let number) = node, number == literal else { return nil }
          return WrittenDecimal((number.doubleValue + half).description).map { .number($0) }
        }
        var evaluator = FormulaEvaluator(environment)
        guard let moved = try? evaluator.value(of: shifted), moved.hasSameNumbers(as: value) else {
          return false
        }
        for (position, (x, y)) in zip(moved.components, value.components).enumerated() {
          allowance[position] += (x - y).magnitude
        }
      }
    }
    return zip(zip(a.components, b.components), allowance).allSatisfy { pair, allowed in
      (pair.0 - pair.1).magnitude <= allowed * 1.01
    }
  }

  /// Whether the difference is rounding that texts do not mention: a whole number for a fraction, one digit for `≈`.
  func isRounding(_ a: MathValue, _ b: MathValue, _ step: JudgedStep) -> Bool {
    guard a.hasSameNumbers(as: b), let right = step.comparison?.right else { return false }
    let isApproximate = step.comparison.map { $0.left.isComputedByLimit || right.isComputedByLimit } ?? false
    if isApproximate, a.relativeDifference(to: b) < 1e-3 { return true }
    let digits = right.literals.map(\.significantDigits).max() ?? 0
    return zip(a.components, b.components).allSatisfy { x, y in
      if x == y { return true }
      let error = (x - y).magnitude / max(x.magnitude, y.magnitude)
      if step.relation == .approximates {
        if digits <= 1 { return error < 0.5 }
        if digits == 2 { return error < 0.05 }
      }
      // 7/2 = 3 may count whole things.
      return right.isWrittenNumber && right.literals.allSatisfy(\.isInteger) && y.rounded() == y
        && x.rounded() != x
        && (x - y).magnitude < 1
    }
  }

  func valueDoubt(
    _ left: MathExpression, _ right: MathExpression, _ step: JudgedStep, _ discrepancy: Discrepancy
  ) -> Doubt? {
    guard let a = step.leftValue, let b = step.rightValue else { return .unknown(step.left) }
    if isRounding(a, b, step) { return .rounding }
    // vᵀ = (…) may give the vector a new value.
    if case .transposed(.symbol(let symbol)) = left, right.isWrittenValue { return .meaning([symbol.name]) }
    if !isDisplay, statement.sides.count < 3 {
      // In a sentence, a formula that is not a result gives a value or states a condition.
      if role != .claim, !left.contains(where: { $0.isCall }) { return .role(.bare) }
    }
    // With letters on both sides, the step is an identity; the known values may refute it by accident.
    if !right.isPlainlyNumeric { return identityDoubt(left, right, step, repaired: nil) }
    if let doubt = otherReading(left, right, step.relation) { return doubt }
    switch discrepancy.cause {
    case .summedVector where right.canonical == .integer(0): return .reading(.innerProduct)
    case .swappedWeights, .vanishedRoot, .summedVector, .sign, .powerOfTen, .lastDigit: return nil
    case .shape: return a.shape == .scalar || b.shape == .scalar ? .reading(.innerProduct) : nil
    default: break
    }
    if right.literals.isEmpty || !right.isWrittenValue, a.relativeDifference(to: b) < 0.005 {
      return .rounding
    }
    // A display that continues a calculation is a step; a display that gives a value may redefine the name.
    if isDisplay, !right.isWrittenValue, a.hasSameNumbers(as: b) { return nil }
    return isNear(a, b) ? nil : .meaning(left.symbols.map(\.name))
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

  /// Whether the expression consists of written numbers; e and π are its only letters.
  var isPlainlyNumeric: Bool { isNumeric && !contains { if case .interval = $0 { true } else { false } } }
}
