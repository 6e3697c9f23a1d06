extension Optimizer {
  /// Sets the learning rate from the schedule, for the number of applied steps, and applies one step.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  ///   - schedule: The rate as a function of ``stepCount``.
  ///   - assumingFinite: Whether to skip the check of every element.
  public mutating func step(
    _ parameters: inout [Scalar], gradient: [Scalar], schedule: some Schedule, assumingFinite: Bool = false
  ) {
    learningRate = schedule(stepCount)
    step(&parameters, gradient: gradient, assumingFinite: assumingFinite)
  }

  /// Sets the learning rate from the schedule and applies one step to contiguous memory.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  ///   - schedule: The rate as a function of ``stepCount``.
  ///   - assumingFinite: Whether to skip the check of every element.
  public mutating func step(
    _ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>, schedule: some Schedule,
    assumingFinite: Bool = false
  ) {
    learningRate = schedule(stepCount)
    step(&parameters, gradient: gradient, assumingFinite: assumingFinite)
  }

  /// Sets the learning rate from the schedule and applies one step, or throws.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  ///   - schedule: The rate as a function of ``stepCount``.
  /// - Throws: ``StepError``, as `checkedStep` without a schedule does.
  public mutating func checkedStep(
    _ parameters: inout [Scalar], gradient: [Scalar], schedule: some Schedule
  ) throws(StepError) {
    learningRate = schedule(stepCount)
    try checkedStep(&parameters, gradient: gradient)
  }

  /// Sets the learning rate from the schedule and applies one step to contiguous memory, or throws.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  ///   - schedule: The rate as a function of ``stepCount``.
  /// - Throws: ``StepError``, as `checkedStep` without a schedule does.
  public mutating func checkedStep(
    _ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>, schedule: some Schedule
  ) throws(StepError) {
    learningRate = schedule(stepCount)
    try checkedStep(&parameters, gradient: gradient)
  }
}

extension ParameterGroups {
  /// Gives every group the rate of the schedule and applies one step.
  ///
  /// - Parameters:
  ///   - parameters: One array per group, updated in place.
  ///   - gradients: One array per group, each as long as its parameters, every element finite.
  ///   - schedule: The rate of all groups as a function of ``stepCount``.
  public mutating func step(
    _ parameters: inout [[Scalar]], gradients: [[Scalar]], schedule: some Schedule
  ) {
    follow(schedule)
    step(&parameters, gradients: gradients)
  }

  /// Gives every group the rate of the schedule and applies one step, or throws.
  ///
  /// - Parameters:
  ///   - parameters: One array per group, updated in place.
  ///   - gradients: One array per group, each as long as its parameters, every element finite.
  ///   - schedule: The rate of all groups as a function of ``stepCount``.
  /// - Throws: ``StepError``, as `checkedStep` without a schedule does.
  public mutating func checkedStep(
    _ parameters: inout [[Scalar]], gradients: [[Scalar]], schedule: some Schedule
  ) throws(StepError) {
    follow(schedule)
    try checkedStep(&parameters, gradients: gradients)
  }

  private mutating func follow(_ schedule: some Schedule) {
    for index in rules.indices { rules[index].learningRate = schedule(stepCount) }
  }
}
