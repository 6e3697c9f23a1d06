extension BatchNormalization {
  /// Computes the outputs from the inputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    let channels = pass.inputShape[pass.inputShape.rank - 1]
    let rows = pass.batchSize * pass.inputShape.count / channels
    let (mean, inverse) = (pass.workspace, pass.workspace + channels)
    if pass.isTraining {
      moments(pass.input, rows: rows, channels: channels, mean: mean, variance: inverse)
      let (kept, unbiased) = (Scalar(momentum), Scalar(rows) / Scalar(max(1, rows - 1)))
      for c in 0..<channels {
        pass.state[c] = kept * pass.state[c] + (1 - kept) * mean[c]
        pass.state[channels + c] = kept * pass.state[channels + c] + (1 - kept) * (inverse[c] * unbiased)
      }
    } else {
      for c in 0..<channels { (mean[c], inverse[c]) = (pass.state[c], pass.state[channels + c]) }
    }
    for c in 0..<channels { inverse[c] = 1 / (inverse[c] + Scalar(epsilon)).squareRoot() }
    let (gamma, beta) = (pass.parameters, pass.parameters + channels)
    for row in 0..<rows {
      let (x, y) = (pass.input + row * channels, pass.output + row * channels)
      for c in 0..<channels { y[c] = gamma[c] * ((x[c] - mean[c]) * inverse[c]) + beta[c] }
    }
  }

  /// Computes the gradients of the inputs and the parameters from the gradient of the outputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    let channels = pass.inputShape[pass.inputShape.rank - 1]
    let rows = pass.batchSize * pass.inputShape.count / channels
    let (mean, inverse) = (pass.workspace, pass.workspace + channels)
    let (gamma, beta) = (pass.parameterGradient, pass.parameterGradient + channels)
    for c in 0..<2 * channels { gamma[c] = 0 }
    for row in 0..<rows {
      let (x, gradient) = (pass.input + row * channels, pass.outputGradient + row * channels)
      for c in 0..<channels {
        beta[c] += gradient[c]
        gamma[c] += gradient[c] * ((x[c] - mean[c]) * inverse[c])
      }
    }
    guard let inputGradient = pass.inputGradient else { return }
    // Running averages do not depend on the batch, so their derivative is 0.
    let share: Scalar = pass.isTraining ? 1 / Scalar(rows) : 0
    for row in 0..<rows {
      let (x, gradient) = (pass.input + row * channels, pass.outputGradient + row * channels)
      let target = inputGradient + row * channels
      for c in 0..<channels {
        let normalized = (x[c] - mean[c]) * inverse[c]
        target[c] =
          pass.parameters[c] * inverse[c] * (gradient[c] - share * (beta[c] + normalized * gamma[c]))
      }
    }
  }

  /// Writes the mean and the variance of each channel.
  @inline(__always)
  private func moments<Scalar: NetworkScalar>(
    _ input: UnsafePointer<Scalar>, rows: Int, channels: Int, mean: UnsafeMutablePointer<Scalar>,
    variance: UnsafeMutablePointer<Scalar>
  ) {
    for c in 0..<channels { (mean[c], variance[c]) = (0, 0) }
    for row in 0..<rows {
      for c in 0..<channels { mean[c] += input[row * channels + c] }
    }
    for c in 0..<channels { mean[c] /= Scalar(rows) }
    for row in 0..<rows {
      for c in 0..<channels {
        let difference = input[row * channels + c] - mean[c]
        variance[c] += difference * difference
      }
    }
    for c in 0..<channels { variance[c] /= Scalar(rows) }
  }
}
