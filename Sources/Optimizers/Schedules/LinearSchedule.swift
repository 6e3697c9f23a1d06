/// A straight line from one rate to another, and then a constant rate.
///
///     η_k = a + (b − a)·min(k, w) / w
///
/// Optax' and MLX' `linear_schedule`; PyTorch's `LinearLR`, there given as factors of a base rate.
public struct LinearSchedule: Schedule, Equatable {
  /// a.
  public var initialRate: Double

  /// b.
  public var endRate: Double

  /// w ≥ 1.
  public var steps: Int

  /// Creates the schedule.
  ///
  /// - Parameters:
  ///   - initialRate: a.
  ///   - endRate: b.
  ///   - steps: w ≥ 1.
  public init(initialRate: Double, endRate: Double, steps: Int) {
    precondition(steps >= 1, "LinearSchedule: steps must be at least 1")
    self.initialRate = initialRate
    self.endRate = endRate
    self.steps = steps
  }

  /// a + (b − a)·min(k, w) / w.
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    step >= steps ? endRate : initialRate + (endRate - initialRate) * (Double(step) / Double(steps))
  }
}
