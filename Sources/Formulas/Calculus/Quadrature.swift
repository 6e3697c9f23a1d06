import ElementaryNumerics

/// The integral of a function over an interval, finite or not, with an estimate of the error.
struct Quadrature {
  /// The value of an integral and an estimate of its error.
  struct Result {
    var value: Double
    var error: Double
  }

  /// The largest number of times that the step is halved. Each time doubles the work.
  var levels = 7

  /// Integrates by tanh–sinh quadrature. If that does not converge, as at a kink, tries Gauss–Kronrod.
  ///
  /// Nil if neither method converges, or the function has no value at a node.
  func integrate(from lower: Double, to upper: Double, _ function: (Double) -> Double?) -> Result? {
    if lower == upper { return Result(value: 0, error: 0) }
    if lower > upper {
      return integrate(from: upper, to: lower, function).map { Result(value: -$0.value, error: $0.error) }
    }
    let transformed = Substitution(lower: lower, upper: upper)
    let first = doubleExponential(transformed, function)
    if let first, first.error <= 1e-11 * max(first.value.magnitude, 1e-300) { return first }
    guard lower.isFinite, upper.isFinite, levels >= 5 else { return first }
    guard let second = GaussKronrod.integrate(from: lower, to: upper, function) else { return first }
    guard let first else { return second }
    return first.error < second.error ? first : second
  }

  private func doubleExponential(_ map: Substitution, _ function: (Double) -> Double?) -> Result? {
    // The weighted value at a node; zero where the weight underflows at the ends.
    func term(_ t: Double) -> Double? {
      let (x, weight) = map.node(t)
      guard weight > 0, weight.isFinite, x.isFinite, x > map.lower, x < map.upper else { return 0 }
      guard let y = function(x) else { return nil }
      if y.isFinite { return y * weight }
      return t.magnitude > 2.5 ? 0 : nil
    }
    var step = 1.0
    guard var sum = term(0) else { return nil }
    var magnitude = sum.magnitude
    var previous = Double.nan
    var error = Double.infinity
    for level in 0..<levels {
      if level > 0 { step /= 2 }
      // The contributions of the outermost nodes, which estimate the rest beyond them.
      var ends = [0.0, 0.0]
      var k = 1
      while Double(k) * step <= map.reach {
        for (side, t) in [Double(k) * step, -Double(k) * step].enumerated() {
          guard let value = term(t) else { return nil }
          sum += value
          magnitude += value.magnitude
          if value != 0 { ends[side] = value.magnitude }
        }
        k += level == 0 ? 1 : 2
      }
      let estimate = sum * step
      let difference = (estimate - previous).magnitude
      let rounding = 4e-16 * magnitude * step + 4 * (ends[0] + ends[1]) * step
      if level >= 3 {
        // The number of correct digits doubles with every level.
        error = max(difference < 1e-4 * estimate.magnitude ? difference * 1e-2 : difference, rounding)
        if difference <= max(1e-13 * estimate.magnitude, rounding) {
          return Result(value: estimate, error: max(difference, rounding))
        }
      }
      previous = estimate
    }
    guard previous.isFinite, error <= 1e-7 * max(previous.magnitude, magnitude * step * 1e-3) else {
      return nil
    }
    return Result(value: previous, error: error)
  }

  /// Maps the real line to an interval so that the integrand decays doubly exponentially.
  private struct Substitution {
    let lower: Double
    let upper: Double
    var reach: Double { 4.2 }

    func node(_ t: Double) -> (x: Double, weight: Double) {
      let inner = Double.pi / 2 * RealFunctions.sinh(t)
      let slope = Double.pi / 2 * RealFunctions.cosh(t)
      switch (lower.isFinite, upper.isFinite) {
      case (true, true):
        let half = (upper - lower) / 2
        let cosh = RealFunctions.cosh(inner)
        // The distance from the nearer end keeps its precision.
        let gap = half * RealFunctions.exp(-inner.magnitude) / cosh
        return (inner < 0 ? lower + gap : upper - gap, half * slope / (cosh * cosh))
      case (true, false):
        let grown = RealFunctions.exp(inner)
        return (lower + grown, grown * slope)
      case (false, true):
        let grown = RealFunctions.exp(inner)
        return (upper - grown, grown * slope)
      case (false, false): return (RealFunctions.sinh(inner), RealFunctions.cosh(inner) * slope)
      }
    }
  }
}

/// The rule with 7 and 15 nodes. Halves the interval with the largest error until the whole error is small enough.
private enum GaussKronrod {
  static let nodes = [
    0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
    0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
    0.586087235467691130294144692193391, 0.405845151377397166906606412076961,
    0.207784955007898467600689403773245, 0,
  ]
  static let kronrod = [
    0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
    0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
    0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
    0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
  ]
  static let gauss = [
    0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
    0.381830050505118944950369775488975, 0.417959183673469387755102040816327,
  ]

  static func integrate(from lower: Double, to upper: Double, _ function: (Double) -> Double?)
    -> Quadrature.Result?
  {
    guard let whole = rule(lower, upper, function) else { return nil }
    var pieces = [(lower, upper, whole)]
    for _ in 0..<60 {
      let error = pieces.reduce(0) { $0 + $1.2.error }
      let value = pieces.reduce(0) { $0 + $1.2.value }
      if error <= 1e-12 * value.magnitude { break }
      var worst = 0
      for index in pieces.indices where pieces[index].2.error > pieces[worst].2.error { worst = index }
      let (a, b, _) = pieces.remove(at: worst)
      let middle = (a + b) / 2
      guard let left = rule(a, middle, function), let right = rule(middle, b, function) else { return nil }
      pieces += [(a, middle, left), (middle, b, right)]
    }
    let error = pieces.reduce(0) { $0 + $1.2.error }
    let value = pieces.reduce(0) { $0 + $1.2.value }
    guard error <= 1e-7 * value.magnitude else { return nil }
    return Quadrature.Result(value: value, error: error)
  }

  private static func rule(_ a: Double, _ b: Double, _ function: (Double) -> Double?) -> Quadrature.Result? {
    let center = (a + b) / 2
    let half = (b - a) / 2
    var fine = 0.0
    var coarse = 0.0
    for (index, node) in nodes.enumerated() {
      for sign in node == 0 ? [1.0] : [1.0, -1.0] {
        guard let y = function(center + sign * half * node), y.isFinite else { return nil }
        fine += kronrod[index] * y
        if index % 2 == 1 { coarse += gauss[index / 2] * y }
      }
    }
    return Quadrature.Result(value: fine * half, error: ((fine - coarse) * half).magnitude)
  }
}
