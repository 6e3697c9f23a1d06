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
/// Store `learningRate` and a ``StepLog``, and write ``apply(_:gradient:)`` and ``reset()``. `step`, `checkedStep`,
/// `stepCount` and `lastStep` come with the protocol, and so does a ``check(_:gradient:assumingFinite:)`` for
/// equal lengths and finite gradients.
public protocol Optimizer<Scalar>: Sendable {
  /// The type of a parameter.
  associatedtype Scalar: OptimizerScalar

  /// η, the factor of the next step. Assign it between steps to follow a ``Schedule``.
  var learningRate: Scalar { get set }

  /// The record of applied and rejected steps. `step` and `checkedStep` keep it.
  var log: StepLog { get set }

  /// Throws unless a step with this gradient would be applied. Changes nothing.
  ///
  /// The rules of this library want as many gradients as parameters, as many parameters as at the last step, and
  /// gradients (L2 weight decay included) that are finite and, where the rule squares them, have a finite square.
  ///
  /// - Parameters:
  ///   - parameters: θ.
  ///   - gradient: g.
  ///   - assumingFinite: Whether only the lengths are looked at.
  /// - Throws: ``StepError``, for the first thing that is wrong.
  func check(
    _ parameters: Span<Scalar>, gradient: Span<Scalar>, assumingFinite: Bool
  ) throws(StepError)

  /// Computes one step that has been checked. Called by `step` and `checkedStep`, which also keep the log.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g = ∂L/∂θ, one element per parameter.
  mutating func apply(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>)

  /// Forgets everything learned from gradients and the count of steps; hyper-parameters stay.
  mutating func reset()
}
