import Optimizers
import Testing

extension Trajectory {
  /// The rule that should reproduce this run.
  func makeOptimizer() throws -> any Optimizer<Double> {
    let o = options
    let decay = try o.weightDecay.map(weightDecay) ?? .none
    let scaling = try o.momentumScaling.map(named(MomentumScaling.self)) ?? .outsideBuffer
    let amsgrad = try o.amsgrad.map(named(AMSGrad.self)) ?? .off
    func placement(_ usual: EpsilonPlacement = .outsideRoot) throws -> EpsilonPlacement {
      try o.epsilonPlacement.map(named(EpsilonPlacement.self)) ?? usual
    }
    switch rule {
    case "SGD":
      return SGD(
        learningRate: o.learningRate, momentum: o.momentum ?? 0, dampening: o.dampening ?? 0,
        isNesterov: o.nesterov ?? false, momentumScaling: scaling, weightDecay: decay)
    case "RMSProp":
      return RMSProp(
        learningRate: o.learningRate, decay: o.decay ?? 0.9, epsilon: o.epsilon ?? 1e-8,
        epsilonPlacement: try placement(), momentum: o.momentum ?? 0, isNesterov: o.nesterov ?? false,
        momentumScaling: scaling, isCentered: o.centered ?? false, correctsBias: o.biasCorrection ?? false,
        initialMeanSquare: o.initialMeanSquare ?? 0, weightDecay: decay)
    case "AdaGrad":
      return AdaGrad(
        learningRate: o.learningRate, learningRateDecay: o.learningRateDecay ?? 0,
        initialAccumulator: o.initialAccumulator ?? 0, epsilon: o.epsilon ?? 1e-10,
        epsilonPlacement: try placement(), weightDecay: decay)
    case "AdaDelta":
      return AdaDelta(
        learningRate: o.learningRate, decay: o.decay ?? 0.9, epsilon: o.epsilon ?? 1e-6, weightDecay: decay)
    case "Adam":
      return Adam(
        learningRate: o.learningRate, beta1: o.beta1 ?? 0.9, beta2: o.beta2 ?? 0.999,
        epsilon: o.epsilon ?? 1e-8, epsilonPlacement: try placement(),
        correctsBias: o.biasCorrection ?? true, amsgrad: amsgrad, rootEpsilon: o.rootEpsilon ?? 0,
        weightDecay: decay)
    case "AdamW":
      return AdamW(
        learningRate: o.learningRate, beta1: o.beta1 ?? 0.9, beta2: o.beta2 ?? 0.999,
        epsilon: o.epsilon ?? 1e-8, epsilonPlacement: try placement(), amsgrad: amsgrad, weightDecay: decay)
    case "NAdam":
      return NAdam(
        learningRate: o.learningRate, beta1: o.beta1 ?? 0.9, beta2: o.beta2 ?? 0.999,
        epsilon: o.epsilon ?? 1e-8, momentumDecay: o.momentumDecay?.value ?? 0.004, weightDecay: decay)
    case "Lion":
      return Lion(
        learningRate: o.learningRate, beta1: o.beta1 ?? 0.9, beta2: o.beta2 ?? 0.99, weightDecay: decay)
    case "Adamax":
      return Adamax(
        learningRate: o.learningRate, beta1: o.beta1 ?? 0.9, beta2: o.beta2 ?? 0.999,
        epsilon: o.epsilon ?? 1e-8, epsilonPlacement: try placement(.insideRoot), weightDecay: decay)
    default:
      throw UnknownName(name: rule)
    }
  }

  private func weightDecay(_ decay: Options.Decay) throws -> WeightDecay<Double> {
    switch decay.kind {
    case "l2": return .l2(decay.factor)
    case "decoupled": return .decoupled(decay.factor)
    default: throw UnknownName(name: decay.kind)
    }
  }

  private func named<Value: CaseIterable>(_: Value.Type) -> (String) throws -> Value {
    { name in
      for value in Value.allCases where "\(value)" == name { return value }
      throw UnknownName(name: name)
    }
  }

  struct UnknownName: Error {
    let name: String
  }
}
