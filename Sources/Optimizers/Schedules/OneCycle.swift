/// A rate that rises to a maximum and then falls far below its start.
///
/// | form | turning points (N steps, rising fraction p) | values |
/// |---|---|---|
/// | PyTorch, two phases | 0, p·N − 1, N − 1 | M/d, M, M/(d·f) |
/// | PyTorch, three phases | 0, p·N − 1, 2·p·N − 2, N − 1 | M/d, M, M/d, M/(d·f) |
/// | Optax, cosine | 0, ⌊p·N⌋, N | M/d, M, M/(d·f) |
/// | Optax, linear | 0, ⌊p·N⌋, ⌊q·N⌋, N | M/d, M, M/d, M/(d·f) |
///
/// with M the maximum, d the start divisor, f the end divisor. Between turning points the rate follows half a
/// cosine wave or a straight line. PyTorch reaches its last value at the last step, Optax one step after it.
///
/// Source: Smith & Topin (2018), "Super-convergence: very fast training using large learning rates".
public struct OneCycle: Schedule, Equatable {
  /// How the rate moves between two turning points.
  public enum Interpolation: Equatable, Hashable, Sendable, CaseIterable {
    /// Half a cosine wave.
    case cosine
    /// A straight line.
    case linear
  }

  /// The framework whose turning points hold.
  public enum Form: Equatable, Hashable, Sendable {
    /// `OneCycleLR`; with three phases, the fall is at first as steep as the rise.
    case pyTorch(hasThreePhases: Bool = false)
    /// `cosine_onecycle_schedule`, or `linear_onecycle_schedule`, which is back at its start at `fallenFraction`.
    case optax(fallenFraction: Double = 0.85)
  }

  /// The turning points, each with its step and its rate.
  public private(set) var knots: [Knot]

  /// How the rate moves between two turning points.
  public var interpolation: Interpolation

  /// Creates the schedule.
  ///
  /// - Parameters:
  ///   - maximumRate: M.
  ///   - totalSteps: N ≥ 2.
  ///   - risingFraction: p in 0…1. Default 0.3.
  ///   - startDivisor: d. Default 25.
  ///   - endDivisor: f. Default 10⁴.
  ///   - interpolation: Default cosine.
  ///   - form: The framework whose turning points hold. Default PyTorch with two phases.
  public init(
    maximumRate: Double, totalSteps: Int, risingFraction: Double = 0.3, startDivisor: Double = 25,
    endDivisor: Double = 1e4, interpolation: Interpolation = .cosine, form: Form = .pyTorch()
  ) {
    let total = Double(totalSteps)
    let start = maximumRate / startDivisor
    knots = [Knot(0, start)]
    switch form {
    case .pyTorch(let hasThreePhases):
      let rise = risingFraction * total
      knots.append(Knot(rise - 1, maximumRate))
      if hasThreePhases { knots.append(Knot(2 * rise - 2, start)) }
      knots.append(Knot(total - 1, start / endDivisor))
    case .optax(let fallenFraction):
      knots.append(Knot((risingFraction * total).rounded(.down), maximumRate))
      if interpolation == .linear { knots.append(Knot((fallenFraction * total).rounded(.down), start)) }
      knots.append(Knot(total, start / endDivisor))
    }
    self.interpolation = interpolation
  }

  /// The momentum for this rate: it has the same turning points and is lowest where the rate is highest.
  ///
  /// - Parameters:
  ///   - maximum: The momentum at the start and the end. Default 0.95, as in PyTorch.
  ///   - minimum: The momentum where the rate is highest. Default 0.85, as in PyTorch.
  public func momentum(maximum: Double = 0.95, minimum: Double = 0.85) -> OneCycle {
    var cycle = self
    cycle.knots = knots.indices.map { Knot(knots[$0].position, $0 == 1 ? minimum : maximum) }
    return cycle
  }

  /// The value between the two turning points around the step; constant after the last one.
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    let position = Double(step)
    var (from, to) = (knots[0], knots[0])
    for knot in knots {
      (from, to) = (to, knot)
      if position <= knot.position { break }
    }
    guard position < to.position, to.position > from.position else { return to.value }
    let share = (position - from.position) / (to.position - from.position)
    switch interpolation {
    case .cosine: return to.value + (from.value - to.value) * cosineShare(share)
    case .linear: return from.value * (1 - share) + to.value * share
    }
  }
}

extension OneCycle {
  /// A turning point.
  public struct Knot: Equatable, Sendable {
    /// The step, not always whole.
    public let position: Double
    /// The value there.
    public let value: Double

    init(_ position: Double, _ value: Double) {
      self.position = position
      self.value = value
    }
  }
}
