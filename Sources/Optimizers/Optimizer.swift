/// A rule that moves parameters against a gradient, together with what it remembers between steps.
///
/// An optimizer is a value: a copy goes its own way. One value drives one array of parameters; to drive
/// several, see ``ParameterGroups``.
///
/// ```swift
/// var theta = [1.0, 2.0]
/// var optimizer = RMSProp(learningRate: 0.01, decay: 0.9)
/// optimizer.step(&theta, gradient: [0.1, 0.2])
/// ```
///
/// ## A step counts only when it is sound
///
/// Lengths, hyper-parameters and every element of the gradient are looked at before anything is written. A gradient of
/// another length, a gradient with a NaN or an infinity in it, one whose square would overflow, or a senseless
/// hyper-parameter leaves the parameters and the state exactly as they were: the step is rejected. When a parameter is
/// not finite after the step, because it overflowed or was not finite before, the step has diverged.
///
/// `checkedStep` throws a ``StepError`` in both cases. `step` neither throws nor traps: it stores the error in
/// ``lastStep`` and, for the first of a run of such steps, writes one line to the standard error stream.
///
/// ## Your own rule
///
/// ```swift
/// struct Halving: Optimizer {
///   var learningRate = 0.5
///   private(set) var log = StepLog()
///   mutating func record(_ entry: StepLog.Entry) { log.record(entry) }
///   mutating func apply(_ parameters: inout MutableSpan<Double>, gradient: Span<Double>) {
///     for index in parameters.indices { parameters[index] -= learningRate * gradient[index] }
///   }
///   mutating func reset() { log = StepLog() }
/// }
/// ```
///
/// `step`, `checkedStep`, `stepCount` and `lastStep` come with the protocol. State ``requirements`` when the rule has
/// hyper-parameters of its own, a state with a length, or squares the gradient.
public protocol Optimizer<Scalar>: Sendable {
  /// The type of a parameter.
  associatedtype Scalar: OptimizerScalar

  /// η, the factor of the next step. Assign it between steps to follow a ``Schedule``.
  var learningRate: Scalar { get set }

  /// The record of applied and rejected steps.
  var log: StepLog { get }

  /// Adds an outcome to ``log``. `step` and `checkedStep` call this; nobody else can make an entry.
  ///
  /// - Parameter entry: The outcome of a step.
  mutating func record(_ entry: StepLog.Entry)

  /// The conditions of the next step, which `step` and `checkedStep` check before they call ``apply(_:gradient:)``.
  var requirements: StepRequirements<Scalar> { get }

  /// Computes one step that has been checked. Called by `step` and `checkedStep`, which also keep the log.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g = ∂L/∂θ, one element per parameter.
  mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>)

  /// Forgets everything learned from gradients and the count of steps; hyper-parameters stay.
  mutating func reset()
}
