extension ParameterGroups {
  /// Applies one step to every array, or leaves everything as it was and says so in ``lastStep``.
  ///
  /// - Parameters:
  ///   - parameters: One array per group, updated in place.
  ///   - gradients: One array per group, each as long as its parameters, every element finite.
  public mutating func step(_ parameters: inout [[Scalar]], gradients: [[Scalar]]) {
    do throws(StepError) {
      try update(&parameters, gradients)
      log.accept()
    } catch {
      if log.reject(error) {
        #if !hasFeature(Embedded)
          writeToStandardError("\(Self.self): step \(stepCount + 1) rejected: \(error.description)\n")
        #endif
      }
    }
  }

  /// Applies one step to every array, or throws and changes neither parameters nor state.
  ///
  /// - Parameters:
  ///   - parameters: One array per group, updated in place.
  ///   - gradients: One array per group, each as long as its parameters, every element finite.
  /// - Throws: ``StepError``, which says which group and what was wrong.
  public mutating func checkedStep(_ parameters: inout [[Scalar]], gradients: [[Scalar]]) throws(StepError) {
    do throws(StepError) {
      try update(&parameters, gradients)
      log.accept()
    } catch {
      log.reject(error)
      throw error
    }
  }

  private mutating func update(_ parameters: inout [[Scalar]], _ gradients: [[Scalar]]) throws(StepError) {
    guard parameters.count == count else { throw .groupCount(expected: count, found: parameters.count) }
    guard gradients.count == count else { throw .groupCount(expected: count, found: gradients.count) }
    for index in rules.indices {
      do throws(StepError) {
        try rules[index].check(parameters[index], gradient: gradients[index])
      } catch {
        throw .group(index: index, error)
      }
    }
    for index in rules.indices {
      var target = parameters[index].mutableSpan
      gradients[index].withSpan { rules[index].apply(&target, gradient: $0) }
      rules[index].log.accept()
    }
  }
}
