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
/// ## A step happens completely or not at all
///
/// Lengths, and every element of the gradient, are looked at before anything is written. A gradient of another
/// length, a gradient with a NaN or an infinity in it, or one whose square would overflow leaves the parameters
/// and the state exactly as they were. `checkedStep` then throws a ``StepError``; `step` neither throws nor
/// traps: it stores the error in ``lastStep`` and, for the first of a run of rejected steps, writes one line to
/// the standard error stream.
///
/// ## Your own rule
///
/// Store `learningRate` and a ``StepLog``, and write ``update(_:gradient:)``; `step`, `checkedStep`, `stepCount`
/// and `lastStep` come with the protocol.
public protocol Optimizer<Scalar>: Sendable {
  /// The type of a parameter.
  associatedtype Scalar: OptimizerScalar

  /// η, the factor of the next step. Assign it between steps to follow a ``Schedule``.
  var learningRate: Scalar { get set }

  /// The record of applied and rejected steps. `step` and `checkedStep` keep it.
  var log: StepLog { get set }

  /// Computes one step; called by `step` and `checkedStep`, which keep the log.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g = ∂L/∂θ, one element per parameter.
  /// - Throws: ``StepError``, and then nothing may have been changed.
  mutating func update(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) throws(StepError)

  /// Forgets everything learned from gradients and the count of steps; hyper-parameters stay.
  mutating func reset()
}
