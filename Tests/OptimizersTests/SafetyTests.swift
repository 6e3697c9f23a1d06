import Optimizers
import Testing

/// A fresh instance of every rule, with and without the options that add state.
private func everyRule() -> [any Optimizer<Double>] {
  [
    SGD(learningRate: 0.1), SGD(learningRate: 0.1, momentum: 0.9, weightDecay: .l2(0.1)),
    RMSProp(learningRate: 0.1), RMSProp(learningRate: 0.1, momentum: 0.9),
    RMSProp(learningRate: 0.1, isCentered: true),
    RMSProp(learningRate: 0.1, momentum: 0.9, isCentered: true, correctsBias: true, weightDecay: .l2(0.1)),
    AdaGrad(learningRate: 0.1), AdaDelta(learningRate: 1), Adam(learningRate: 0.1),
    Adam(learningRate: 0.1, amsgrad: .raw), AdamW(learningRate: 0.1), NAdam(learningRate: 0.1),
    Lion(learningRate: 0.1), Adamax(learningRate: 0.1), ScalarMeanSquareRMSProp(learningRate: 0.1),
    GrowingRateRMSProp(learningRate: 0.1), SwappedDecayRMSProp(learningRate: 0.1),
    MomentumInDenominatorRMSProp(learningRate: 0.1), UndecayedRMSProp(learningRate: 0.1),
  ]
}

@Suite struct SafetyTests {
  @Test(arguments: [
    StepError.gradientCount(expected: 2, found: 1), .gradientCount(expected: 2, found: 3),
    .nonFiniteGradient(index: 1), .nonFiniteGradient(index: 0),
  ])
  func aRefusedStepChangesNothingAndSaysWhy(error: StepError) throws {
    let gradient: [Double]
    switch error {
    case .gradientCount(_, let found): gradient = Array(repeating: 0.5, count: found)
    case .nonFiniteGradient(let index): gradient = index == 0 ? [-.infinity, .nan] : [0.5, .nan]
    default: return
    }
    for rule in everyRule() {
      var (tried, untouched) = (rule, rule)
      var (theta, expected) = ([1.0, -2.0], [1.0, -2.0])
      try step(&tried, &theta, [0.3, 0.4])
      try step(&untouched, &expected, [0.3, 0.4])

      tried.step(&theta, gradient: gradient)
      #expect(theta == expected)
      #expect(tried.lastStep == .rejected(error))
      #expect(tried.stepCount == 1)
      #expect(throws: error) { try step(&tried, &theta, gradient) }
      #expect(theta == expected)

      // The state is unchanged, too: the next step is the same with and without the refused steps.
      try step(&tried, &theta, [0.1, -0.2])
      try step(&untouched, &expected, [0.1, -0.2])
      #expect(theta == expected, "\(type(of: rule))")
      #expect(tried.stepCount == 2)
      #expect(tried.lastStep == .applied)
    }
  }

  @Test func anotherNumberOfParametersIsRefusedUntilReset() {
    for var optimizer in everyRule() {
      var two = [1.0, 2.0]
      var three = [1.0, 2.0, 3.0]
      optimizer.step(&two, gradient: [1, 1])
      optimizer.step(&three, gradient: [1, 1, 1])
      #expect(optimizer.lastStep == .rejected(.parameterCount(expected: 2, found: 3)))
      #expect(three == [1, 2, 3])
      optimizer.reset()
      #expect(optimizer.stepCount == 0)
      optimizer.step(&three, gradient: [1, 1, 1])
      #expect(optimizer.lastStep == .applied)
    }
  }

  @Test func aGradientWhoseSquareOverflowsIsRefusedNotFrozen() {
    var theta: [Float] = [1]
    var optimizer = RMSProp<Float>(learningRate: 0.1)
    optimizer.step(&theta, gradient: [2e19])
    #expect(theta == [1])
    #expect(optimizer.lastStep?.error?.description.contains("larger than 9.2233") == true)
    optimizer.step(&theta, gradient: [9e18])
    #expect(optimizer.meanSquare[0].isFinite)
    #expect(theta[0] < 1)
  }

