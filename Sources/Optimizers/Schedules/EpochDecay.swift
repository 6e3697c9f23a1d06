/// Multiplies a rate, or a decay ρ, by a factor once per epoch, as many training listings do.
///
///     η = η₀·γ^e,     e = ⌊k / steps per epoch⌋
///
/// This is `learning_rate *= 0.9` at the *end* of each epoch. When a listing does it at the *start* of each epoch,
/// the first epoch already has η₀·γ; use `multipliesFirst` for that. For `gamma *= 0.99` on RMSProp's ρ, assign the
/// value to ``RMSProp/decay``.
///
/// A listing that creates a *new* optimizer with the new rate each epoch loses the mean square. Assign
/// ``Optimizer/learningRate`` instead.
public struct EpochDecay: Schedule, Equatable {
  /// η₀, or ρ₀.
  public var initialRate: Double

  /// γ.
  public var factor: Double

  /// The number of steps of an epoch, ≥ 1.
  public var stepsPerEpoch: Int

  /// Whether the first epoch already has η₀·γ.
  public var multipliesFirst: Bool

  /// Creates the schedule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀, or ρ₀.
  ///   - factor: γ. Default 0.9.
  ///   - stepsPerEpoch: Default 1: the argument of the schedule is the epoch itself.
  ///   - multipliesFirst: Whether the first epoch already has η₀·γ. Default false.
  public init(
    initialRate: Double, factor: Double = 0.9, stepsPerEpoch: Int = 1, multipliesFirst: Bool = false
  ) {
    precondition(stepsPerEpoch >= 1, "EpochDecay: stepsPerEpoch must be at least 1")
    self.initialRate = initialRate
    self.factor = factor
    self.stepsPerEpoch = stepsPerEpoch
    self.multipliesFirst = multipliesFirst
  }

  /// η₀·γ^e.
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    initialRate * power(factor, Double(step / stepsPerEpoch + (multipliesFirst ? 1 : 0)))
  }
}
