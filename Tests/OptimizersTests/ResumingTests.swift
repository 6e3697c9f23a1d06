import Optimizers
import Testing

@Suite struct ResumingTests {
  static let rules: [any ResumableOptimizer<Double>] = [
    SGD(learningRate: 0.01), SGD(learningRate: 0.01, momentum: 0.9),
    AdaGrad(learningRate: 0.1, learningRateDecay: 0.01), AdaDelta(learningRate: 1),
    RMSProp(learningRate: 0.01),
    RMSProp(learningRate: 0.01, momentum: 0.9, isCentered: true, correctsBias: true),
    Adam(learningRate: 0.01), Adam(learningRate: 0.01, amsgrad: .corrected), AdamW(learningRate: 0.01),
    NAdam(learningRate: 0.01), Lion(learningRate: 0.01), Adamax(learningRate: 0.01),
  ]

  @Test("a rule with restored state continues as without interruption", arguments: rules.indices)
  func exactResume(index: Int) throws {
    func steps(_ range: Range<Int>, _ rule: inout any ResumableOptimizer<Double>, _ theta: inout [Double]) {
      for t in range { rule.step(&theta, gradient: theta.map { $0 + 1 / Double(t + 2) }) }
    }
    var (whole, theta) = (Self.rules[index], [3.0, -2, 0.5])
    steps(0..<9, &whole, &theta)
    var (first, resumed) = (Self.rules[index], [3.0, -2, 0.5])
    steps(0..<4, &first, &resumed)
    var second = Self.rules[index]
    try second.restore(first.snapshot)
    steps(4..<9, &second, &resumed)
    #expect(resumed == theta)
    #expect(second.stepCount == 9)
    #expect(second.snapshot == whole.snapshot)
  }

  @Test(
    "a snapshot that does not belong to the rule is refused and changes nothing", arguments: rules.indices)
  func refusal(index: Int) throws {
    var (rule, theta) = (Self.rules[index], [3.0, -2, 0.5])
    for _ in 0..<3 { rule.step(&theta, gradient: theta) }
    let saved = rule.snapshot
    func expectRefused(_ change: (inout OptimizerSnapshot<Double>) -> Void) {
      var damaged = saved
      change(&damaged)
      #expect(throws: SnapshotError.self) { try rule.restore(damaged) }
      #expect(rule.snapshot == saved)
    }
    expectRefused { $0.rule = "another" }
    expectRefused { $0.numbers[0] = .nan }
    expectRefused { $0.numbers.append(0) }
    expectRefused { $0.numbers = [] }
    expectRefused { $0.arrays.append([]) }
    expectRefused { $0.arrays = [] }
    expectRefused { $0.stepCount = -1 }
    expectRefused { $0.stepCount = .max }
    expectRefused { $0.parameterCount = -1 }
    for array in saved.arrays.indices {
      expectRefused { $0.arrays[array].append(1) }
      if !saved.arrays[array].isEmpty {
        expectRefused { $0.arrays[array][2] = .infinity }
        expectRefused { $0.arrays[array].removeLast() }
      }
    }
  }

  @Test func aSnapshotOfTheSameRuleWithOtherOptionsIsRefused() {
    func snapshot(_ rule: some ResumableOptimizer<Double>) -> OptimizerSnapshot<Double> {
      var (rule, theta) = (rule, [1.0])
      rule.step(&theta, gradient: [1])
      return rule.snapshot
    }
    var plain = RMSProp(learningRate: 0.1)
    let centered = snapshot(RMSProp(learningRate: 0.1, isCentered: true))
    #expect(throws: SnapshotError.arrayLength(array: 2, expected: 0, found: 1)) {
      try plain.restore(centered)
    }
    let pushed = snapshot(RMSProp(learningRate: 0.1, momentum: 0.9))
    #expect(throws: SnapshotError.arrayLength(array: 0, expected: 0, found: 1)) { try plain.restore(pushed) }
    var adam = Adam(learningRate: 0.1, amsgrad: .raw)
    let usual = snapshot(Adam(learningRate: 0.1))
    #expect(throws: SnapshotError.arrayLength(array: 2, expected: 1, found: 0)) { try adam.restore(usual) }
  }

  @Test func countsSurviveInSinglePrecision() throws {
    // The smallest count of parameters that a Float cannot represent.
    let count = 16_777_217
    var (rule, theta) = (SGD<Float>(learningRate: 0.1), [Float](repeating: 1, count: count))
    rule.step(&theta, gradient: theta, assumingFinite: true)
    var again = SGD<Float>(learningRate: 0.1)
    try again.restore(rule.snapshot)
    #expect(again.snapshot.parameterCount == count)
    again.step(&theta, gradient: theta, assumingFinite: true)
    #expect(again.lastStep == .applied)
  }
}
