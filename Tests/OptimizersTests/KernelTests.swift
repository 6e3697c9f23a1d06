import Testing

@testable import Optimizers

@Suite struct KernelTests {
  /// These counts cover blocks, unaligned starts and remainders. A large array must give the same result as many small
  /// ones.
  @Test(arguments: [4099, 70_001, 1_100_003])
  func aLargeArrayIsUpdatedAsItsElementsWouldBe(count: Int) throws {
    let gradient = (0..<count).map { Float($0 % 1013) - 500 }
    for offset in [0, 1, 5] {
      var theta = (0..<count).map { Float($0 % 97) / 97 }
      let start = theta
      var optimizer = RMSProp<Float>(learningRate: 0.01, weightDecay: .l2(0.1))
      var whole = theta.mutableSpan
      var part = whole._mutatingExtracting(offset...)
      optimizer.step(&part, gradient: gradient.span.extracting(offset...))
      #expect(optimizer.lastStep == .applied)
      #expect(Array(theta[..<offset]) == Array(start[..<offset]))
      for index in [offset, offset + 1, 17, count / 2, count - 2, count - 1] {
        var (single, one) = ([start[index]], RMSProp<Float>(learningRate: 0.01, weightDecay: .l2(0.1)))
        one.step(&single, gradient: [gradient[index]])
        #expect(theta[index] == single[0], "index \(index)")
      }
    }
  }

  @Test func aBadElementIsFoundWhereverItIs() {
    let count = 1_200_000
    for index in [0, 3, 4, 11, 65_551, 65_560, 131_104, 1_048_590, count - 1] {
      var gradient = [Double](repeating: 1, count: count)
      gradient[index] = .nan
      var theta = [Double](repeating: 0, count: count)
      var optimizer = SGD(learningRate: 1)
      optimizer.step(&theta, gradient: gradient)
      #expect(optimizer.lastStep == .rejected(.nonFiniteGradient(index: index)))
      #expect(theta[index] == 0 && theta[0] == 0 && theta[count - 1] == 0)
    }
  }

  @Test func spansOfAnyMemoryAreSteppedInPlace() {
    var theta = [1.0, 2, 3, 4]
    var optimizer = SGD(learningRate: 1)
    var span = theta.mutableSpan
    var middle = span._mutatingExtracting(1..<3)
    optimizer.step(&middle, gradient: [10.0, 20].span)
    #expect(theta == [1, -8, -17, 4])
  }

  @Test func copiesOfAnOptimizerGoTheirOwnWay() {
    var optimizer = RMSProp(learningRate: 0.1)
    var theta = [1.0]
    optimizer.step(&theta, gradient: [1])
    var copy = optimizer
    copy.step(&theta, gradient: [5])
    #expect(optimizer.stepCount == 1 && copy.stepCount == 2)
    #expect(optimizer.meanSquare[0] < copy.meanSquare[0])
  }

  @Test func aGradientKnownToBeFiniteIsNotLookedAtButItsLengthIs() {
    var theta = [1.0, 2.0]
    var optimizer = SGD(learningRate: 1)
    optimizer.step(&theta, gradient: [1, .nan], assumingFinite: true)
    #expect(theta[0] == 0 && theta[1].isNaN)
    optimizer.step(&theta, gradient: [1], assumingFinite: true)
    #expect(optimizer.lastStep == .rejected(.gradientCount(expected: 2, found: 1)))
  }

  @Test func noParametersAreAValidNumberOfParameters() {
    var theta: [Double] = []
    var optimizer = Adam(learningRate: 1)
    optimizer.step(&theta, gradient: [])
    #expect(optimizer.lastStep == .applied)
  }

  @Test func aRuleOfOnesOwnGetsStepAndLogFromTheProtocol() throws {
    struct Halving: Optimizer {
      var learningRate = 0.5
      private(set) var log = StepLog()
      mutating func record(_ entry: StepLog.Entry) { log.record(entry) }
      mutating func apply(_ parameters: inout MutableSpan<Double>, gradient: Span<Double>) {
        for index in 0..<parameters.count { parameters[index] -= learningRate * gradient[index] }
      }
      mutating func reset() { log = StepLog() }
    }
    var theta = [1.0]
    var optimizer = Halving()
    optimizer.step(&theta, gradient: [1])
    #expect(theta == [0.5] && optimizer.stepCount == 1)
    #expect(throws: StepError.self) { try optimizer.checkedStep(&theta, gradient: [1, 2]) }
    optimizer.learningRate = .nan
    #expect(throws: StepError.self) { try optimizer.checkedStep(&theta, gradient: [1]) }
    optimizer.learningRate = .greatestFiniteMagnitude
    #expect(throws: StepError.nonFiniteParameter(index: 0)) {
      try optimizer.checkedStep(&theta, gradient: [2])
    }
    #expect(optimizer.stepCount == 1)
  }

  @Test func portableFunctionsAgreeWithTheCLibrary() {
    for step in -2000...2000 {
      let x = Double(step) / 37
      #expect(abs(PortableFunctions.cosine(x) - cosine(x)) < 3e-16 + 1e-16 * abs(x))
      if step > 0 {
        let (value, expected) = (PortableFunctions.power(x, 1.7), power(x, 1.7))
        #expect(isClose(value, expected, relative: 4e-15))
      }
    }
    #expect(PortableFunctions.power(0.96, .infinity) == 0)
    #expect(PortableFunctions.power(2, -1074) == .leastNonzeroMagnitude)
    #expect(isClose(PortableFunctions.power(0.96, 4000), power(0.96, 4000), relative: 1e-13))
  }

  @Test func descriptionsNameThePositionAndTheFix() {
    #expect(
      StepError.gradientCount(expected: 2, found: 3).description.hasPrefix("the gradient has 3 elements"))
    #expect(StepError.group(index: 1, .nonFiniteGradient(index: 4)).description.hasPrefix("group 1: "))
    #expect(StepError.parameterCount(expected: 2, found: 3).description.contains("reset()"))
  }
}
