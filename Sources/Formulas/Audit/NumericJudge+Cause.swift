import ElementaryNumerics

extension NumericJudge {
  func discrepancy(
    _ left: MathExpression, _ right: MathExpression, _ leftValue: MathValue, _ rightValue: MathValue,
    _ alignment: StepAlignment, _ relation: Relation.Kind
  ) -> Discrepancy {
    var result = Discrepancy(.arithmetic, left: leftValue, right: rightValue)
    let culprit = alignment.mismatches.first
    result.culprit = culprit
    if let culprit, let a = culprit.leftValue, let b = culprit.rightValue {
      result.cause = Self.cause(culprit.left, culprit.right, a, b)
    } else {
      result.cause = Self.cause(left, right, leftValue, rightValue)
    }
    if result.cause == .arithmetic, let symbol = swappedWeight(in: left, giving: right, rightValue, relation)
    {
      result.cause = .swappedWeights(symbol)
    }
    result.substitutesOtherValues =
      result.cause == .arithmetic && alignment.mismatches.count >= 2
      && alignment.mismatches.allSatisfy { !$0.left.isClosed && $0.right.isNumeric }
    if !leftValue.hasSameNumbers(as: rightValue), result.cause == .arithmetic {
      result.cause = .shape(leftValue.shape, rightValue.shape)
    }
    return result
  }

  static func cause(
    _ left: MathExpression, _ right: MathExpression, _ a: MathValue, _ b: MathValue
  ) -> Discrepancy.Cause {
    guard a.hasSameNumbers(as: b) else {
      if case .scalar(let scalar) = b, a.scalars.count > 1,
        close(a.total.value, scalar.value, 1e-6) || close(a.total.value.squareRoot(), scalar.value, 1e-3)
      {
        return .summedVector
      }
      return .shape(a.shape, b.shape)
    }
    let pairs = Array(zip(a.components, b.components))
    if left.contains(where: { if case .root = $0 { true } else { false } }),
      pairs.allSatisfy({ close($0.0 * $0.0, $0.1, 1e-6) })
    {
      return .vanishedRoot
    }
    if pairs.allSatisfy({ close(-$0.0, $0.1, 1e-9) }) { return .sign }
    if let halfUnits = WrittenPrecision(right, relation: .equals).halfUnits,
      zip(pairs, halfUnits).allSatisfy({ ($0.0 - $0.1).magnitude <= 2.000_01 * $1.value })
    {
      return .lastDigit
    }
    for exponent in [-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6] {
      let scale = RealFunctions.power(10, Double(exponent))
      if pairs.allSatisfy({ $0.0 == $0.1 || close($0.0 * scale, $0.1, 2e-3) }),
        pairs.contains(where: { $0 != $1 })
      {
        return .powerOfTen(exponent)
      }
    }
    return .arithmetic
  }

  static func close(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    (a - b).magnitude <= tolerance * max(a.magnitude, b.magnitude)
  }

  /// The weight s for which the left side gives the right side after exchanging s and 1 − s.
  func swappedWeight(
    in left: MathExpression, giving right: MathExpression, _ rightValue: MathValue, _ relation: Relation.Kind
  ) -> String? {
    for symbol in Set(left.symbols).sorted(by: { $0.name < $1.name }) {
      guard case .scalar(let weight)? = environment.value(of: .symbol(symbol)), weight.value > 0,
        weight.value < 1,
        weight.value != 0.5
      else { continue }
      var other = environment
      other.assign(.scalar(MathScalar(Rational(1)) - weight), to: .symbol(symbol))
      var evaluator = FormulaEvaluator(other)
      if let value = try? evaluator.value(of: left),
        WrittenPrecision(right, relation: relation).accepts(value, rightValue)
      {
        return symbol.name
      }
    }
    return nil
  }
}
