import Optimizers
import Testing

@Suite struct TeachingTests {
  @Test func swappedDecayIsRMSPropWithTheOtherShare() {
    var (swapped, proper) = ([1.0, 2.0], [1.0, 2.0])
    var first = SwappedDecayRMSProp(learningRate: 0.01, initialMeanSquare: 0.1)
    var second = RMSProp(learningRate: 0.01, decay: 0.1, epsilon: 0.01, initialMeanSquare: 0.1)
    for _ in 0..<5 {
      first.step(&swapped, gradient: [0.1, 0.2])
      second.step(&proper, gradient: [0.1, 0.2])
    }
    #expect(areClose(swapped, proper, relative: 1e-15))
    // σ = (1 − β)·0.1 + β·g² after one step, with the numbers of the document: 0.019 and 0.046.
    first.reset()
    first.step(&swapped, gradient: [0.1, 0.2])
    #expect(areClose(first.meanSquare, [0.019, 0.046], relative: 1e-14))
  }

  @Test func oneMeanSquareForTheWholeVectorIsGradientDescentWithAnotherRate() {
    var theta = [1.0, 1.0]
    var optimizer = ScalarMeanSquareRMSProp(learningRate: 0.1, epsilon: 0)
    optimizer.step(&theta, gradient: [3, 4])
    // v = 0.1·25, so the step is 0.1·g/√2.5: its direction is that of g.
    #expect(isClose(optimizer.meanSquare, 2.5, relative: 1e-15))
    #expect(areClose(theta.map { (1 - $0) * 2.5.squareRoot() }, [0.3, 0.4], relative: 1e-14))
    optimizer = ScalarMeanSquareRMSProp(learningRate: 0.1, keepsEverything: true)
    for _ in 0..<3 { optimizer.step(&theta, gradient: [3, 4]) }
    #expect(isClose(optimizer.meanSquare, 7.5, relative: 1e-15))
  }

  @Test func theMisprintedRateGrowsWithTheGradient() {
    var theta = [0.0]
    var optimizer = GrowingRateRMSProp(learningRate: 0.1)
    var rates: [Double] = []
    for _ in 0..<4 {
      optimizer.step(&theta, gradient: [100])
      rates.append(optimizer.currentRate)
    }
    #expect(rates == rates.sorted() && rates[0] > 1)
  }

  @Test func momentumInTheDenominatorIsOnlyALargeEpsilon() {
    var theta = [0.0]
    var optimizer = MomentumInDenominatorRMSProp(learningRate: 0.09, momentum: 0.9)
    optimizer.step(&theta, gradient: [1e-3])
    #expect(isClose(theta[0], -1e-4, relative: 1e-3))
  }

  @Test func sumsWithoutDecayAreAdaGrad() {
    var (listing, adaGrad) = ([1.0], [1.0])
    var first = UndecayedRMSProp(learningRate: 0.1, decayRate: 0.9)
    var second = AdaGrad(learningRate: 0.1, epsilon: 0.9)
    for _ in 0..<4 {
      first.step(&listing, gradient: [0.5])
      second.step(&adaGrad, gradient: [0.5])
    }
    #expect(listing == adaGrad)
    first.forgetsEachStep = true
    first.step(&listing, gradient: [2])
    #expect(first.sumOfSquares == [4])
  }
}
