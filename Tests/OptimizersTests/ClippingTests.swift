import Optimizers
import Testing

@Suite struct ClippingTests {
  struct Case: Decodable {
    let arrays, pyTorch, optax, value: [[Double]]
    let bound, norm: Double
  }

  @Test func bothFormsOfNormClippingAndClippingByValueMatchTheFrameworks() throws {
    for fixture in try Fixtures.load("clipping", as: [Case].self) {
      for (clipping, expected) in [
        (GradientClipping.globalNorm(fixture.bound, form: .pyTorch), fixture.pyTorch),
        (.globalNorm(fixture.bound), fixture.optax), (.value(fixture.bound), fixture.value),
      ] {
        var arrays = fixture.arrays
        let norm = clipping.clip(&arrays)
        #expect(isClose(norm, fixture.norm, relative: 1e-15))
        #expect(zip(arrays, expected).allSatisfy { areClose($0, $1, relative: 1e-15) }, "\(clipping)")
      }
    }
  }

  @Test func thePyTorchFormStaysALittleUnderTheBoundAndTheExactFormMeetsIt() {
    var gradient = [3.0, 4.0]
    #expect(GradientClipping.globalNorm(1, form: .pyTorch).clip(&gradient) == 5)
    #expect(isClose(euclideanNorm(gradient), 0.9999998, relative: 1e-12))
    gradient = [3, 4]
    GradientClipping.globalNorm(1).clip(&gradient)
    #expect(isClose(euclideanNorm(gradient), 1, relative: 1e-15))
    gradient = [0.6, 0.8]
    GradientClipping.globalNorm(1).clip(&gradient)
    #expect(gradient == [0.6, 0.8])
  }

  @Test func eachTensorIsClippedForItself() {
    var gradients = [[3.0, 4.0], [0.1]]
    let norm = GradientClipping.tensorNorm(1).clip(&gradients)
    #expect(isClose(norm, 25.01.squareRoot(), relative: 1e-15))
    #expect(areClose(gradients[0], [0.6, 0.8], relative: 1e-15))
    #expect(gradients[1] == [0.1])
  }

  @Test(arguments: [1e200, 1e-200, 1e308, 1e-308, .leastNonzeroMagnitude])
  func squaresThatOverflowOrVanishDoNotDisturbTheNorm(size: Double) {
    var gradient = [size, -size, size, size]
    #expect(isClose(euclideanNorm(gradient), size * 2, relative: 1e-15) || size == 1e308)
    GradientClipping.globalNorm(1).clip(&gradient)
    if size > 1 { #expect(areClose(gradient, [0.5, -0.5, 0.5, 0.5], relative: 1e-15)) }
    if size < 1 { #expect(gradient == [size, -size, size, size]) }
  }

  @Test func aFloatNormThatDoesNotFitIsInfiniteAndTheGradientIsStillClipped() {
    var gradient: [Float] = [3e38, 3e38]
    #expect(GradientClipping.globalNorm(1).clip(&gradient) == .infinity)
    #expect(gradient.allSatisfy { abs($0 - 0.5.squareRoot().float) < 1e-6 })
  }

  @Test func nonFiniteGradientsAreLeftForTheOptimizerToRefuse() {
    for bad in [Double.nan, .infinity] {
      var gradient = [1.0, bad, 1e300]
      let norm = GradientClipping.globalNorm(1).clip(&gradient)
      #expect(!norm.isFinite)
      #expect(gradient[0] == 1 && gradient[2] == 1e300)
      var theta = [1.0, 1, 1]
      var optimizer = SGD(learningRate: 1)
      #expect(throws: StepError.nonFiniteGradient(index: 1)) {
        try optimizer.checkedStep(&theta, gradient: gradient)
      }
    }
  }
}

extension Double {
  fileprivate var float: Float { Float(self) }
}
