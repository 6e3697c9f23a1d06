/// A rate that shrinks by the same share in every stretch of steps.
///
///     η_k = η₀·γ^(k / s)
///
/// PyTorch (`ExponentialLR`) and MLX have s = 1. Optax and Keras have s, a staircase, and Optax also a delay and
/// a bound.
public struct ExponentialDecay: Schedule, Equatable {
  /// η₀.
  public var initialRate: Double

  /// γ, the factor per `decaySteps` steps.
  public var factor: Double

  /// s.
  public var decaySteps: Double

  /// The number of steps for which η₀ holds first.
  public var delay: Int

  /// Whether the exponent is rounded down to a whole number.
  public var isStaircase: Bool

  /// The bound of the rate; `nil` for none.
  public var endRate: Double?

  /// Creates the schedule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀.
  ///   - factor: γ > 0.
  ///   - decaySteps: s > 0. Default 1: PyTorch, MLX.
  ///   - delay: Optax' `transition_begin`. Default 0.
  ///   - isStaircase: Whether the exponent is rounded down. Default false.
  ///   - endRate: The lowest rate when γ < 1, the highest when γ > 1. Default none.
  public init(
    initialRate: Double, factor: Double, decaySteps: Double = 1, delay: Int = 0, isStaircase: Bool = false,
    endRate: Double? = nil
  ) {
    precondition(decaySteps > 0, "ExponentialDecay: decaySteps must be positive")
    self.initialRate = initialRate
    self.factor = factor
    self.decaySteps = decaySteps
    self.delay = delay
    self.isStaircase = isStaircase
    self.endRate = endRate
  }

  /// η₀·γ^(k / s).
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    guard step > delay else { return initialRate }
    let stretches = Double(step - delay) / decaySteps
    let rate = initialRate * power(factor, isStaircase ? stretches.rounded(.down) : stretches)
    guard let endRate else { return rate }
    return factor < 1 ? max(rate, endRate) : min(rate, endRate)
  }
}
