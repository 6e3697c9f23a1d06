/// A linear rise to the first rate of another schedule, which follows.
///
///     η_k = a + (η₀ − a)·k / w   for k < w,       η_k = next(k − w)   from k = w on,   η₀ = next(0)
///
/// At k = 0 the rate is a, at k = w it is η₀. Optax' `warmup_cosine_decay_schedule` and Keras'
/// `CosineDecay(warmup_steps:)` are this with ``CosineDecay``; Optax counts the warm-up in its `decay_steps`,
/// Keras does not.
public struct LinearWarmUp<Next: Schedule>: Schedule {
  /// a.
  public var initialRate: Double

  /// w ≥ 0.
  public var steps: Int

  /// The schedule after the warm-up; its step 0 is step w here.
  public var next: Next

  /// Creates the schedule.
  ///
  /// - Parameters:
  ///   - initialRate: a. Default 0.
  ///   - steps: w ≥ 0.
  ///   - next: The schedule after the warm-up; its step 0 is step w here.
  public init(initialRate: Double = 0, steps: Int, then next: Next) {
    precondition(steps >= 0, "LinearWarmUp: steps must not be negative")
    self.initialRate = initialRate
    self.steps = steps
    self.next = next
  }

  /// The rising rate, or that of the schedule that follows.
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    guard step < steps else { return next.rate(at: step - steps) }
    return initialRate + (next.rate(at: 0) - initialRate) * (Double(step) / Double(steps))
  }
}
