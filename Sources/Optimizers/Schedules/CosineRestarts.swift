/// A cosine decay that restarts repeatedly, with each cycle longer by a factor.
///
///     η_k = e + (η₀ − e)·fⁱ·(1 + cos(π·j / Tᵢ)) / 2
///
/// with i the cycle, j the position within it, Tᵢ = T₀·multⁱ. PyTorch (`CosineAnnealingWarmRestarts`) has no f;
/// Keras (`CosineDecayRestarts`) has both and a default mult of 2.
///
/// Source: Loshchilov & Hutter (2017), "SGDR: stochastic gradient descent with warm restarts".
public struct CosineRestarts: Schedule, Equatable {
  /// η₀.
  public var initialRate: Double

  /// e.
  public var endRate: Double

  /// T₀ ≥ 1, the length of the first cycle.
  public var firstPeriod: Int

  /// mult ≥ 1, the growth of the cycles.
  public var periodFactor: Double

  /// f, the factor on the height of each new cycle.
  public var heightFactor: Double

  /// Creates the schedule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀.
  ///   - endRate: e. Default 0, as everywhere.
  ///   - firstPeriod: T₀ ≥ 1.
  ///   - periodFactor: mult ≥ 1. Default 1: PyTorch; Keras takes 2.
  ///   - heightFactor: f. Default 1, as everywhere.
  public init(
    initialRate: Double, endRate: Double = 0, firstPeriod: Int, periodFactor: Double = 1,
    heightFactor: Double = 1
  ) {
    precondition(firstPeriod >= 1, "CosineRestarts: firstPeriod must be at least 1")
    precondition(periodFactor >= 1, "CosineRestarts: periodFactor must be at least 1")
    self.initialRate = initialRate
    self.endRate = endRate
    self.firstPeriod = firstPeriod
    self.periodFactor = periodFactor
    self.heightFactor = heightFactor
  }

  /// The rate at this position of its cycle.
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    var period = Double(firstPeriod)
    var position = Double(step)
    var height = 1.0
    if periodFactor == 1 {
      height = power(heightFactor, Double(step / firstPeriod))
      position = Double(step % firstPeriod)
    } else {
      while position >= period {
        position -= period
        period *= periodFactor
        height *= heightFactor
      }
    }
    return endRate + (initialRate - endRate) * height * cosineShare(position / period)
  }
}
