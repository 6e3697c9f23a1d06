extension Optimizer {
  /// How many steps have been applied since the start or the last `reset()`. Rejected steps do not count.
  public var stepCount: Int { log.count }

  /// What became of the most recent step; `nil` before the first.
  public var lastStep: StepOutcome? { log.last }

  /// Applies one step to the parameters, or leaves everything as it was and says so in ``lastStep``.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place. Every step of one optimizer takes the same number of parameters.
  ///   - gradient: g = ∂L/∂θ, as long as `parameters`, every element finite.
  ///   - assumingFinite: Whether to spare the look at every element, because the gradient is known to be finite,
  ///     say from its norm. Lengths are checked all the same. A NaN then spreads as in the frameworks.
  public mutating func step(
    _ parameters: inout [Scalar], gradient: [Scalar], assumingFinite: Bool = false
  ) {
    var target = parameters.mutableSpan
    gradient.withSpan { step(&target, gradient: $0, assumingFinite: assumingFinite) }
  }

  /// Applies one step to parameters that live in any contiguous memory, without copying or allocating.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  ///   - assumingFinite: Whether to spare the look at every element.
  public mutating func step(
    _ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>, assumingFinite: Bool = false
  ) {
    do throws(StepError) {
      try check(parameters.span, gradient: gradient, assumingFinite: assumingFinite)
    } catch {
      if log.reject(error) { warn(error) }
      return
    }
    apply(&parameters, gradient: gradient)
    log.accept()
  }

  /// Applies one step, or throws and changes neither the parameters nor the state.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  /// - Throws: ``StepError``, which says what was wrong and where.
  public mutating func checkedStep(_ parameters: inout [Scalar], gradient: [Scalar]) throws(StepError) {
    var target = parameters.mutableSpan
    try gradient.withSpan { (gradient) throws(StepError) in
      try checkedStep(&target, gradient: gradient)
    }
  }

  /// Applies one step to contiguous memory, or throws and changes neither the parameters nor the state.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  /// - Throws: ``StepError``, which says what was wrong and where.
  public mutating func checkedStep(
    _ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>
  ) throws(StepError) {
    do throws(StepError) {
      try check(parameters.span, gradient: gradient, assumingFinite: false)
    } catch {
      log.reject(error)
      throw error
    }
    apply(&parameters, gradient: gradient)
    log.accept()
  }

  private func warn(_ error: StepError) {
    #if !hasFeature(Embedded)
      writeToStandardError("\(Self.self): step \(stepCount + 1) rejected: \(error.description)\n")
    #endif
  }
}
