/// Half a cosine wave from one rate down to another.
///
///     η_k = e + (η₀ − e)·((1 + cos(π·k / T)) / 2)^p
///
/// Optax, Keras and MLX stay at e after T steps. PyTorch's `CosineAnnealingLR` continues along the wave and
/// rises again, as with `isPeriodic`. Optax and Keras give e as a fraction of η₀, `alpha`. Only Optax has the
/// exponent p.
///
/// Source: Loshchilov & Hutter (2017), "SGDR: stochastic gradient descent with warm restarts", equation 5.
public struct CosineDecay: Schedule, Equatable {
  /// η₀.
  public var initialRate: Double

  /// e.
  public var endRate: Double

  /// T ≥ 1.
  public var decaySteps: Int

  /// p > 0; above 1 the rate falls earlier.
  public var exponent: Double

  /// Whether the wave continues after T steps, as in PyTorch.
  public var isPeriodic: Bool

  /// Creates the schedule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀.
  ///   - endRate: e. Default 0, as everywhere.
  ///   - decaySteps: T ≥ 1.
  ///   - exponent: p > 0. Default 1, as everywhere.
  ///   - isPeriodic: Default false: Optax, Keras, MLX; PyTorch rises again.
  public init(
    initialRate: Double, endRate: Double = 0, decaySteps: Int, exponent: Double = 1, isPeriodic: Bool = false
  ) {
    precondition(decaySteps >= 1, "CosineDecay: decaySteps must be at least 1")
    precondition(exponent > 0, "CosineDecay: exponent must be positive")
    self.initialRate = initialRate
    self.endRate = endRate
    self.decaySteps = decaySteps
    self.exponent = exponent
    self.isPeriodic = isPeriodic
  }

  /// e + (η₀ − e)·((1 + cos(π·k / T)) / 2)^p.
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    let position = isPeriodic ? step % (2 * decaySteps) : min(step, decaySteps)
    let share = cosineShare(Double(position) / Double(decaySteps))
    return endRate + (initialRate - endRate) * (exponent == 1 ? share : power(share, exponent))
  }
}

/// (1 + cos πx) / 2 for x in 0…2, exactly 1, ½ and 0 at 0, ½ and 1.
///
/// Computed as cos²(πx/2), which keeps its digits near the end of the wave, where 1 + cos πx cancels.
func cosineShare(_ x: Double) -> Double {
  if x == 1 { return 0 }
  if x == 0.5 || x == 1.5 { return 0.5 }
  // Near the zero at x = 1, the angle is measured from there, where it is exact.
  let root = x > 0.5 && x < 1.5 ? cosine(.pi / 2 * (1 - (x - 1).magnitude)) : cosine(.pi / 2 * x)
  return root * root
}
