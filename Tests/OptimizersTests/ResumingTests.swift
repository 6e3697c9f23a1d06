import Optimizers
import Testing

@Suite struct ResumingTests {
  static let rules: [any ResumableOptimizer<Double>] = [
    SGD(learningRate: 0.01), SGD(learningRate: 0.01, momentum: 0.9),
    AdaGrad(learningRate: 0.1, learningRateDecay: 0.01), AdaDelta(learningRate: 1),
    RMSProp(learningRate: 0.01),
    RMSProp(learningRate: 0.01, momentum: 0.9, centered: true, biasCorrection: true),
    Adam(learningRate: 0.01), Adam(learningRate: 0.01, amsgrad: .corrected), AdamW(learningRate: 0.01),
    NAdam(learningRate: 0.01), Lion(learningRate: 0.01), Adamax(learningRate: 0.01),
  ]

  @Test("a rule that takes its memory back goes on exactly as it would have", arguments: rules.indices)
  func exactResume(index: Int) throws {
    func steps(_ range: Range<Int>, _ rule: inout any ResumableOptimizer<Double>, _ theta: inout [Double]) {
      for t in range { rule.step(&theta, gradient: theta.map { $0 + 1 / Double(t + 2) }) }
    }
    var (whole, theta) = (Self.rules[index], [3.0, -2, 0.5])
    steps(0..<9, &whole, &theta)
    var (first, resumed) = (Self.rules[index], [3.0, -2, 0.5])
    steps(0..<4, &first, &resumed)
    var second = Self.rules[index]
    let isTaken = second.restore(first.snapshot)
    #expect(isTaken)
    steps(4..<9, &second, &resumed)
    #expect(resumed == theta)
    #expect(second.stepCount == 9)
    #expect(second.snapshot == whole.snapshot)
    var foreign = first.snapshot
    foreign.rule = "another"
    let isForeignTaken = second.restore(foreign)
    #expect(!isForeignTaken && second.snapshot == whole.snapshot)
  }
}
