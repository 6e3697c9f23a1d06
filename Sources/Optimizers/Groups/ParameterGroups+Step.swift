extension ParameterGroups {
  /// Applies one step to every array; ``lastStep`` says whether it was applied.
  ///
  /// - Parameters:
  ///   - parameters: One array per group, updated in place.
  ///   - gradients: One array per group, each as long as its parameters, every element finite.
  public mutating func step(_ parameters: inout [[Scalar]], gradients: [[Scalar]]) {
    let isFirstFailure = lastStep?.isApplied ?? true
    do throws(StepError) {
      try checkedStep(&parameters, gradients: gradients)
    } catch {
      if isFirstFailure { warn("\(Self.self)", error, step: stepCount + 1) }
    }
  }

  /// Applies one step to every array, or throws.
  ///
  /// - Parameters:
  ///   - parameters: One array per group, updated in place.
  ///   - gradients: One array per group, each as long as its parameters, every element finite.
  /// - Throws: ``StepError`` with the group and the reason. Parameters and state are unchanged, except when a parameter
  ///   is not finite after the step.
  public mutating func checkedStep(_ parameters: inout [[Scalar]], gradients: [[Scalar]]) throws(StepError) {
    do throws(StepError) {
      try check(parameters, gradients)
    } catch {
      log.record(StepLog.Entry(outcome: .rejected(error)))
      throw error
    }
    var failure: StepError?
    for index in rules.indices {
      do throws(StepError) {
        var target = parameters[index].mutableSpan
        try gradients[index].withSpan { (gradient) throws(StepError) in
          try rules[index].take(&target, gradient, false)
        }
      } catch {
        failure = failure ?? .group(index: index, error)
      }
    }
    log.record(StepLog.Entry(outcome: failure.map { .diverged($0) } ?? .applied))
    if let failure { throw failure }
  }

  private func check(_ parameters: [[Scalar]], _ gradients: [[Scalar]]) throws(StepError) {
    guard parameters.count == count else { throw .groupCount(expected: count, found: parameters.count) }
    guard gradients.count == count else { throw .groupCount(expected: count, found: gradients.count) }
    for index in rules.indices {
      do throws(StepError) {
        try rules[index].check(parameters[index], gradient: gradients[index])
      } catch {
        throw .group(index: index, error)
      }
    }
  }
}
