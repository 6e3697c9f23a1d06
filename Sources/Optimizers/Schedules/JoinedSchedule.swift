/// One schedule up to a step, another from there on, with a clock of its own.
///
///     η_k = first(k)   for k < boundary,        η_k = second(k − boundary)   from there on
///
/// Optax' and MLX' `join_schedules`, PyTorch's `SequentialLR`.
public struct JoinedSchedule<First: Schedule, Second: Schedule>: Schedule {
  /// What holds before the boundary.
  public var first: First

  /// The first step of `second`.
  public var boundary: Int

  /// What holds from the boundary on; its step 0 is the boundary.
  public var second: Second

  /// Creates the schedule; `first.then(second, at: boundary)` reads better.
  ///
  /// - Parameters:
  ///   - first: What holds before the boundary.
  ///   - boundary: The first step of `second`.
  ///   - second: What holds from there on.
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
  /// This schedule up to a step, another from there on.
  ///
  /// - Parameters:
  ///   - second: What follows; its step 0 is the boundary.
  ///   - boundary: The first step of `second`.
  public func then<Second: Schedule>(_ second: Second, at boundary: Int) -> JoinedSchedule<Self, Second> {
    JoinedSchedule(first: self, boundary: boundary, second: second)
  }
}
