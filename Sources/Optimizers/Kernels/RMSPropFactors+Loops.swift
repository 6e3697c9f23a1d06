extension RMSPropFactors {
  /// RMSProp without momentum: reads θ, g, v and writes θ, v once.
  @inline(__always)
  func plain(
    _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ meanSquareState: inout [Scalar],
    _ indices: Range<Int>
  ) {
    var meanSquare = meanSquareState.mutableSpan
    let scale = rate * intake
    for index in indices {
      let theta = parameters[unchecked: index]
      let g = pulled(gradient[unchecked: index], theta)
      let v = decay * meanSquare[unchecked: index] + share * (g * g)
      meanSquare[unchecked: index] = v
      parameters[unchecked: index] = retention * theta - scale * quotient(g, v)
    }
  }

  /// RMSProp with momentum.
  @inline(__always)
  func plain(
    _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ meanSquareState: inout [Scalar],
    _ bufferState: inout [Scalar], _ indices: Range<Int>
  ) {
    var meanSquare = meanSquareState.mutableSpan
    var buffer = bufferState.mutableSpan
    for index in indices {
      let theta = parameters[unchecked: index]
      let g = pulled(gradient[unchecked: index], theta)
      let v = decay * meanSquare[unchecked: index] + share * (g * g)
      meanSquare[unchecked: index] = v
      let u = intake * quotient(g, v)
      let b = momentum * buffer[unchecked: index] + u
      buffer[unchecked: index] = b
      parameters[unchecked: index] = retention * theta - rate * (fresh * u + kept * b)
    }
  }

  /// Centred RMSProp without momentum.
  @inline(__always)
  func centered(
    _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>,
    _ meanState: inout [Scalar], _ varianceState: inout [Scalar], _ indices: Range<Int>
  ) {
    var mean = meanState.mutableSpan
    var variance = varianceState.mutableSpan
    let scale = rate * intake
    for index in indices {
      let theta = parameters[unchecked: index]
      let g = pulled(gradient[unchecked: index], theta)
      let deviation = g - mean[unchecked: index]
      let s = decay * (variance[unchecked: index] + share * (deviation * deviation))
      mean[unchecked: index] += share * deviation
      variance[unchecked: index] = s
      parameters[unchecked: index] = retention * theta - scale * quotient(g, s)
    }
  }

  /// Centred RMSProp with momentum.
  @inline(__always)
  func centered(
    _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>,
    _ meanState: inout [Scalar], _ varianceState: inout [Scalar],
    _ bufferState: inout [Scalar], _ indices: Range<Int>
  ) {
    var mean = meanState.mutableSpan
    var variance = varianceState.mutableSpan
    var buffer = bufferState.mutableSpan
    for index in indices {
      let theta = parameters[unchecked: index]
      let g = pulled(gradient[unchecked: index], theta)
      let deviation = g - mean[unchecked: index]
      let s = decay * (variance[unchecked: index] + share * (deviation * deviation))
      mean[unchecked: index] += share * deviation
      variance[unchecked: index] = s
      let u = intake * quotient(g, s)
      let b = momentum * buffer[unchecked: index] + u
      buffer[unchecked: index] = b
      parameters[unchecked: index] = retention * theta - rate * (fresh * u + kept * b)
    }
  }

  /// g + λ·θ.
  @inline(__always)
  private func pulled(_ g: Scalar, _ theta: Scalar) -> Scalar {
    l2 == 0 ? g : g + l2 * theta
  }

  /// g / (√(s·correction + inner) + outer).
  @inline(__always)
  private func quotient(_ g: Scalar, _ s: Scalar) -> Scalar {
    guardedQuotient(g, root(s * correction + inner) + outer)
  }
}
