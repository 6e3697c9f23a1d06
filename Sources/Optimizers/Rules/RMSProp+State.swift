extension RMSProp {
  /// v, the running mean square of the gradient, one per parameter; empty before the first step.
  ///
  /// It is the raw average, also with `correctsBias`.
  public var meanSquare: [Scalar] {
    guard isCentered else { return second }
    if correctsBias {
      return second.indices.map {
        weight.total * (second[$0] + first[$0] * first[$0]) + initialShare * initialMeanSquare
      }
    }
    return second.indices.map { second[$0] + first[$0] * first[$0] }
  }

  /// m, the running mean of the gradient; empty before the first step and without `isCentered`.
  ///
  /// It is the raw average, also with `correctsBias`.
  public var meanGradient: [Scalar] {
    correctsBias ? first.map { weight.total * $0 } : first
  }
}
