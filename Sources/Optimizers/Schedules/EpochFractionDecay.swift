/// Lowers the rate from η₀ to η₀·γ, with the share of completed epochs as the exponent of γ.
///
///     η = η₀·γ^(e / E),     e = ⌊k / steps per epoch⌋
///
/// A listing that writes `learning_rate = learning_rate * 0.1 ** (epoch / total)` in its loop is
/// different: each epoch starts from the rate of the previous one, so the exponents add up to e·(e + 1) / (2·E), and
/// ten epochs end at 10^−4.5 of the start, not at 10^−0.9. Use `compounds` for that.
public struct EpochFractionDecay: Schedule, Equatable {
  /// η₀.
  public var initialRate: Double

  /// γ.
  public var factor: Double

  /// E ≥ 1, the number of epochs.
  public var totalEpochs: Int

  /// The number of steps of an epoch, ≥ 1.
  public var stepsPerEpoch: Int

  /// Whether each epoch starts from the rate of the one before.
  public var compounds: Bool

  /// Creates the schedule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀.
  ///   - factor: γ. Default 0.1.
  ///   - totalEpochs: E ≥ 1.
  ///   - stepsPerEpoch: Default 1: the argument of the schedule is the epoch itself.
  ///   - compounds: Whether each epoch starts from the rate of the one before. Default false.
  public init(
    initialRate: Double, factor: Double = 0.1, totalEpochs: Int, stepsPerEpoch: Int = 1,
    compounds: Bool = false
  ) {
    precondition(totalEpochs >= 1, "EpochFractionDecay: totalEpochs must be at least 1")
    precondition(stepsPerEpoch >= 1, "EpochFractionDecay: stepsPerEpoch must be at least 1")
    self.initialRate = initialRate
    self.factor = factor
    self.totalEpochs = totalEpochs
    self.stepsPerEpoch = stepsPerEpoch
    self.compounds = compounds
  }

  /// η₀·γ^(e / E).
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    let epoch = Double(step / stepsPerEpoch)
    let elapsed = compounds ? epoch * (epoch + 1) / 2 : epoch
    return initialRate * power(factor, elapsed / Double(totalEpochs))
  }
}
