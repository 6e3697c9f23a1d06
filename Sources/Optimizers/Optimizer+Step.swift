extension Optimizer {
  /// The number of applied steps since the start or the last `reset()`. Rejected and diverged steps do not count.
  public var stepCount: Int { log.count }

  /// The outcome of the most recent step; `nil` before the first.
  public var lastStep: StepOutcome? { log.last }

  /// Applies one step to the parameters; ``lastStep`` says whether it was applied.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place. Every step of one optimizer takes the same number of parameters.
  ///   - gradient: g = ∂L/∂θ, as long as `parameters`, every element finite.
  ///   - assumingFinite: Whether to skip the check of every element, because the gradient is known to be finite,
  ///     for example from its norm. Lengths are still checked. A NaN then spreads as in the frameworks.
  public mutating func step(
    _ parameters: inout [Scalar], gradient: [Scalar], assumingFinite: Bool = false
  ) {
    var target = parameters.mutableSpan
    gradient.withSpan { step(&target, gradient: $0, assumingFinite: assumingFinite) }
  }

  /// Applies one step to parameters in any contiguous memory, without copying or allocating.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  ///   - assumingFinite: Whether to skip the check of every element.
  public mutating func step(
    _ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>, assumingFinite: Bool = false
  ) {
    let isFirstFailure = lastStep?.isApplied ?? true
    do throws(StepError) {
      try update(&parameters, gradient, assumingFinite)
    } catch {
      if isFirstFailure { warn("\(Self.self)", error, step: stepCount + 1) }
    }
  }

  /// Applies one step, or throws.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  /// - Throws: ``StepError``. Parameters and state are unchanged, except when a parameter is not finite after the
  ///   step.
  public mutating func checkedStep(_ parameters: inout [Scalar], gradient: [Scalar]) throws(StepError) {
    var target = parameters.mutableSpan
    try gradient.withSpan { (gradient) throws(StepError) in
      try checkedStep(&target, gradient: gradient)
    }
  }

  /// Applies one step to contiguous memory, or throws.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  /// - Throws: ``StepError``. Parameters and state are unchanged, except when a parameter is not finite after the
  ///   step.
  public mutating func checkedStep(
    _ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>
  ) throws(StepError) {
    try update(&parameters, gradient, false)
  }

  private mutating func update(
    _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ assumingFinite: Bool
  ) throws(StepError) {
    do throws(StepError) {
      try check(parameters.span, gradient: gradient, assumingFinite: assumingFinite)
    } catch {
      record(StepLog.Entry(outcome: .rejected(error)))
      throw error
    }
    try take(&parameters, gradient, assumingFinite)
  }

  /// Applies a step that has been checked, and checks its result.
  mutating func take(
    _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ assumingFinite: Bool
  ) throws(StepError) {
    apply(&parameters, gradient: gradient)
    if !assumingFinite, log.leavesFiniteParameters != true, let index = firstNonFinite(parameters.span) {
      record(StepLog.Entry(outcome: .diverged(.nonFiniteParameter(index: index))))
      throw .nonFiniteParameter(index: index)
    }
    record(StepLog.Entry(outcome: .applied))
  }
}

/// Writes one line about a step that does not count.
func warn(_ optimizer: @autoclosure () -> String, _ error: StepError, step: Int) {
  #if !hasFeature(Embedded)
    writeToStandardError("\(optimizer()): step \(step) not applied: \(error.description)\n")
  #endif
}
