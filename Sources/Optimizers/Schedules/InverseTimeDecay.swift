/// A rate that falls with the inverse of time.
///
///     η_k = η₀ / (1 + r·(k + k₀) / s)
///
/// Keras has k₀ = 0 and a staircase; the `decay` of Swift for TensorFlow counts from one, k₀ = 1, s = 1.
public struct InverseTimeDecay: Schedule, Equatable {
  /// η₀.
  public var initialRate: Double

  /// r ≥ 0.
  public var decayRate: Double

  /// s > 0.
  public var decaySteps: Double

  /// Whether k / s is rounded down to a whole number.
  public var isStaircase: Bool

  /// k₀, the count of the first step.
  public var firstStep: Int

  /// Creates the schedule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀.
  ///   - decayRate: r ≥ 0.
  ///   - decaySteps: s > 0. Default 1.
  ///   - isStaircase: Whether k / s is rounded down. Default false.
  ///   - firstStep: k₀. Default 0: Keras; Swift for TensorFlow has 1.
  public init(
    initialRate: Double, decayRate: Double, decaySteps: Double = 1, isStaircase: Bool = false,
    firstStep: Int = 0
  ) {
    precondition(decaySteps > 0, "InverseTimeDecay: decaySteps must be positive")
    self.initialRate = initialRate
    self.decayRate = decayRate
    self.decaySteps = decaySteps
    self.isStaircase = isStaircase
    self.firstStep = firstStep
  }

  /// η₀ / (1 + r·(k + k₀) / s).
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    let time = Double(step + firstStep) / decaySteps
    return initialRate / (1 + decayRate * (isStaircase ? time.rounded(.down) : time))
  }
}
