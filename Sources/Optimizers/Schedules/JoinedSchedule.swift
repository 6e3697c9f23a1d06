/// One schedule up to a step, and from there on another one, which counts its steps from 0.
///
///     η_k = first(k)   for k < boundary,        η_k = second(k − boundary)   from there on
///
/// Optax' and MLX' `join_schedules`, PyTorch's `SequentialLR`.
public struct JoinedSchedule<First: Schedule, Second: Schedule>: Schedule {
  /// The schedule before the boundary.
  public var first: First

  /// The first step of `second`.
  public var boundary: Int

  /// The schedule from the boundary on; its step 0 is the boundary.
  public var second: Second

  /// Creates the schedule; `first.then(second, at: boundary)` reads better.
  ///
  /// - Parameters:
  ///   - first: The schedule before the boundary.
  ///   - boundary: The first step of `second`.
  ///   - second: The schedule from the boundary on.
  public init(first: First, boundary: Int, second: Second) {
    self.first = first
    self.boundary = boundary
    self.second = second
  }

  /// The rate of the schedule that holds at the step.
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    step < boundary ? first.rate(at: step) : second.rate(at: step - boundary)
  }
}

extension Schedule {
  /// This schedule up to a step, and another one from there on.
  ///
  /// - Parameters:
  ///   - second: The next schedule; its step 0 is the boundary.
  ///   - boundary: The first step of `second`.
  public func then<Second: Schedule>(_ second: Second, at boundary: Int) -> JoinedSchedule<Self, Second> {
    JoinedSchedule(first: self, boundary: boundary, second: second)
  }
}
