extension Derivation {
  /// The verdict on a rule for probabilities, expectations or variances. Nil for other statements, and for a rule that
  /// may rest on an assumption of the text.
  func probabilityVerdict(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    // A ∩ A is A, unless independent events were given the same name.
    if left.joinsEventWithItself || right.joinsEventWithItself { return nil }
    if relation.statesValue,
      let verdict = probabilityValue(left, right) ?? distributionVerdict(left, right, relation)
        ?? eventVerdict(left, right, relation) ?? momentVerdict(left, right, relation)
    {
      return verdict
    }
    guard relation == .equals, left.isProbabilityRule, right.isProbabilityRule else { return nil }
    let hasMoments = left.hasComposedMoment || right.hasComposedMoment
    let (left, right) = hasMoments ? (left.namingMoments, right.namingMoments) : (left, right)
    let onLeft = left.probabilityOperators
    let onRight = right.probabilityOperators
    guard !onLeft.isEmpty, !onRight.isEmpty,
      environment.bodies(reachableFrom: [left, right]).allSatisfy({
        $0.isProbabilityOperator || $0.probabilityOperators.isEmpty
      }),
      ![left, right].contains(where: { $0.contains(where: isUnknownCall) })
    else { return nil }
    switch ProbabilityTest(environment: environment, seed: seed).run(left, right) {
    case .holds: return .holds
    case .needs(let assumption): return environment.assumptions.contains(assumption) ? .holds : nil
    case .notEvaluable: return nil
    case .fails(let discrepancy):
      // Var(X) = E[X] may be a property of a distribution. A rule expands an operator.
      let isRule = onRight.count > 1 || onLeft.contains(where: { $0.isComposite })
      let (names, others) = (MathExpression.randomNames(onLeft), MathExpression.randomNames(onRight))
      // Total probability brings in other events.
      let isPlain =
        onLeft.count == 1 && left.isProbabilityOperator
        && (left.eventsAndConditions?.conditions.isEmpty ?? false)
      let isTotal =
        isPlain && names.isSubset(of: others) && onRight.allSatisfy { $0.eventsAndConditions != nil }
        && onRight.contains { !($0.eventsAndConditions?.conditions.isEmpty ?? true) }
      guard isRule, others == names || isTotal else { return nil }
      // In E[X²Y²] − E[X²]E[Y²] = E[X²Y²] − 1, a number may stand for known moments.
      let isEvaluation =
        Set(onRight).isStrictSubset(of: onLeft) && !Set(right.literals).isSubset(of: left.literals)
      if isEvaluation || holdsForZeroMeans(left, right) { return nil }
      return .fails(discrepancy.certain)
    }
  }

  /// Whether a rule holds if each mean that only one side has is zero, as the words of the text may say:
  /// Cov(X, Y) = E[XY] − E[X]E[Y] = E[XY].
  private func holdsForZeroMeans(_ left: MathExpression, _ right: MathExpression) -> Bool {
    [(left, right), (right, left)].contains { side, other in
      let means = Set(side.probabilityOperators).subtracting(other.probabilityOperators).filter {
        guard case (.expectation, let arguments)? = $0.probabilityParts, arguments.count == 1,
          case .symbol = arguments[0]
        else { return false }
        return true
      }
      if means.isEmpty { return false }
      let zeroed = side.replacing { means.contains($0) ? .integer(0) : nil }
      if case .holds = ProbabilityTest(environment: environment, seed: seed).run(zeroed, other) {
        return true
      }
      return false
    }
  }

  /// The verdict on an inequality between probabilities, expectations or variances; nil if it may be a condition.
  func probabilityInequality(
    _ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression
  ) -> Verdict? {
    guard left.isProbabilityRule, right.isProbabilityRule, relation != .differs,
      ![left, right].contains(where: { $0.contains(where: isUnknownCall) }),
      environment.value(of: left) == nil || environment.value(of: right) == nil
    else { return nil }
    return ProbabilityTest(environment: environment, seed: seed).inequality(left, relation, right)
  }

  /// Whether a call has no definition and is no operator of probability: `\operatorname{logit}(p(x))`.
  private func isUnknownCall(_ node: MathExpression) -> Bool {
    guard case .application(let symbol, _) = node, !node.isProbabilityOperator else { return false }
    return environment.functions[symbol.name] == nil && ElementaryFunction.builtin(symbol) == nil
  }

  /// The verdict on a probability of events with a value that is not between 0 and 1; nil for all other statements.
  private func probabilityValue(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard left.isProbabilityOfEvents, right.isNumeric, case .scalar(let stated)? = value(right),
      stated.value < 0 || stated.value > 1
    else { return nil }
    let nearest = MathValue.scalar(MathScalar(stated.value < 0 ? 0 : 1))
    return .fails(Discrepancy(.comparison, left: nearest, right: .scalar(stated)).certain)
  }
}

extension MathExpression {
  /// Whether every part has a value on a finite space: no sums over cases, no comparisons inside.
  fileprivate var isProbabilityRule: Bool {
    !contains { node in
      switch node {
      case .reduction, .integral, .opaque("condition", _), .opaque("comparison", _), .opaque("set", _),
        .opaque("list", _):
        true
      default: false
      }
    }
  }

  /// Whether the expression is P(A) with events, written as capitals or words.
  fileprivate var isProbabilityOfEvents: Bool {
    guard let (kind, arguments) = probabilityParts, kind == .probability else { return false }
    let isLetterP = if case .application(let symbol, _) = self { symbol.base != "p" } else { true }
    return isLetterP && !arguments.isEmpty
      && arguments.allSatisfy { argument in
        let names = argument.symbols.map({ $0.base })
        return !names.isEmpty
          && names.allSatisfy { $0.count > 1 || $0.first?.isUppercase ?? false || $0 == "c" }
      }
  }

  /// Whether the argument of the operator is more than a name: Var(aX + b), P(A ∪ B).
  fileprivate var isComposite: Bool {
    guard let (kind, arguments) = probabilityParts else { return false }
    if kind == .covariance { return true }
    return arguments.count > 1
      || arguments.contains { argument in
        if case .symbol(let symbol) = argument { return symbol.isComplement }
        return true
      }
  }
}

extension MathExpression {
  /// Whether the expression has the joint event of an event and itself: P(A ∩ A).
  fileprivate var joinsEventWithItself: Bool {
    probabilityOperators.flatMap { $0.probabilityParts?.1 ?? [] }.contains { event in
      guard event.isIntersection, case .opaque(_, let parts) = event else { return false }
      return parts.count == 2 && parts[0] == parts[1]
    }
  }
}
