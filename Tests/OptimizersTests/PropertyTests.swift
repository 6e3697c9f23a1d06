import ElementaryNumerics
import Optimizers
import Testing

@Suite struct PropertyTests {
  private func gradients(_ seed: UInt64, steps: Int = 20) -> [[Double]] {
    var random = SplitMix64(seed: seed)
    return (0..<steps).map { _ in (0..<3).map { _ in Double.random(in: -1...1, using: &random) } }
  }

  private func path(_ rule: some Optimizer<Double>, _ gradients: [[Double]]) -> [Double] {
    var (rule, theta) = (rule, [0.0, 0, 0])
    for gradient in gradients { rule.step(&theta, gradient: gradient) }
    return theta
  }

  @Test(arguments: UInt64(0)..<20)
  func withoutEpsilonTheAdaptiveRulesDoNotSeeTheScaleOfTheGradient(seed: UInt64) {
    let small = gradients(seed)
    // A power of two changes no digit, so the paths are the same to the last bit.
    let large = small.map { $0.map { $0 * 1024 } }
    #expect(
      path(RMSProp(learningRate: 0.1, epsilon: 0), small)
        == path(RMSProp(learningRate: 0.1, epsilon: 0), large))
    #expect(
      path(Adam(learningRate: 0.1, epsilon: 0), small) == path(Adam(learningRate: 0.1, epsilon: 0), large))
    #expect(
      path(AdaGrad(learningRate: 0.1, epsilon: 0), small)
        == path(AdaGrad(learningRate: 0.1, epsilon: 0), large))
    #expect(path(Lion(learningRate: 0.1), small) == path(Lion(learningRate: 0.1), large))
  }

  @Test(arguments: UInt64(0)..<20)
  func turningTheGradientRoundTurnsThePathRound(seed: UInt64) {
    let forward = gradients(seed)
    let backward = forward.map { $0.map { -$0 } }
    for rule: any Optimizer<Double> in [
      SGD(learningRate: 0.1, momentum: 0.9), RMSProp(learningRate: 0.1, isCentered: true),
      Adam(learningRate: 0.1, amsgrad: .raw), NAdam(learningRate: 0.1), AdaDelta(), Adamax(learningRate: 0.1),
    ] as [any Optimizer<Double>] {
      #expect(path(rule, forward) == path(rule, backward).map { -$0 })
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func theCentredVarianceIsTheMeanSquareMinusTheSquaredMean(seed: UInt64) {
    let gradients = gradients(seed)
    for corrected in [false, true] {
      var (centred, plain) = (
        RMSProp(learningRate: 0.1, isCentered: true, correctsBias: corrected, initialMeanSquare: 0.3),
        RMSProp(learningRate: 0.1, initialMeanSquare: 0.3)
      )
      var (a, b) = ([0.0, 0, 0], [0.0, 0, 0])
      for gradient in gradients {
        centred.step(&a, gradient: gradient)
        plain.step(&b, gradient: gradient)
        #expect(areClose(centred.meanSquare, plain.meanSquare, relative: 1e-14))
      }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func adamWithoutMomentsMemoryIsRMSPropWithoutItsStart(seed: UInt64) {
    let gradients = gradients(seed)
    let adam = path(Adam(learningRate: 0.1, beta1: 0, beta2: 0.9, correctsBias: false), gradients)
    #expect(areClose(adam, path(RMSProp(learningRate: 0.1, decay: 0.9), gradients), relative: 1e-14))
  }

  @Test func aStepOfOneRuleInFloatIsThatInDoubleRounded() {
    var (single, double) = ([Float](repeating: 1, count: 3), [1.0, 1, 1])
    var (a, b) = (Adam<Float>(learningRate: 0.01), Adam(learningRate: 0.01))
    for gradient in gradients(7, steps: 100) {
      a.step(&single, gradient: gradient.map { Float($0) })
      b.step(&double, gradient: gradient)
    }
    #expect(areClose(single.map { Double($0) }, double, relative: 1e-5))
  }
}
