/// The numbers of one RMSProp step that are the same for every parameter, with every option folded into
/// factors, so that the loops have no branches.
///
/// | option | factors |
/// |---|---|
/// | ε outside / inside the root | `outer` = ε or 0, `inner` = 0 or ε |
/// | η outside / inside the buffer | `intake` = 1 or η, `rate` = η or 1 |
/// | Nesterov off / on | `fresh` = 0 or 1, `kept` = 1 or μ |
/// | bias correction | `correction` = 1/(1 − ρᵗ), otherwise 1 |
struct RMSPropFactors<Scalar: OptimizerScalar> {
  let l2, retention: Scalar
  let decay, share: Scalar
  let correction, inner, outer: Scalar
  let momentum, intake, rate, fresh, kept: Scalar

  /// Must be created after the weight of the averages has been advanced for this step.
  @inline(__always)
  init(_ rule: RMSProp<Scalar>) {
    l2 = rule.weightDecay.gradientFactor
    retention = rule.weightDecay.retention(learningRate: rule.learningRate)
    let total = rule.weight.total
    let corrected = rule.correctsBias && total > 0
    if rule.isCentered && corrected {
      // The state is already the corrected average: its decay is ρ(1 − ρᵗ⁻¹)/(1 − ρᵗ), and the remaining share
      // of v₀ is one number for all parameters.
      share = (1 - rule.decay) / total
      decay = (total - (1 - rule.decay)) / total
      correction = 1
    } else {
      share = 1 - rule.decay
      decay = rule.decay
      correction = corrected ? 1 / total : 1
    }
    let leftover =
      rule.isCentered && corrected ? rule.initialShare * rule.initialMeanSquare / total : 0
    switch rule.epsilonPlacement {
    case .outsideRoot: (inner, outer) = (leftover, rule.epsilon)
    case .insideRoot: (inner, outer) = (leftover + rule.epsilon, 0)
    case .beforeCorrection:
      (inner, outer) = (leftover, corrected ? rule.epsilon / root(total) : rule.epsilon)
    }
    momentum = rule.momentum
    (intake, rate) =
      rule.momentumScaling == .outsideBuffer ? (1, rule.learningRate) : (rule.learningRate, 1)
    (fresh, kept) = rule.isNesterov ? (1, rule.momentum) : (0, 1)
  }
}
