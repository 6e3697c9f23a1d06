import Optimizers
import Testing

@Suite struct ScheduleTests {
  let recorded: [String: [Double]]

  init() throws {
    recorded = try Fixtures.load("schedules")
  }

  private func expectSame(
    _ schedule: some Schedule, _ name: String, tolerance: Double = 1e-14,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let expected = try #require(recorded[name], sourceLocation: sourceLocation)
    #expect(
      areClose(expected.indices.map { schedule($0) }, expected, relative: tolerance),
      "\(name): \(expected.indices.map { schedule.rate(at: $0) })", sourceLocation: sourceLocation)
  }

  @Test func schedulesOfPyTorchAreReproduced() throws {
    try expectSame(StepDecay(initialRate: 0.1, factor: 0.3, stepSize: 7), "torchStep")
    try expectSame(
      PiecewiseConstant(initialRate: 0.1, factor: 0.5, boundaries: [5, 9, 20]), "torchMultiStep")
    try expectSame(ExponentialDecay(initialRate: 0.1, factor: 0.93), "torchExponential")
    try expectSame(
      CosineDecay(initialRate: 0.1, endRate: 0.01, decaySteps: 15, isPeriodic: true), "torchCosine")
    try expectSame(
      CosineRestarts(initialRate: 0.1, endRate: 0.01, firstPeriod: 5, periodFactor: 2), "torchRestarts")
    try expectSame(LinearSchedule(initialRate: 0.025, endRate: 0.1, steps: 8), "torchLinear")
    try expectSame(LinearWarmUp(initialRate: 0.025, steps: 8, then: ConstantSchedule(0.1)), "torchLinear")
    try expectSame(PolynomialDecay(initialRate: 0.1, decaySteps: 30, exponent: 2), "torchPolynomial")
    try expectSame(InverseTimeDecay(initialRate: 0.1, decayRate: 0.3), "torchInverseTime")
  }

  @Test func oneCycleHasThePeakAndTheEndWherePyTorchHasThem() throws {
    let cosine = OneCycle(maximumRate: 0.1, totalSteps: 40)
    try expectSame(cosine, "torchOneCycleCosine")
    try expectSame(cosine.momentum(), "torchOneCycleMomentumCosine")
    // PyTorch's straight lines lose digits by cancellation near the end.
    let linear = OneCycle(maximumRate: 0.1, totalSteps: 40, interpolation: .linear)
    try expectSame(linear, "torchOneCycleLinear", tolerance: 1e-12)
    try expectSame(linear.momentum(), "torchOneCycleMomentumLinear")
    let three = OneCycle(maximumRate: 0.1, totalSteps: 40, form: .pyTorch(hasThreePhases: true))
    try expectSame(three, "torchOneCycleThreePhase")
    try expectSame(three.momentum(), "torchOneCycleMomentumThreePhase")
    #expect(OneCycle(maximumRate: 1, totalSteps: 100)(29) == 1.0)
    #expect(OneCycle(maximumRate: 1, totalSteps: 100, form: .optax())(30) == 1.0)
  }

  @Test func schedulesOfOptaxAreReproduced() throws {
    try expectSame(
      ExponentialDecay(initialRate: 0.1, factor: 0.3, decaySteps: 7, isStaircase: true), "optaxStaircase")
    try expectSame(
      ExponentialDecay(initialRate: 0.1, factor: 0.3, decaySteps: 7, delay: 4, endRate: 0.02),
      "optaxExponential")
    try expectSame(
      PiecewiseConstant(initialRate: 0.1, factor: 0.5, boundaries: [5, 9, 20]), "optaxPiecewise")
    let cosine = CosineDecay(initialRate: 0.1, endRate: 0.01, decaySteps: 25)
    try expectSame(cosine, "optaxCosine")
    try expectSame(
      CosineDecay(initialRate: 0.1, endRate: 0.01, decaySteps: 25, exponent: 2), "optaxCosineSquared")
    let fall = CosineDecay(initialRate: 0.1, endRate: 0.002, decaySteps: 22)
    try expectSame(LinearWarmUp(initialRate: 0.01, steps: 8, then: fall), "optaxWarmUpCosine")
    try expectSame(LinearSchedule(initialRate: 0.01, endRate: 0.1, steps: 8), "optaxLinear")
    try expectSame(
      PolynomialDecay(initialRate: 0.1, endRate: 0.01, decaySteps: 20, exponent: 2, delay: 5),
      "optaxPolynomial")
    let joined = ConstantSchedule(0.05).then(ExponentialDecay(initialRate: 0.1, factor: 0.9), at: 12)
    try expectSame(joined, "optaxJoin")
    try expectSame(OneCycle(maximumRate: 0.1, totalSteps: 40, form: .optax()), "optaxOneCycleCosine")
    try expectSame(
      OneCycle(maximumRate: 0.1, totalSteps: 40, interpolation: .linear, form: .optax()),
      "optaxOneCycleLinear",
      tolerance: 1e-12)
  }

  @Test func schedulesOfKerasAreReproduced() throws {
    // Keras mixes single precision into some of its schedules.
    try expectSame(
      ExponentialDecay(initialRate: 0.1, factor: 0.3, decaySteps: 7), "kerasExponential", tolerance: 1e-6)
    try expectSame(
      PiecewiseConstant(rates: [0.1, 0.05, 0.01], boundaries: [5, 9], switchesAfterBoundary: true),
      "kerasPiecewise", tolerance: 1e-6)
    let cosine = CosineDecay(initialRate: 0.1, endRate: 0.01, decaySteps: 25)
    try expectSame(cosine, "kerasCosine", tolerance: 1e-6)
    try expectSame(
      LinearWarmUp(initialRate: 0.01, steps: 8, then: cosine), "kerasWarmUpCosine", tolerance: 1e-6)
    try expectSame(
      CosineRestarts(initialRate: 0.1, endRate: 0.01, firstPeriod: 5, periodFactor: 2, heightFactor: 0.8),
      "kerasRestarts", tolerance: 1e-6)
    let polynomial = PolynomialDecay(initialRate: 0.1, endRate: 0.01, decaySteps: 12, exponent: 2)
    try expectSame(polynomial, "kerasPolynomial", tolerance: 1e-6)
    var cycling = polynomial
    cycling.cycles = true
    try expectSame(cycling, "kerasPolynomialCycle", tolerance: 1e-6)
    let inverse = InverseTimeDecay(initialRate: 0.1, decayRate: 0.3, decaySteps: 7)
    try expectSame(inverse, "kerasInverseTime", tolerance: 1e-6)
    var stairs = inverse
    stairs.isStaircase = true
    try expectSame(stairs, "kerasInverseTimeStaircase", tolerance: 1e-6)
  }

  @Test func aPlateauIsNoticedWhereEachFrameworkNoticesIt() throws {
    let losses = try #require(recorded["plateauLosses"])
    for (form, name) in [
      (ReduceOnPlateau.Form.pyTorch, "torchPlateau"), (.keras, "kerasPlateau"), (.optax, "optaxPlateau"),
    ] {
      var plateau = ReduceOnPlateau(
        initialRate: 0.1, factor: 0.5, patience: 4, threshold: 1e-3, cooldown: 3, minimumRate: 0.004,
        form: form)
      let rates = losses.map { plateau.update($0) }
      let expected = try #require(recorded[name])
      #expect(areClose(rates, expected, relative: 1e-6), "\(name): \(rates)")
      #expect(Set(rates).count > 3)
    }
  }

  @Test func aNaNLossIsNeverAnImprovement() {
    var plateau = ReduceOnPlateau(initialRate: 1, patience: 2)
    for _ in 0..<3 { plateau.update(.nan) }
    #expect(plateau.rate == 0.1)
  }

  @Test func theDocumentsOwnSchedulesHaveTheirTwoReadings() {
    let perEpoch = EpochDecay(initialRate: 0.001, factor: 0.9, stepsPerEpoch: 10)
    #expect(perEpoch(9) == 0.001)
    #expect(isClose(perEpoch(25), 0.001 * 0.81, relative: 1e-15))
    #expect(isClose(EpochDecay(initialRate: 0.001, multipliesFirst: true)(0), 0.0009, relative: 1e-15))
    #expect(isClose(EpochDecay(initialRate: 0.9, factor: 0.99)(2), 0.9 * 0.99 * 0.99, relative: 1e-15))
    let fraction = EpochFractionDecay(initialRate: 0.001, totalEpochs: 10)
    #expect(isClose(fraction(10), 0.0001, relative: 1e-15))
    var compounding = fraction
    compounding.compounds = true
    // The listing's loop multiplies ten times in place.
    var rate = 0.001
    for epoch in 0..<10 {
      rate *=
        [
          1, 0.7943282347242815, 0.6309573444801932, 0.5011872336272722, 0.3981071705534972,
          0.31622776601683794, 0.25118864315095796, 0.1995262314968879, 0.15848931924611132,
          0.12589254117941667,
        ][epoch]
    }
    #expect(isClose(compounding(9), rate, relative: 1e-14))
  }

  @Test func aScheduleGivesTheTypeThatIsWanted() {
    var optimizer = SGD<Float>(learningRate: 0)
    optimizer.learningRate = ExponentialDecay(initialRate: 0.1, factor: 0.5)(2)
    #expect(optimizer.learningRate == 0.025)
    let rate = ExponentialDecay(initialRate: 0.1, factor: 0.5)(2)
    #expect(rate == 0.025)
  }

  @Test func aScheduledStepUsesTheRateOfTheStepsTaken() {
    var theta = [0.0]
    var optimizer = SGD(learningRate: 9)
    let schedule = PiecewiseConstant(rates: [1, 10], boundaries: [2])
    for _ in 0..<3 { optimizer.step(&theta, gradient: [1], schedule: schedule) }
    #expect(theta == [-12])
  }
}
