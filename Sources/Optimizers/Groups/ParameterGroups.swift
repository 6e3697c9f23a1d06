/// One optimizer for several arrays of parameters, each with its own hyper-parameters.
///
/// Every group is a value of the same rule, with its own state. Read and change a group's hyper-parameters
/// through the subscript:
///
/// ```swift
/// var optimizer = ParameterGroups(Adam(learningRate: 0.001), count: 2)
/// optimizer[0].weightDecay = .decoupled(0.01)      // weights
/// optimizer[1].learningRate = 0.002                // biases: twice the rate, no decay
/// optimizer.step(&parameters, gradients: gradients)
/// ```
///
/// A step is applied to all groups or to none: all gradients are checked before the first is used.
public struct ParameterGroups<Rule: Optimizer>: Sendable {
  /// The type of a parameter.
  public typealias Scalar = Rule.Scalar

  /// The rules, one per array.
  public internal(set) var rules: [Rule]

  /// The record of applied and rejected steps.
  public internal(set) var log = StepLog()

  /// Creates `count` identical groups.
  ///
  /// - Parameters:
  ///   - rule: The rule every group starts as.
  ///   - count: The number of groups.
  public init(_ rule: Rule, count: Int) {
    rules = Array(repeating: rule, count: count)
  }

  /// Creates one group per rule.
  ///
  /// - Parameter rules: The rules, which may differ in their hyper-parameters.
  public init(_ rules: [Rule]) {
    self.rules = rules
  }

  /// The number of groups.
  public var count: Int { rules.count }

  /// The number of steps that have been applied to all groups since the start or the last `reset()`.
  public var stepCount: Int { log.count }

  /// The outcome of the most recent step; `nil` before the first.
  public var lastStep: StepOutcome? { log.last }

  /// The rule of one group, to read its state or change its hyper-parameters.
  ///
  /// - Parameter index: The group, from 0 to `count` − 1.
  public subscript(index: Int) -> Rule {
    get { rules[index] }
    _modify { yield &rules[index] }
  }

  /// Multiplies the learning rate of every group, keeping their ratios.
  ///
  /// - Parameter factor: The factor.
  public mutating func scaleLearningRates(by factor: Scalar) {
    for index in rules.indices { rules[index].learningRate *= factor }
  }

  /// Resets the state of every group; hyper-parameters stay.
  public mutating func reset() {
    log = StepLog()
    for index in rules.indices { rules[index].reset() }
  }
}
