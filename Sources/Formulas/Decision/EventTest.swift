extension Derivation {
  /// The verdict on the probability of a complement, an intersection or a union, from the probabilities of the events that
  /// the text gives; nil for other statements, and if the words do not say how the events depend on each other.
  func eventVerdict(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    guard relation.statesValue, let (kind, arguments) = left.probabilityParts, kind == .probability,
      arguments.count == 1, let stated = value(right), environment.value(of: left) == nil,
      let expected = probability(of: arguments[0], like: left)
    else { return nil }
    let verdict = NumericJudge(environment: environment).judge(
      left, right, values: (.scalar(expected), stated), relation: relation)
    // The text may only suppose the events to be independent.
    if case .fails(var discrepancy) = verdict {
      discrepancy.isCertain = true
      discrepancy.mayDefine = true
      return .fails(discrepancy)
    }
    return verdict
  }

  private func probability(of event: MathExpression, like written: MathExpression) -> MathScalar? {
    switch event {
    case .symbol(let symbol) where symbol.isComplement:
      return known(.symbol(symbol.withoutComplement), written).map { .one - $0 }
    case .power(let base, .symbol(let mark)) where ["c", "C", "∁"].contains(mark.name):
      return known(base, written).map { .one - $0 }
    case .opaque("¬", let parts) where parts.count == 1: return known(parts[0], written).map { .one - $0 }
    case .opaque(let sign, let parts) where parts.count == 2:
      guard let a = known(parts[0], written), let b = known(parts[1], written) else { return nil }
      let assumptions = environment.assumptions
      let isJoint = sign == "∩" || sign == "∧"
      guard isJoint || sign == "∪" || sign == "∨" else { return nil }
      let both: MathScalar? =
        if let joint = known(.opaque("∩", parts), written), !isJoint {
          joint
        } else if assumptions == [.independence] {
          a * b
        } else if assumptions == [.disjointness] { .zero } else { nil }
      return both.map { isJoint ? $0 : a + b - $0 }
    default: return nil
    }
  }

  /// The probability that the text gives an event, written with the same P.
  private func known(_ event: MathExpression, _ written: MathExpression) -> MathScalar? {
    let quantity: MathExpression
    switch written {
    case .application(let symbol, _): quantity = .application(symbol, [event])
    default: return nil
    }
    guard case .scalar(let value)? = environment.value(of: quantity) else { return nil }
    return value
  }
}
