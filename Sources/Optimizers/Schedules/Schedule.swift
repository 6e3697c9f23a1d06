/// A rate, or any other hyper-parameter, as a function of the count of steps.
///
/// Step k is the number of steps already taken: the first step uses k = 0. A schedule is a value and can be
/// called like a function:
///
/// ```swift
/// let schedule = CosineDecay(initialRate: 0.1, decaySteps: 100)
/// for _ in 0..<100 {
///   optimizer.learningRate = schedule(optimizer.stepCount)
///   optimizer.step(&theta, gradient: gradient(theta))
/// }
/// ```
///
/// Rates are computed in double precision for all types of parameters. A schedule returns a `Float` where a `Float` is
/// expected.
public protocol Schedule: Sendable {
  /// The value for the step that follows `step` earlier steps.
  ///
  /// - Parameter step: k ≥ 0.
  func rate(at step: Int) -> Double
}

extension Schedule {
  /// The value for the step that follows `step` earlier steps.
  ///
  /// - Parameter step: k ≥ 0.
  public func callAsFunction(_ step: Int) -> Double { rate(at: step) }

  /// The value for the step that follows `step` earlier steps, in the type of the parameters.
  ///
  /// - Parameter step: k ≥ 0.
  @_disfavoredOverload
  public func callAsFunction<Scalar: OptimizerScalar>(_ step: Int) -> Scalar { Scalar(rate(at: step)) }
}
