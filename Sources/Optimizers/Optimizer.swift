/// A rule that moves parameters against a gradient, together with its state between steps.
///
/// An optimizer is a value, so a copy has its own state. One optimizer updates one array of parameters; for several
/// arrays, use ``ParameterGroups``.
///
/// ```swift
/// var theta = [1.0, 2.0]
/// var optimizer = RMSProp(learningRate: 0.01, decay: 0.9)
/// optimizer.step(&theta, gradient: [0.1, 0.2])
/// ```
///
/// ## Invalid steps do not count
///
/// Lengths, hyper-parameters and every element of the gradient are checked before anything is written. A step is
/// rejected when the gradient has another length than the parameters, contains NaN or infinity, or has a square that
/// would overflow, or when a hyper-parameter is invalid. Parameters and state then stay exactly the same. When a
/// parameter is not finite after the step, because it overflowed or was not finite before, the step has diverged.
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
/// `step`, `checkedStep`, `stepCount` and `lastStep` come with the protocol. Implement ``requirements`` when the rule
/// has its own hyper-parameters, has state for each parameter, or squares the gradient.
public protocol Optimizer<Scalar>: Sendable {
  /// The type of a parameter.
  associatedtype Scalar: OptimizerScalar

  /// η, the factor of the next step. Assign it between steps to follow a ``Schedule``.
  var learningRate: Scalar { get set }

  /// The record of applied and rejected steps.
  var log: StepLog { get }

  /// Adds an outcome to ``log``. `step` and `checkedStep` call this; other code cannot create an entry.
  ///
  /// - Parameter entry: The outcome of a step.
  mutating func record(_ entry: StepLog.Entry)

  /// The conditions of the next step, which `step` and `checkedStep` check before they call ``apply(_:gradient:)``.
  var requirements: StepRequirements<Scalar> { get }

  /// Computes one step that has been checked. `step` and `checkedStep` call it and keep the log.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g = ∂L/∂θ, one element per parameter.
  mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>)

  /// Resets the state and the count of steps; hyper-parameters stay.
  mutating func reset()
}
