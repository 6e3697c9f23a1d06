extension RMSPropFactors {
  /// RMSProp without momentum; state: v.
  @inline(__always)
  func plain(_ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ meanSquare: inout [Scalar])
    -> Bool
  {
    let scale = rate * intake
    return sweep(&parameters, gradient, &meanSquare) { theta, gradient, v in
      let g = pulled(gradient, theta, by: l2)
      v = decay * v + share * (g * g)
      theta = retention * theta - scale * quotient(g, v)
    }
  }

  /// RMSProp with momentum; state: v, b.
  @inline(__always)
  func plain(
    _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ meanSquare: inout [Scalar],
    _ buffer: inout [Scalar]
  ) -> Bool {
    return sweep(&parameters, gradient, &meanSquare, &buffer) { theta, gradient, v, b in
      let g = pulled(gradient, theta, by: l2)
      v = decay * v + share * (g * g)
      let u = intake * quotient(g, v)
      b = momentum * b + u
      theta = retention * theta - rate * (fresh * u + kept * b)
    }
  }

  /// Centred RMSProp without momentum; state: m, s.
  @inline(__always)
  func centered(
    _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ mean: inout [Scalar],
    _ variance: inout [Scalar]
  ) -> Bool {
    let scale = rate * intake
    return sweep(&parameters, gradient, &mean, &variance) { theta, gradient, m, s in
      let g = pulled(gradient, theta, by: l2)
      advance(g, &m, &s)
      theta = retention * theta - scale * quotient(g, s)
    }
  }

  /// Centred RMSProp with momentum; state: m, s, b.
  @inline(__always)
  func centered(
    _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ mean: inout [Scalar],
    _ variance: inout [Scalar], _ buffer: inout [Scalar]
  ) -> Bool {
    return sweep(&parameters, gradient, &mean, &variance, &buffer) { theta, gradient, m, s, b in
      let g = pulled(gradient, theta, by: l2)
      advance(g, &m, &s)
      let u = intake * quotient(g, s)
      b = momentum * b + u
      theta = retention * theta - rate * (fresh * u + kept * b)
    }
  }

  /// Updates the mean and the variance with one more gradient: s ← ρ·(s + (1 − ρ)(g − m)²), m ← m + (1 − ρ)(g − m).
  @inline(__always)
  private func advance(_ g: Scalar, _ m: inout Scalar, _ s: inout Scalar) {
    let deviation = g - m
    s = decay * (s + share * (deviation * deviation))
    m += share * deviation
  }

  /// g / (√(s·correction + inner) + outer).
  @inline(__always)
  private func quotient(_ g: Scalar, _ s: Scalar) -> Scalar {
    guardedQuotient(g, root(s * correction + inner) + outer)
  }
}
