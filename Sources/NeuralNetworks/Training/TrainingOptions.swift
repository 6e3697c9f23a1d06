import Optimizers

/// How a model is trained.
public struct TrainingOptions: Sendable {
  /// Passes over the examples.
  public var epochs = 10
  /// Examples per step.
  public var batchSize = 32
  /// Where shuffling, dropout and the choice of validation examples begin.
  public var seed: UInt64 = 0
  /// Whether the examples take a new order in each epoch.
  public var shuffles = true
  /// The share of the examples that is kept for validation when none are given, 0 ..< 1.
  public var validationShare = 0.0
  /// λ: ½·λ·Σθ² over all weights (not biases) is added to what is minimised, so λ·θ to the gradient.
  public var l2 = 0.0
  /// The rate of each step, counted from 0 over all epochs; `nil` leaves the optimizer's own.
  public var schedule: (any Schedule)?
  /// When to stop before `epochs`; `nil`: never.
  public var earlyStopping: EarlyStopping?
  /// The file that is renewed after each epoch; `nil`: none.
  public var checkpointPath: String?

  /// Ten epochs of batches of 32.
  public init(epochs: Int = 10, batchSize: Int = 32, seed: UInt64 = 0) {
    self.epochs = epochs
    self.batchSize = batchSize
    self.seed = seed
  }

  func check() throws(NetworkError) {
    func reject(_ option: String, _ value: String, _ rule: String) -> NetworkError {
      .invalidOption(owner: "TrainingOptions", option: option, value: value, rule: rule)
    }
    guard epochs >= 0 else { throw reject("epochs", "\(epochs)", "at least 0") }
    guard batchSize >= 1 else { throw reject("batchSize", "\(batchSize)", "at least 1") }
    guard validationShare >= 0, validationShare < 1 else {
      throw reject("validationShare", "\(validationShare)", "at least 0 and less than 1")
    }
    guard l2 >= 0, l2.isFinite else { throw reject("l2", "\(l2)", "finite and not negative") }
  }
}

/// Ends training when the validation loss (without validation, the training loss) no longer falls.
public struct EarlyStopping: Equatable, Sendable {
  /// How many epochs without improvement are borne.
  public var patience: Int
  /// What counts as an improvement.
  public var minimumImprovement: Double
  /// Whether the model of the best epoch is taken back at the end.
  public var restoresBest: Bool

  /// Creates the rule.
  ///
  /// - Parameters:
  ///   - patience: How many epochs without improvement are borne.
  ///   - minimumImprovement: What the loss must fall by to count.
  ///   - restoresBest: Whether the model of the best epoch is taken back.
  public init(patience: Int = 3, minimumImprovement: Double = 0, restoresBest: Bool = true) {
    self.patience = patience
    self.minimumImprovement = minimumImprovement
    self.restoresBest = restoresBest
  }
}

/// What came out of one epoch.
public struct EpochRecord: Equatable, Sendable, CustomStringConvertible {
  /// From 1.
  public let epoch: Int
  /// Over the training examples, each as it was met.
  public let training: Metrics
  /// After the epoch; `nil` without validation examples.
  public let validation: Metrics?

  /// A line to show.
  public var description: String {
    func text(_ metrics: Metrics) -> String {
      let loss = Double(Int((metrics.loss * 1e5).rounded())) / 1e5
      return "loss \(loss)"
        + (metrics.accuracy.map { ", accuracy \(Double(Int(($0 * 1e4).rounded())) / 100) %" } ?? "")
    }
    return "epoch \(epoch): " + text(training) + (validation.map { "; validation " + text($0) } ?? "")
  }
}
