/// Multiplies the rate by a factor every few steps.
///
///     η_k = η₀·γ^⌊k / s⌋
///
/// The formula is the same in PyTorch (`StepLR`), Optax and Keras (`exponential_decay(staircase=True)`) and MLX
/// (`step_decay`).
public struct StepDecay: Schedule, Equatable {
  /// η₀.
  public var initialRate: Double

  /// γ.
  public var factor: Double

  /// s ≥ 1, the number of steps between two multiplications.
  public var stepSize: Int

  /// Creates the schedule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀.
  ///   - factor: γ. Default 0.1, as in PyTorch.
  ///   - stepSize: s ≥ 1.
  public init(initialRate: Double, factor: Double = 0.1, stepSize: Int) {
    precondition(stepSize >= 1, "StepDecay: stepSize must be at least 1")
    self.initialRate = initialRate
    self.factor = factor
    self.stepSize = stepSize
  }

  /// η₀·γ^⌊k / s⌋.
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    initialRate * power(factor, Double(step / stepSize))
  }
}
