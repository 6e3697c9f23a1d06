import Optimizers
import Testing

@Suite struct ConventionTests {
  @Test func rmsPropTakesOverEachFrameworksDefaults() {
    let pyTorch = RMSProp(learningRate: 0.01, convention: .pyTorch)
    #expect(pyTorch.decay == 0.99 && pyTorch.epsilon == 1e-8)
    #expect(pyTorch.epsilonPlacement == .outsideRoot && pyTorch.momentumScaling == .outsideBuffer)
    let keras = RMSProp(learningRate: 0.01, convention: .keras)
    #expect(keras.decay == 0.9 && keras.epsilon == 1e-7)
    #expect(keras.epsilonPlacement == .insideRoot && keras.momentumScaling == .insideBuffer)
    let optax = RMSProp(learningRate: 0.01, convention: .optax)
    #expect(optax.decay == 0.9 && optax.epsilon == 1e-8)
    #expect(optax.epsilonPlacement == .insideRoot && optax.momentumScaling == .insideBuffer)
    let mlx = RMSProp(learningRate: 0.01, convention: .mlx)
    #expect(mlx.decay == 0.99 && mlx.epsilon == 1e-8 && mlx.epsilonPlacement == .outsideRoot)
  }

  @Test func adamTakesOverEachFrameworksDefaults() {
    #expect(Adam(learningRate: 1, convention: .keras).epsilonPlacement == .beforeCorrection)
    #expect(Adam(learningRate: 1, convention: .keras).epsilon == 1e-7)
    #expect(Adam(learningRate: 1, convention: .optax, usesAMSGrad: true).amsgrad == .corrected)
    #expect(Adam(learningRate: 1, convention: .pyTorch, usesAMSGrad: true).amsgrad == .raw)
    #expect(!Adam(learningRate: 1, convention: .mlx).correctsBias)
    #expect(AdamW(learningRate: 1, convention: .keras).weightDecay == .decoupled(0.004))
    #expect(AdamW(learningRate: 1, convention: .keras, weightDecay: .none).weightDecay == .none)
    #expect(AdamW(learningRate: 1, weightDecay: 0.1).weightDecay == .decoupled(0.1))
    #expect(AdamW(learningRate: 1).weightDecay == .decoupled(0.01))
    #expect(NAdam(learningRate: 1, convention: .optax).momentumDecay == .infinity)
    #expect(AdaGrad(learningRate: 1, convention: .keras).initialAccumulator == 0.1)
    #expect(AdaDelta(learningRate: 1, convention: .keras).decay == 0.95)
    #expect(SGD(learningRate: 1, convention: .mlx).dampensFirstStep)
  }

  @Test func mlxDampensTheFirstGradientAndPyTorchDoesNot() {
    var (pyTorch, mlx) = ([0.0], [0.0])
    var first = SGD(learningRate: 1, convention: .pyTorch, momentum: 0.9, dampening: 0.5)
    var second = SGD(learningRate: 1, convention: .mlx, momentum: 0.9, dampening: 0.5)
    first.step(&pyTorch, gradient: [1])
    second.step(&mlx, gradient: [1])
    #expect(pyTorch == [-1] && mlx == [-0.5])
  }

  @Test func withoutBiasCorrectionAdamsFirstStepIsThreeTimesAsLong() {
    var (plain, corrected) = ([0.0], [0.0])
    var mlx = Adam(learningRate: 0.01, convention: .mlx)
    var pyTorch = Adam(learningRate: 0.01, convention: .pyTorch)
    mlx.step(&plain, gradient: [1])
    pyTorch.step(&corrected, gradient: [1])
    #expect(isClose(plain[0] / corrected[0], 0.1 / 0.001.squareRoot(), relative: 1e-6))
  }

  @Test func whereTheRateEntersTheBufferMattersOnlyWhenItChanges() {
    for factor in [1.0, 0.5] {
      var (outside, inside) = ([1.0], [1.0])
      var first = SGD(learningRate: 0.1, momentum: 0.9)
      var second = SGD(learningRate: 0.1, momentum: 0.9, momentumScaling: .insideBuffer)
      for _ in 0..<5 {
        first.step(&outside, gradient: outside)
        second.step(&inside, gradient: inside)
        first.learningRate *= factor
        second.learningRate *= factor
      }
      #expect(isClose(outside[0], inside[0], relative: 1e-14) == (factor == 1))
    }
  }
}