  @Test func resettingGivesTheFirstStepAgain() {
    for var optimizer in everyRule() {
      var (first, again) = ([1.0, -2.0], [1.0, -2.0])
      optimizer.step(&first, gradient: [0.3, 0.4])
      optimizer.reset()
      #expect(optimizer.lastStep == nil)
      optimizer.step(&again, gradient: [0.3, 0.4])
      #expect(first == again)
    }
  }

  @Test func zeroEpsilonAndZeroGradientDoNotMove() {
    for var optimizer: any Optimizer<Double> in [
      RMSProp(learningRate: 0.1, epsilon: 0), RMSProp(learningRate: 0.1, epsilon: 0, isCentered: true),
      AdaGrad(learningRate: 0.1, epsilon: 0), AdaDelta(epsilon: 0), Adam(learningRate: 0.1, epsilon: 0),
      NAdam(learningRate: 0.1, epsilon: 0), Adamax(learningRate: 0.1, epsilon: 0),
    ] as [any Optimizer<Double>] {
      var theta = [1.0, 2.0]
      for _ in 0..<3 { optimizer.step(&theta, gradient: [0, 0.5]) }
      #expect(theta[0] == 1)
      #expect(theta[1].isFinite)
    }
  }

  @Test func aConstantGradientNeverTurnsTheCentredRuleIntoNaN() {
    for gradient in [0.1, 12345.678, 1e-9, 3.3e7] {
      var (theta, single) = ([0.0], [Float(0)])
      var optimizer = RMSProp(learningRate: 0.01, isCentered: true)
      var singleOptimizer = RMSProp<Float>(learningRate: 0.01, isCentered: true)
      for _ in 0..<2000 {
        optimizer.step(&theta, gradient: [gradient])
        singleOptimizer.step(&single, gradient: [Float(gradient)])
      }
      #expect(theta[0].isFinite && single[0].isFinite)
    }
  }

  @Test func theCentredVarianceAgreesWithFiftyDigits() throws {
    let oracle = try Fixtures.load("oracle", as: [String: [String: Double]].self)
    var theta = [0.0]
    var optimizer = RMSProp(learningRate: 0.01, decay: 0.9, epsilon: 1e-8, isCentered: true)
    try follow(&optimizer, &theta, oracle["centredConstant"]) { _, _ in 0.1 }
    let sequence = { @Sendable (step: Int, _: Double) in Double((step * 29) % 17 - 8) / 10 }
    theta = [0]
    optimizer = RMSProp(
      learningRate: 0.01, epsilon: 0.01, epsilonPlacement: .insideRoot, isCentered: true, correctsBias: true,
      initialMeanSquare: 0.5)
    try follow(&optimizer, &theta, oracle["centredCorrected"], sequence)
    theta = [0]
    optimizer = RMSProp(learningRate: 0.01, epsilon: 0.01, isCentered: true, correctsBias: true)
    try follow(&optimizer, &theta, oracle["centredCorrectedOutside"], sequence)
    theta = [1]
    var adam = Adam(learningRate: 0.01, beta2: 0.999999)
    try follow(&adam, &theta, oracle["adamSlow"]) { _, theta in theta }
  }

  /// 10⁻¹³: some hundred additions of the same sign, each rounded once.
  private func follow(
    _ optimizer: inout some Optimizer<Double>, _ theta: inout [Double], _ points: [String: Double]?,
    _ gradient: (Int, Double) -> Double
  ) throws {
    let points = try #require(points)
    let last = try #require(points.keys.compactMap { Int($0) }.max())
    for step in 1...last {
      optimizer.step(&theta, gradient: [gradient(step, theta[0])])
      guard let expected = points["\(step)"] else { continue }
      #expect(isClose(theta[0], expected, relative: 1e-13), "step \(step): \(theta[0]), not \(expected)")
    }
  }

  private func step(
    _ optimizer: inout any Optimizer<Double>, _ theta: inout [Double], _ gradient: [Double]
  ) throws {
    try optimizer.checkedStep(&theta, gradient: gradient)
  }
}
