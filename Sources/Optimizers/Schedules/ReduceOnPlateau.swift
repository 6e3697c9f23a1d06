/// Multiplies the rate by a factor when a measured value has stopped improving.
///
/// Unlike a ``Schedule`` it answers to what happens, so it has a state: give it the value after each epoch.
///
/// | form | a value counts as better than the best when | reduces when the count of others |
/// |---|---|---|
/// | PyTorch, Optax | it is below best·(1 − threshold) | exceeds (PyTorch) or reaches (Optax) `patience` |
/// | Keras | it is below best − threshold | reaches `patience`; the last value of a cooldown counts |
///
/// For an accuracy (`direction: .maximize`) read "above" and turn the signs round.
///
/// Source: `torch.optim.lr_scheduler.ReduceLROnPlateau`; `keras.callbacks.ReduceLROnPlateau`;
/// `optax.contrib.reduce_on_plateau`.
public struct ReduceOnPlateau: Equatable, Sendable {
  /// Whether a smaller or a larger value is better.
  public enum Direction: Equatable, Hashable, Sendable, CaseIterable {
    /// A loss.
    case minimize
    /// An accuracy.
    case maximize
  }

  /// How much better counts.
  public enum ThresholdMode: Equatable, Hashable, Sendable, CaseIterable {
    /// By a fraction of the best value.
    case relative
    /// By an amount.
    case absolute
  }

  /// Whose way of counting is followed.
  public enum Form: Equatable, Hashable, Sendable, CaseIterable {
    /// Reduces when the count exceeds `patience`, and not by less than 10⁻⁸.
    case pyTorch
    /// Reduces when the count reaches `patience`; the value that ends a cooldown is counted again.
    case keras
    /// Reduces when the count reaches `patience`.
    case optax
  }

  /// The rate that holds now.
  public private(set) var rate: Double

  /// The best value so far; infinitely bad before the first.
  public private(set) var best: Double

  /// γ in 0…1.
  public let factor: Double

  /// How many values in a row may fail to be better.
  public let patience: Int

  /// How much better counts, ≥ 0.
  public let threshold: Double

  /// What the threshold is measured in.
  public let thresholdMode: ThresholdMode

  /// For how many values after a reduction nothing is counted.
  public let cooldown: Int

  /// The smallest rate.
  public let minimumRate: Double

  /// Which way is better.
  public let direction: Direction

  /// Whose way of counting is followed.
  public let form: Form

  private var failures = 0
  private var cooldownLeft = 0

  /// Creates the rule.
  ///
  /// - Parameters:
  ///   - initialRate: η₀.
  ///   - factor: γ. Default 0.1, as everywhere.
  ///   - patience: Default 10, as everywhere.
  ///   - threshold: ≥ 0. Default 10⁻⁴, as everywhere.
  ///   - thresholdMode: `nil` for the usual of the form: absolute for Keras, otherwise relative.
  ///   - cooldown: Default 0, as everywhere.
  ///   - minimumRate: Default 0, as everywhere.
  ///   - direction: Default minimize.
  ///   - form: Whose way of counting is followed. Default PyTorch's.
  public init(
    initialRate: Double, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4,
    thresholdMode: ThresholdMode? = nil, cooldown: Int = 0, minimumRate: Double = 0,
    direction: Direction = .minimize, form: Form = .pyTorch
  ) {
    rate = initialRate
    best = direction == .minimize ? .infinity : -.infinity
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    self.thresholdMode = thresholdMode ?? (form == .keras ? .absolute : .relative)
    self.cooldown = cooldown
    self.minimumRate = minimumRate
    self.direction = direction
    self.form = form
  }

  /// Takes note of a value and returns the rate that holds from now on. NaN is never better.
  ///
  /// - Parameter value: The measured value, usually the loss after an epoch.
  @discardableResult
  public mutating func update(_ value: Double) -> Double {
    let isCooling = cooldownLeft > 0
    if isCooling { cooldownLeft -= 1 }
    if isBetter(value) {
      best = value
      failures = 0
    } else {
      failures += 1
    }
    switch form {
    case .pyTorch:
      if isCooling { failures = 0 }
      if failures > patience { reduce(byAtLeast: 1e-8) }
    case .optax:
      if isCooling { failures = 0 }
      if failures > 0 && failures >= patience { reduce(byAtLeast: 0) }
    case .keras:
      if isCooling { failures = cooldownLeft == 0 ? min(failures, 1) : 0 }
      if failures > 0 && failures >= patience && rate > minimumRate { reduce(byAtLeast: 0) }
    }
    return rate
  }

  private mutating func reduce(byAtLeast smallest: Double) {
    let reduced = max(rate * factor, minimumRate)
    if rate - reduced > smallest { rate = reduced }
    cooldownLeft = cooldown
    failures = 0
  }

  private func isBetter(_ value: Double) -> Bool {
    let sign: Double = direction == .minimize ? -1 : 1
    switch thresholdMode {
    case .relative: return sign * value > sign * best * (1 + sign * threshold)
    case .absolute: return sign * value > sign * best + threshold
    }
  }
}
