import Foundation
import Optimizers
import Testing

@Suite struct ParityTests {
  /// 10⁻¹² of the distance travelled: fifty steps with a few roundings each, amplified a little by the problems.
  static let tolerance = 1e-12

  @Test(arguments: [
    "SGD", "RMSProp", "AdaGrad", "AdaDelta", "Adam", "AdamW", "NAdam", "Lion", "Adamax",
  ])
  func everyRuleFollowsThePathOfEveryFramework(rule: String) throws {
    let runs = try Fixtures.load("trajectories", as: [Trajectory].self).filter { $0.rule == rule }
    #expect(runs.count >= 12)
    var worst: [String: Double] = [:]
    for run in runs {
      let error = try greatestError(of: run)
      worst[run.framework] = max(worst[run.framework] ?? 0, error)
      #expect(error <= Self.tolerance, "\(run.framework) \(run.problem) \(run.options)")
    }
    if ProcessInfo.processInfo.environment["PARITY_REPORT"] != nil { print(rule, runs.count, worst) }
  }

  /// The largest distance from the recorded path, as a fraction of the path's length.
  private func greatestError(of run: Trajectory) throws -> Double {
    let problem = try Problem.named(run.problem)
    var optimizer = try run.makeOptimizer()
    var theta = problem.start
    var greatest = 0.0
    for step in 1...50 {
      optimizer.learningRate = run.options.learningRate * pow(run.rateDecay ?? 1, Double(step - 1))
      try optimizer.checkedStep(&theta, gradient: problem.gradient(theta, step))
      for point in run.points where point.step == step {
        let distance = zip(theta, point.theta).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
        // For a path that does not move, the distance is absolute. NaN is never small.
        let error = point.travelled > 0 ? distance / point.travelled : distance
        greatest = error <= greatest ? greatest : error
      }
    }
    return greatest
  }
}
