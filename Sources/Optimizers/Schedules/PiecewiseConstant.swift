/// One rate after another, each for a stretch of steps.
///
///     η_k = rates[#{boundaries m : k ≥ m}]
///
/// PyTorch's `MultiStepLR` and Optax' `piecewise_constant_schedule` switch when k reaches a boundary; Keras'
/// `PiecewiseConstantDecay` switches one step later, when k exceeds it, as with `switchesAfterBoundary`.
public struct PiecewiseConstant: Schedule, Equatable {
  /// The rates, one more than there are boundaries.
  public var rates: [Double]

  /// The steps at which the next rate begins, ascending.
  public var boundaries: [Int]

  /// Whether a boundary step itself still has the old rate, as in Keras.
  public var switchesAfterBoundary: Bool

  /// Creates the schedule from its rates.
  ///
  /// - Parameters:
  ///   - rates: One more than there are boundaries.
  ///   - boundaries: The steps at which the next rate begins, ascending.
  ///   - switchesAfterBoundary: Default false: PyTorch, Optax; Keras switches one step later.
  public init(rates: [Double], boundaries: [Int], switchesAfterBoundary: Bool = false) {
    precondition(
      rates.count == boundaries.count + 1, "PiecewiseConstant: there must be one more rate than boundaries")
    self.rates = rates
    self.boundaries = boundaries
    self.switchesAfterBoundary = switchesAfterBoundary
  }

  /// Creates the schedule that multiplies by a factor at every boundary.
  ///
  /// - Parameters:
  ///   - initialRate: η₀.
  ///   - factor: γ. Default 0.1, as in PyTorch.
  ///   - boundaries: The steps at which to multiply, ascending.
  ///   - switchesAfterBoundary: Default false: PyTorch, Optax; Keras switches one step later.
  public init(
    initialRate: Double, factor: Double = 0.1, boundaries: [Int], switchesAfterBoundary: Bool = false
  ) {
    let rates = (0...boundaries.count).map { initialRate * power(factor, Double($0)) }
    self.init(rates: rates, boundaries: boundaries, switchesAfterBoundary: switchesAfterBoundary)
  }

  /// The rate of the stretch that contains the step.
  ///
  /// - Parameter step: k ≥ 0.
  public func rate(at step: Int) -> Double {
    let reached = switchesAfterBoundary ? step - 1 : step
    return rates[boundaries.count { $0 <= reached }]
  }
}
