import Optimizers
import Testing

@Suite struct WorkedExampleTests {
  /// The example of the first source document, with the arithmetic corrected: 0.9·0.1 + 0.1·g², then the root of each
  /// element. There are a few roundings for each number.
  @Test func theFirstDocumentsUpdateComesOutRight() {
    var theta = [1.0, 2.0]
    var optimizer = RMSProp(
      learningRate: 0.01, decay: 0.9, epsilon: 0.01, epsilonPlacement: .outsideRoot, initialMeanSquare: 0.1)
    optimizer.step(&theta, gradient: [0.1, 0.2])
    #expect(areClose(optimizer.meanSquare, [0.091, 0.094], relative: 1e-15))
    let expected = [1 - 0.001 / (0.091.squareRoot() + 0.01), 2 - 0.002 / (0.094.squareRoot() + 0.01)]
    #expect(areClose(theta, expected, relative: 1e-15))
    #expect(isClose(theta[0], 0.996_791_396_451_265_5, relative: 1e-15))
    #expect(optimizer.stepCount == 1 && optimizer.lastStep == .applied)
  }

  /// m̂ and v̂ after one step are g and g², so the step is η·g/(|g| + ε) whatever the betas are.
  @Test func adamsFirstStepIsTheLearningRate() {
    for (beta1, beta2) in [(0.9, 0.999), (0.5, 0.999999), (0, 0)] {
      var theta = [0.0, 0.0]
      var optimizer = Adam(learningRate: 0.1, beta1: beta1, beta2: beta2, epsilon: 0)
      optimizer.step(&theta, gradient: [3, -1e-5])
      #expect(areClose(theta, [-0.1, 0.1], relative: 1e-15))
    }
  }

  /// On ½x² gradient descent multiplies x by 1 − η.
  @Test func gradientDescentShrinksAParabolaGeometrically() {
    var theta = [1.0]
    var optimizer = SGD(learningRate: 0.25)
    for _ in 0..<10 { optimizer.step(&theta, gradient: theta) }
    #expect(
      isClose(theta[0], 0.75 * 0.75 * 0.75 * 0.75 * 0.75 * 0.75 * 0.75 * 0.75 * 0.75 * 0.75, relative: 1e-15))
  }
}
