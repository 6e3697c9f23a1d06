extension Derivation {
  /// Judges `left = right` by their values, or as an identity when quantities are free.
  func compare(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind, _ step: inout JudgedStep,
    _ origin: inout MathValue?
  ) {
    if relation == .equals,
      let verdict = listedSeries(left, right) ?? antiderivatives(left, right) ?? ruleVerdict(
        left, right, relation)
        ?? chainRuleVerdict(left, right, relation) ?? sequenceVerdict(left, right, relation)
    {
      step.comparison = .init(left: left, right: right, basis: .points)
      step.verdict = verdict
      return
    }
    if relation.statesValue, compareDoubleSigns(left, right, relation, &step, &origin) { return }
    if relation == .equals, let quotient = right.withRemainder(of: left) {
      return compare(left, quotient, relation, &step, &origin)
    }
    if relation == .equals, let (first, second) = chained(left, right) {
      return compare(first, second, relation, &step, &origin)
    }
    if relation.isComparison, let copy = knowingDefiniteness([left, right]) {
      return copy.compare(left, right, relation, &step, &origin)
    }
    if relation == .equals,
      let verdict = derivedVerdict(left, right) ?? growthVerdict(left, right) ?? dataVerdict(left, right)
        ?? spectralVerdict(left, right) ?? inverseVerdict(left, right)
    {
      step.comparison = .init(left: left, right: right, basis: .points)
      step.verdict = verdict
      return
    }
    if let copy = knowingIdentity([left, right]) {
      copy.compare(left, right, relation, &step, &origin)
      let isWrittenOut = (left.symbols + right.symbols).contains { environment.definitions[$0.name] != nil }
      if isWrittenOut, case .fails(let discrepancy) = step.verdict { step.verdict = claimed(discrepancy) }
      return
    }
    if relation.statesValue, let copy = knowingProbabilities([left, right]) {
      copy.compare(left, right, relation, &step, &origin)
      if case .fails(let discrepancy) = step.verdict {
        let isRounding = step.leftValue.flatMap { a in
          step.rightValue.map { a.relativeDifference(to: $0) < 0.03 }
        }
        step.verdict = isRounding ?? false ? .undetermined(.ambiguous) : claimed(discrepancy)
      }
      return
    }
    let leftResult = evaluate(left)
    let rightResult = evaluate(right)
    step.leftValue = try? leftResult.get()
    step.rightValue = try? rightResult.get()
    guard relation.statesValue || relation.isComparison else {
      step.verdict =
        membership(left, relation, right) ?? sumVerdict(left, relation, right)
        ?? asymptoticVerdict(left, relation, right)
        ?? shapeVerdict(left, relation, right)
        ?? .undetermined(.relation(relation))
      return
    }
    if relation.isComparison,
      let verdict = ProbabilityTest.bound(left, relation, right)
        ?? probabilityInequality(left, relation, right)
    {
      step.comparison = .init(left: left, right: right, basis: .points)
      step.verdict = verdict
      return
    }
    let hasValues = step.leftValue != nil && step.rightValue != nil
    step.comparison = .init(left: left, right: right, basis: hasValues ? .values : .points)
    if let a = step.leftValue, let b = step.rightValue {
      if relation.statesValue {
        step.verdict = NumericJudge(environment: environment).judge(
          left, right, values: (a, b), relation: relation, origin: origin)
        if case .fails = step.verdict, let (inner, other) = innerValues(left, right) {
          let verdict = NumericJudge(environment: environment).judge(
            left, right, values: (inner, other), relation: relation)
          if verdict == .holds || !a.hasSameNumbers(as: b) || !a.isFinite {
            (step.verdict, step.leftValue, step.rightValue) = (verdict, inner, other)
          }
        }
        if case .fails = step.verdict,
          holdsWithoutEpsilon(left, right, b, relation)
            || relation == .equals && b.shape != .scalar && holdsWithIdentity(left, right)
        {
          step.verdict = .holds
        }
        if case .fails = step.verdict, let value = unroundedValue(of: left),
          NumericJudge(environment: environment).judge(left, right, values: (value, b), relation: relation)
            == .holds
        {
          step.verdict = .holds
          step.leftValue = value
        }
        if case .fails = step.verdict, let value = announcedValue(of: left, giving: right, b, relation) {
          step.verdict = .holds
          step.leftValue = value
        }
        if case .holds = step.verdict,
          let verdict = falseIdentity(left, right, relation) ?? falseApproximation(left, right, relation)
        {
          step.verdict = verdict
        }
        if origin == nil { origin = step.leftValue }
      } else {
        step.verdict = compared(a, b, relation)
        if case .fails = step.verdict, let verdict = verdictWithinBounds(left, relation, right),
          case .fails = verdict
        {
          step.verdict = verdict
        }
        if case .holds = step.verdict, let verdict = falseInequality(left, relation, right) {
          step.verdict = verdict
        }
      }
      return
    }
    if free([left, right]).isEmpty {
      for case .failure(.shapeMismatch(_, let one, let other)) in [leftResult, rightResult] {
        step.verdict = .fails(Discrepancy(.shape(one, other), left: step.leftValue, right: step.rightValue))
        return
      }
    }
    guard relation.statesValue else {
      step.verdict = inequality(left, relation, right)
      if step.verdict != .holds, let verdict = verdictWithinBounds(left, relation, right) {
        step.verdict = verdict
      }
      return
    }
    if let verdict = probabilityVerdict(left, right, relation) {
      step.verdict = verdict
      return
    }
    if step.leftValue == nil, let stated = step.rightValue,
      let value = announcedValue(of: left, giving: right, stated, relation)
    {
      step.verdict = .holds
      step.leftValue = value
      return
    }
    if relation == .equals, let verdict = falseMatrixRule(left, right) {
      step.verdict = verdict
      return
    }
    step.verdict = identity(left, right, relation)
    if step.verdict != .holds, relation == .equals, holdsOtherwise(left, right) { step.verdict = .holds }
  }

  /// The value of a side with the results of the section before the text rounded them; nil if it has none of them.
  func unroundedValue(of side: MathExpression) -> MathValue? {
    var precise = environment
    var isChanged = false
    for quantity in Set(side.quantities) {
      guard let row = quantity.quantityName.flatMap({ rows[$0] }), row.expression.isWrittenValue,
        let origin = row.origin, let rounded = environment.value(of: quantity), rounded != origin,
        WrittenPrecision(row.expression, relation: .approximates).accepts(origin, rounded)
      else { continue }
      precise.assign(origin, to: quantity)
      isChanged = true
    }
    var evaluator = FormulaEvaluator(precise)
    return isChanged ? try? evaluator.value(of: side) : nil
  }

  /// The value of the left side with the values that the text gives right after it, if the step holds with them.
  func announcedValue(
    of left: MathExpression, giving right: MathExpression, _ rightValue: MathValue, _ relation: Relation.Kind
  ) -> MathValue? {
    guard !announced.isEmpty, !left.isNumeric else { return nil }
    var later = environment
    for (quantity, value) in announced { later.assign(value, to: quantity) }
    var evaluator = FormulaEvaluator(later)
    guard let value = try? evaluator.value(of: left),
      NumericJudge(environment: later).judge(left, right, values: (value, rightValue), relation: relation)
        == .holds
    else { return nil }
    return value
  }

  /// Whether the step holds with zero for every ε of at most 10⁻⁴: worked examples leave it out.
  func holdsWithoutEpsilon(
    _ left: MathExpression, _ right: MathExpression, _ rightValue: MathValue, _ relation: Relation.Kind
  ) -> Bool {
    let small = left.symbols.filter { symbol in
      guard symbol.base == "ε" || symbol.base == "eps", let value = environment.value(of: .symbol(symbol))
      else {
        return false
      }
      return value.components.allSatisfy { $0.magnitude <= 1e-4 }
    }
    guard !small.isEmpty else { return false }
    var zeroed = environment
    for symbol in small { zeroed.assign(.scalar(MathScalar(Rational(0))), to: .symbol(symbol)) }
    var evaluator = FormulaEvaluator(zeroed)
    guard let value = try? evaluator.value(of: left) else { return false }
    return NumericJudge(environment: zeroed).judge(
      left, right, values: (value, rightValue), relation: relation)
      == .holds
  }

  func compared(_ a: MathValue, _ b: MathValue, _ relation: Relation.Kind) -> Verdict {
    guard let left = a.scalarValue ?? (b.shape == a.shape ? 0 : nil) else {
      return .undetermined(.relation(relation))
    }
    if let right = b.scalarValue, a.scalarValue != nil {
      let holds = relation.holds(left, right) ?? true
      return holds ? .holds : .fails(Discrepancy(.comparison, left: a, right: b))
    }
    let pairs = zip(a.components, b.components)
    let holds =
      relation == .differs
      ? pairs.contains { $0 != $1 } : pairs.allSatisfy { relation.holds($0, $1) ?? true }
    return holds ? .holds : .fails(Discrepancy(.comparison, left: a, right: b))
  }
}
