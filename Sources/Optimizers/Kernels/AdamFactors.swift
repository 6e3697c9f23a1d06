/// The numbers of one step of Adam or a related rule that are the same for every parameter.
///
/// | variant | factors |
/// |---|---|
/// | Adam | `fromMoment` = η/(1 − β₁ᵗ), `fromGradient` = 0 |
/// | NAdam | both, see ``NAdam`` |
/// | ε outside / inside the root / before the correction | `outer` = ε / 0 / ε/√(1 − β₂ᵗ), `inner` = 0 / ε / 0 |
/// | AMSGrad raw / corrected | `candidateScale` = 1 or 1/(1 − β₂ᵗ), `correction` = 1/(1 − β₂ᵗ) or 1 |
struct AdamFactors<Scalar: OptimizerScalar> {
  let beta1, share1, beta2, share2: Scalar
  var fromMoment: Scalar = 0
  var fromGradient: Scalar = 0
  var l2: Scalar = 0
  var retention: Scalar = 1
  var correction: Scalar = 1
  var candidateScale: Scalar = 1
  var inner: Scalar = 0
  var outer: Scalar = 0

  @inline(__always)
  init(beta1: Scalar, beta2: Scalar) {
    (self.beta1, share1) = (beta1, 1 - beta1)
    (self.beta2, share2) = (beta2, 1 - beta2)
  }

  @inline(__always)
  mutating func setDecay(_ decay: WeightDecay<Scalar>, learningRate: Scalar) {
    l2 = decay.gradientFactor
    retention = decay.retention(learningRate: learningRate)
  }

  /// - Parameter secondWeight: 1 − β₂ᵗ, or 1 without bias correction.
  @inline(__always)
  mutating func setDenominator(
    secondWeight: Scalar, amsgrad: AMSGrad, epsilon: Scalar, rootEpsilon: Scalar, placement: EpsilonPlacement
  ) {
    if amsgrad == .corrected { candidateScale = 1 / secondWeight } else { correction = 1 / secondWeight }
    inner = rootEpsilon
    switch placement {
    case .outsideRoot: outer = epsilon
    case .insideRoot: inner += epsilon
    case .beforeCorrection: outer = epsilon / secondWeight.squareRoot()
    }
  }

  @inline(__always)
  func quotient(_ g: Scalar, _ m: Scalar, _ s: Scalar) -> Scalar {
    guardedQuotient(fromMoment * m + fromGradient * g, root(s * correction + inner) + outer)
  }
}
