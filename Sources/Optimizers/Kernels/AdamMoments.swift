/// The state of Adam and related rules, and the pass over it.
struct AdamMoments<Scalar: OptimizerScalar>: Sendable {
  var first: [Scalar] = []
  var second: [Scalar] = []
  var maximum: [Scalar] = []
  var firstWeight = AverageWeight<Scalar>()
  var secondWeight = AverageWeight<Scalar>()

  /// Allocates the state on the first step and advances the weights of the averages.
  @inline(__always)
  mutating func prepare(count: Int, beta1: Scalar, beta2: Scalar, keepsMaximum: Bool) {
    if first.count != count {
      first = Array(repeating: 0, count: count)
      second = first
      if keepsMaximum { maximum = first }
    }
    firstWeight.add(decay: beta1)
    secondWeight.add(decay: beta2)
  }

  /// θ ← retention·θ − (fromMoment·m + fromGradient·g) / (√(s·correction + inner) + outer).
  @inline(__always)
  mutating func move(
    _ parameters: inout MutableSpan<Scalar>, _ gradient: Span<Scalar>, _ factors: AdamFactors<Scalar>
  ) -> Bool {
    if maximum.isEmpty {
      return sweep(&parameters, gradient, &first, &second) { theta, gradient, m, v in
        let g = pulled(gradient, theta, by: factors.l2)
        m = factors.beta1 * m + factors.share1 * g
        v = factors.beta2 * v + factors.share2 * (g * g)
        theta = factors.retention * theta - factors.quotient(g, m, v)
      }
    } else {
      return sweep(&parameters, gradient, &first, &second, &maximum) { theta, gradient, m, v, w in
        let g = pulled(gradient, theta, by: factors.l2)
        m = factors.beta1 * m + factors.share1 * g
        v = factors.beta2 * v + factors.share2 * (g * g)
        let candidate = v * factors.candidateScale
        w = candidate > w ? candidate : w
        theta = factors.retention * theta - factors.quotient(g, m, w)
      }
    }
  }
}
