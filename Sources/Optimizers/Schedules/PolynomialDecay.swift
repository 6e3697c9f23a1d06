/// A rate that falls with a power of the remaining time.
///
///     η_k = e + (η₀ − e)·(1 − min(k, T) / T)^p
///
/// The formula is the same in PyTorch (`PolynomialLR`, e = 0), Optax and Keras. Keras' `cycle=True` stretches T
/// to its next multiple instead of stopping, as `cycles` does.
public struct PolynomialDecay: Schedule, Equatable {
  /// η₀.
  public var initialRate: Double

  /// e.
  public var endRate: Double

  /// T ≥ 1.
  public var decaySteps: Int

  /// p > 0.
  public var exponent: Double

  /// The number of steps for which η₀ holds first.
  public var delay: Int

  /// Whether T is replaced by its next multiple after T steps, as in Keras.
  public var cycles: Bool

  /// Creates the schedule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀.
  ///   - endRate: e. Default 0: PyTorch; Keras takes 0.0001.
  ///   - decaySteps: T ≥ 1.
  ///   - exponent: p > 0. Default 1: PyTorch, Keras.
  ///   - delay: Optax' `transition_begin`. Default 0.
  ///   - cycles: Default false, as everywhere; only Keras offers it.
  public init(
    initialRate: Double, endRate: Double = 0, decaySteps: Int, exponent: Double = 1, delay: Int = 0,
    cycles: Bool = false
  ) {
    precondition(decaySteps >= 1, "PolynomialDecay: decaySteps must be at least 1")
    self.initialRate = initialRate
    self.endRate = endRate
    self.decaySteps = decaySteps
    self.exponent = exponent
    self.delay = delay
    self.cycles = cycles
  }

  /// e + (η₀ − e)·(1 − min(k, T) / T)^p.
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    let elapsed = max(0, step - delay)
    var total = decaySteps
    if cycles { total *= max(1, (elapsed + decaySteps - 1) / decaySteps) }
    let left = Double(total - min(elapsed, total)) / Double(total)
    return endRate + (initialRate - endRate) * (exponent == 1 ? left : power(left, exponent))
  }
}
