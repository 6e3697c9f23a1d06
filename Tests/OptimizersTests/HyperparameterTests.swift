import Optimizers
import Testing

@Suite struct HyperparameterTests {
  @Test func aSenselessHyperparameterIsRefusedBeforeAnythingIsChanged() {
    expectRefused(RMSProp(learningRate: 0.1), "decay", 2, .share) { $0.decay = $1 }
    expectRefused(RMSProp(learningRate: 0.1), "momentum", 5, .belowOne) { $0.momentum = $1 }
    expectRefused(RMSProp(learningRate: 0.1), "learningRate", .infinity, .finite) { $0.learningRate = $1 }
    expectRefused(RMSProp(learningRate: 0.1), "epsilon", -1, .nonNegative) { $0.epsilon = $1 }
    expectRefused(RMSProp(learningRate: 0.1), "weightDecay", -1, .nonNegative) { $0.weightDecay = .l2($1) }
    expectRefused(SGD(learningRate: 0.1), "momentum", 1, .belowOne) { $0.momentum = $1 }
    expectRefused(SGD(learningRate: 0.1), "dampening", -0.1, .share) { $0.dampening = $1 }
    expectRefused(AdaGrad(learningRate: 0.1), "learningRateDecay", -1, .nonNegative) {
      $0.learningRateDecay = $1
    }
    expectRefused(AdaDelta(), "decay", -1, .share) { $0.decay = $1 }
    expectRefused(Adam(learningRate: 0.1), "beta1", 1, .belowOne) { $0.beta1 = $1 }
    expectRefused(Adam(learningRate: 0.1), "rootEpsilon", -1, .nonNegative) { $0.rootEpsilon = $1 }
    expectRefused(AdamW(learningRate: 0.1), "beta2", 2, .belowOne) { $0.beta2 = $1 }
    expectRefused(NAdam(learningRate: 0.1), "momentumDecay", -1, .nonNegativeOrInfinite) {
      $0.momentumDecay = $1
    }
    expectRefused(Adamax(learningRate: 0.1), "beta2", 1.5, .share) { $0.beta2 = $1 }
    expectRefused(Lion(learningRate: 0.1), "beta1", 2, .share) { $0.beta1 = $1 }
    expectRefused(SwappedDecayRMSProp(learningRate: 0.1), "beta", 2, .share) { $0.beta = $1 }
  }

  @Test func aRateThatIsNoNumberIsRefusedByEveryRule() {
    for var rule: any Optimizer<Double> in [
      SGD(learningRate: 0.1), RMSProp(learningRate: 0.1), AdaGrad(learningRate: 0.1), AdaDelta(),
      Adam(learningRate: 0.1), AdamW(learningRate: 0.1), NAdam(learningRate: 0.1), Adamax(learningRate: 0.1),
      Lion(learningRate: 0.1), ScalarMeanSquareRMSProp(learningRate: 0.1),
      GrowingRateRMSProp(learningRate: 0.1),
      SwappedDecayRMSProp(learningRate: 0.1), MomentumInDenominatorRMSProp(learningRate: 0.1),
      UndecayedRMSProp(learningRate: 0.1),
    ] as [any Optimizer<Double>] {
      var theta = [1.0]
      rule.learningRate = .nan
      rule.step(&theta, gradient: [1])
      #expect(theta == [1] && rule.stepCount == 0)
      #expect(
        rule.lastStep?.error?.description.hasPrefix("learningRate must be a finite number, not nan") == true)
    }
  }

  @Test func aStepThatOverflowsOrMeetsNaNIsNotApplied() {
    var rule = SGD(learningRate: 1e300)
    var theta = [1.0, 2, 3]
    rule.step(&theta, gradient: [0, 1e100, 0])
    #expect(rule.lastStep == .diverged(.nonFiniteParameter(index: 1)))
    #expect(rule.stepCount == 0)
    // Long enough for the vector loop, with one element after it.
    for index in [0, 4999, 5000] {
      var (adam, many) = (Adam<Float>(learningRate: 0.1), [Float](repeating: 1, count: 5001))
      many[index] = .nan
      #expect(throws: StepError.nonFiniteParameter(index: index)) {
        try adam.checkedStep(&many, gradient: [Float](repeating: 1, count: 5001))
      }
      #expect(adam.lastStep?.isApplied == false)
    }
    var groups = ParameterGroups(SGD(learningRate: 1e300), count: 2)
    var arrays = [[1.0], [1.0]]
    groups.step(&arrays, gradients: [[1], [1e100]])
    #expect(groups.lastStep == .diverged(.group(index: 1, .nonFiniteParameter(index: 0))))
  }

  @Test func momentumThatIsSwitchedOffForgetsItsBuffer() {
    var (interrupted, fresh) = (SGD(learningRate: 0.1, momentum: 0.9), SGD(learningRate: 0.1, momentum: 0.9))
    var (theta, expected) = ([0.0], [0.0])
    interrupted.step(&theta, gradient: [5])
    interrupted.momentum = 0
    interrupted.step(&theta, gradient: [5])
    #expect(interrupted.momentumBuffer.isEmpty)
    interrupted.momentum = 0.9
    theta = [0]
    interrupted.step(&theta, gradient: [1])
    fresh.step(&expected, gradient: [1])
    #expect(theta == expected)
    var centred = RMSProp(learningRate: 0.1, momentum: 0.9, isCentered: true)
    centred.step(&theta, gradient: [5])
    centred.momentum = 0
    centred.step(&theta, gradient: [5])
    #expect(centred.momentumBuffer.isEmpty)
  }

  @Test func everyFormOfAStepFollowsASchedule() throws {
    let schedule = PiecewiseConstant(rates: [1, 10], boundaries: [1])
    var (rule, theta) = (SGD(learningRate: 9), [0.0])
    for _ in 0..<2 { try rule.checkedStep(&theta, gradient: [1], schedule: schedule) }
    #expect(theta == [-11])
    rule.reset()
    var span = theta.mutableSpan
    rule.step(&span, gradient: [1.0].span, schedule: schedule)
    try rule.checkedStep(&span, gradient: [1.0].span, schedule: schedule)
    #expect(theta == [-22])
    var (groups, arrays) = (ParameterGroups(SGD(learningRate: 9), count: 2), [[0.0], [1.0]])
    groups.step(&arrays, gradients: [[1], [1]], schedule: schedule)
    try groups.checkedStep(&arrays, gradients: [[1], [1]], schedule: schedule)
    #expect(arrays == [[-11], [-10]])
  }

  private func expectRefused<Rule: Optimizer<Double>>(
    _ rule: Rule, _ name: String, _ value: Double, _ range: HyperparameterRange,
    set: (inout Rule, Double) -> Void
  ) {
    let error = StepError.hyperparameter(InvalidHyperparameter(name: name, value: value, range: range))
    var (rule, theta) = (rule, [1.0])
    set(&rule, value)
    #expect(throws: error) { try rule.checkedStep(&theta, gradient: [1]) }
    #expect(theta == [1] && rule.lastStep == .rejected(error))
    #expect(rule.stepCount == 0)
  }
}
