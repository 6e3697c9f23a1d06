extension RMSProp {
  /// v, the running mean square of the gradient, one per parameter; empty before the first step.
  ///
  /// It is the raw average, also with `biasCorrection`.
  public var meanSquare: [Scalar] {
    guard centered else { return second }
    if biasCorrection {
      return second.indices.map {
        weight.total * (second[$0] + first[$0] * first[$0]) + initialShare * initialMeanSquare
      }
    }
    return second.indices.map { second[$0] + first[$0] * first[$0] }
  }

  /// m, the running mean of the gradient; empty before the first step and without `centered`.
  ///
  /// It is the raw average, also with `biasCorrection`.
  public var meanGradient: [Scalar] {
    biasCorrection ? first.map { weight.total * $0 } : first
  }
}
