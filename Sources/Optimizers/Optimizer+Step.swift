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
  public mutating func step(_ parameters: inout [Scalar], gradient: [Scalar]) {
    var target = parameters.mutableSpan
    step(&target, gradient: gradient.span)
  }

  /// Applies one step to parameters that live in any contiguous memory, without copying or allocating.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  public mutating func step(_ parameters: inout MutableSpan<Scalar>, gradient: Span<Scalar>) {
    do throws(StepError) {
      try update(&parameters, gradient: gradient)
      log.accept()
    } catch {
      if log.reject(error) { warn(error) }
    }
  }

  /// Applies one step, or throws and changes neither the parameters nor the state.
  ///
  /// - Parameters:
  ///   - parameters: θ, updated in place.
  ///   - gradient: g, as long as `parameters`, every element finite.
  /// - Throws: ``StepError``, which says what was wrong and where.
  public mutating func checkedStep(_ parameters: inout [Scalar], gradient: [Scalar]) throws(StepError) {
    var target = parameters.mutableSpan
    try checkedStep(&target, gradient: gradient.span)
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
      try update(&parameters, gradient: gradient)
      log.accept()
    } catch {
      log.reject(error)
      throw error
    }
  }

  private func warn(_ error: StepError) {
    #if !hasFeature(Embedded)
      writeToStandardError("\(Self.self): step \(stepCount + 1) rejected: \(error.description)\n")
    #endif
  }
}
