/// Expectations, variances and sums of random variables whose moments the text gives as numbers.
extension Derivation {
  /// The verdict on `E[2X + 3Y] = 12` or `Var(X + Y) = 13`, if the moments of X and Y that the text gives determine it; nil
  /// for other statements.
  func momentVerdict(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    guard relation.statesValue, let (kind, _) = left.probabilityParts, kind != .probability,
      environment.value(of: left) == nil, let stated = value(right), let expected = moments.value(of: left)
    else { return nil }
    let verdict = NumericJudge(environment: environment).judge(
      left, right, values: (.scalar(expected), stated), relation: relation)
    guard case .fails(let discrepancy) = verdict else { return verdict }
    return MathValue.scalar(expected).relativeDifference(to: stated) > 0.03 ? claimed(discrepancy) : nil
  }

  /// The verdict on `X + Y ∼ N(3, 13)` for independent normal X and Y; nil for other statements.
  func sumVerdict(_ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression) -> Verdict? {
    guard relation == .distributed, left.quantityName == nil,
      let (mean, variance) = moments(asNormal: true).meanAndVariance(of: left),
      let stated = NamedDistribution(right), stated.isNormal,
      left.symbols.allSatisfy({ environment.distributions[$0.name]?.isNormal ?? true })
    else { return nil }
    for meaning in stated.meanings {
      guard case .scalar(let a)? = value(meaning.mean), case .scalar(let b)? = value(meaning.variance) else {
        return nil
      }
      if a.agreement(with: mean) == .agrees, b.agreement(with: variance) == .agrees { return .holds }
    }
    return claimed(Discrepancy(.identity, left: .vector([mean, variance]), right: nil))
  }

  private var moments: Moments { moments(asNormal: false) }

  private func moments(asNormal: Bool) -> Moments {
    let given = operators.sorted().compactMap { name -> (MathExpression, MathScalar)? in
      guard let quantity = quantities[name],
        case .scalar(let value)? = environment.value(of: quantity)
      else { return nil }
      return (quantity, value)
    }
    var known = environment
    if asNormal {
      // In a sum of normal variables, the second parameter is usually the variance.
      known.distributions = environment.distributions.compactMapValues({ $0.withFirstMeaning })
    }
    return Moments(given, in: known)
  }
}
