/// Multiplies the rate by a factor when a measured value has stopped improving.
///
/// Unlike a ``Schedule``, it depends on measured values, so it has a state. Pass the value to ``update(_:)`` after each
/// epoch.
///
/// | form | a value counts as better than the best when | reduces when the count of other values |
/// |---|---|---|
/// | PyTorch, Optax | it is below best·(1 − threshold) | exceeds (PyTorch) or reaches (Optax) `patience` |
/// | Keras | it is below best − threshold | reaches `patience`; the last value of a cooldown counts |
///
/// For an accuracy (`direction: .maximize`) read "above" and reverse the signs.
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

  /// The measure of an improvement.
  public enum ThresholdMode: Equatable, Hashable, Sendable, CaseIterable {
    /// By a fraction of the best value.
    case relative
    /// By an amount.
    case absolute
  }

  /// The framework whose way of counting is used.
  public enum Form: Equatable, Hashable, Sendable, CaseIterable {
    /// Reduces when the count exceeds `patience`, unless the change is at most 10⁻⁸.
    case pyTorch
    /// Reduces when the count reaches `patience`; the value that ends a cooldown is counted again.
    case keras
    /// Reduces when the count reaches `patience`.
    case optax
  }

  /// The current rate.
  public private(set) var rate: Double

  /// The best value so far; infinitely bad before the first.
  public private(set) var best: Double

  /// γ in 0…1.
  public let factor: Double

  /// The number of consecutive values that may fail to improve.
  public let patience: Int

  /// The difference to the best value that counts as an improvement, ≥ 0.
  public let threshold: Double

  /// Whether the threshold is a fraction or an amount.
  public let thresholdMode: ThresholdMode

  /// The number of values after a reduction that are not counted.
  public let cooldown: Int

  /// The smallest rate.
  public let minimumRate: Double

  /// Whether a smaller or a larger value is better.
  public let direction: Direction

  /// The framework whose way of counting is used.
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
  ///   - thresholdMode: `nil` for the default of the form: absolute for Keras, otherwise relative.
  ///   - cooldown: Default 0, as everywhere.
  ///   - minimumRate: Default 0, as everywhere.
  ///   - direction: Default minimize.
  ///   - form: The framework whose way of counting is used. Default PyTorch's.
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

  /// Records a value and returns the rate from now on. NaN never counts as an improvement.
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
