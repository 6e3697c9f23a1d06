import Optimizers
import Testing

@Suite struct ParameterGroupsTests {
  @Test func everyGroupFollowsItsOwnRateAndDecay() {
    var groups = ParameterGroups(SGD(learningRate: 0.1), count: 2)
    groups[0].weightDecay = .decoupled(1)
    groups[1].learningRate = 0.5
    var parameters = [[1.0, 2.0], [3.0]]
    groups.step(&parameters, gradients: [[1, 1], [1]])
    #expect(areClose(parameters[0], [0.8, 1.7], relative: 1e-15))
    #expect(parameters[1] == [2.5])
    groups.scaleLearningRates(by: 0.5)
    #expect(groups[0].learningRate == 0.05 && groups[1].learningRate == 0.25)
    #expect(groups.stepCount == 1 && groups[1].stepCount == 1)
  }

  @Test func oneBadGradientStopsAllGroups() {
    var groups = ParameterGroups(Adam(learningRate: 0.1), count: 3)
    var parameters = [[1.0], [2.0, 3.0], [4.0]]
    groups.step(&parameters, gradients: [[1], [1, .nan], [1]])
    #expect(parameters == [[1], [2, 3], [4]])
    #expect(groups.lastStep == .rejected(.group(index: 1, .nonFiniteGradient(index: 1))))
    #expect(groups[0].firstMoment.isEmpty)
    #expect(throws: StepError.groupCount(expected: 3, found: 2)) {
      try groups.checkedStep(&parameters, gradients: [[1], [1, 1]])
    }
    groups.step(&parameters, gradients: [[1], [1, 1], [1]])
    #expect(groups.lastStep == .applied)
  }
}
