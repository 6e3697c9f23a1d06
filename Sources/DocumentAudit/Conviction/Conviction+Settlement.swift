import Formulas

extension Conviction {
  /// The verdict on a step that values and identities leave open, from the equations around it; nil if it stays open.
  func settlement(of step: JudgedStep, _ doubt: Doubt?) -> Verdict? {
    if role == .refuted { return nil }
    // A careful reader takes the usual reading in which the statement is true.
    if case .reading? = doubt { return .holds }
    if case .definition = step.verdict { return statedSlope(step) }
    guard step.relation == .equals, let comparison = step.comparison, comparison.basis == .points else {
      return nil
    }
    if doubt == nil || doubt == .noRepair, let discrepancy = slip(in: step, comparison),
      self.doubt(about: step.with(verdict: .fails(discrepancy))) == nil
    {
      return .fails(discrepancy)
    }
    if isConsequence(comparison) || followsFromCurve(comparison) { return .holds }
    return nil
  }

  /// Whether a failing step B = C only repeats that B is wrong, because the side before B is the same as C.
  func repeatsSlip(_ step: JudgedStep) -> Bool {
    guard case .fails = step.verdict, let comparison = step.comparison, comparison.basis == .points,
      let before = chain.sideBeforeLast(at: step.position), before != comparison.right
    else { return false }
    return IdentityTest(seed: seed).run(before, comparison.right, in: environment) == .holds
  }

  /// The difference between the sides, if the next side of the chain is the same as the left one.
  private func slip(in step: JudgedStep, _ comparison: JudgedStep.Comparison) -> Discrepancy? {
    guard !isTorn, !isDetached, let next = chain.side(behind: step.position),
      comparison.left.canonical != next.canonical
    else { return nil }
    let notation = NotationDoubts(
      environment: environment, notations: notations, isDecidedAsComplex: true, isRepaired: false,
      hasValues: false)
    guard notation.doubt(about: comparison.left, comparison.right, isComparison: false) == nil,
      !isConsequence(comparison), otherReading(comparison.left, comparison.right, step.relation) == nil
    else { return nil }
    return ChainTest(environment: environment, seed: seed).slip(comparison.left, comparison.right, next)
  }

  /// Whether the step follows from an equation of the text and does not only repeat it.
  private func isConsequence(_ comparison: JudgedStep.Comparison) -> Bool {
    if role == .condition || role == .definition { return false }
    let (left, right) = (comparison.left, comparison.right)
    let pair = Set([left.canonical, right.canonical])
    let letters = Set((left.symbols + right.symbols).map(\.name))
    let test = ConsequenceTest(environment: environment, seed: seed)
    return constraints.reversed().contains { constraint in
      Set([constraint.left.canonical, constraint.right.canonical]) != pair
        && !letters.isDisjoint(with: (constraint.left.symbols + constraint.right.symbols).map(\.name))
        && test.proves(Equation(left: left, right: right), from: constraint)
    }
  }

  /// The verdict on a stated dy/dx of a curve that the text has given by an equation.
  private func statedSlope(_ step: JudgedStep) -> Verdict? {
    guard step.relation == .equals, statement.sides.count >= 2, !statement.continuesPrevious,
      step.position == statement.sides[1].position,
      case .derivative(let slope) = statement.sides[0].expression
    else { return nil }
    let equation = Equation(left: statement.sides[0].expression, right: statement.sides[1].expression)
    guard let agrees = agreesOnCurve(equation, slope) else { return nil }
    if agrees { return .holds }
    let isCertain =
      role == .claim && isDisplay && !notations.hasHypotheses
      && doubt(about: step.with(verdict: .fails(.unequal))) == nil
    return isCertain ? .fails(.unequal) : nil
  }
}

extension Conviction {
  /// Whether an equation with dy/dx holds on the last curve that the text has given by an equation; nil without one.
  private func agreesOnCurve(_ equation: Equation, _ slope: MathExpression.Derivative) -> Bool? {
    var free = environment
    free.forgetValues(keeping: [])
    let test = ImplicitSlope(environment: free, seed: seed)
    return constraints.reversed().lazy.compactMap { test.agrees(equation, slope: slope, on: $0) }.first
  }

  /// Whether an equation with dy/dx inside holds on the curve.
  private func followsFromCurve(_ comparison: JudgedStep.Comparison) -> Bool {
    var slopes: Set<MathExpression.Derivative> = []
    for side in [comparison.left, comparison.right] {
      side.visit {
        if case .derivative(let slope) = $0, slope.notation == .total, slope.subject.quantityName != nil {
          slopes.insert(slope)
        }
      }
    }
    guard slopes.count == 1, let slope = slopes.first else { return false }
    return agreesOnCurve(Equation(left: comparison.left, right: comparison.right), slope) ?? false
  }
}

extension JudgedStep {
  fileprivate func with(verdict: Verdict) -> JudgedStep {
    var copy = self
    copy.verdict = verdict
    return copy
  }
}

extension Verdict {
  /// Whether the equations around the step may still decide it.
  var isOpen: Bool {
    switch self {
    case .definition, .undetermined: true
    case .holds, .fails, .unreadable: false
    }
  }
}
