import Optimizers

/// The options of training.
public struct TrainingOptions: Sendable {
  /// The number of passes over the examples.
  public var epochs = 10
  /// The number of examples per step.
  public var batchSize = 32
  /// The seed for shuffling, dropout and the choice of validation examples.
  public var seed: UInt64 = 0
  /// Whether the examples are shuffled in each epoch.
  public var shuffles = true
  /// The share of the examples to use for validation when no validation examples are given, 0 ..< 1.
  public var validationShare = 0.0
  /// λ: ½·λ·Σθ² over all weights (not biases) is added to the loss, and λ·θ to the gradient.
  public var l2 = 0.0
  /// The rate of each step, counted from 0 over all epochs; `nil` leaves the optimizer's own.
  public var schedule: (any Schedule)?
  /// The rule for stopping before `epochs`; `nil` to never stop early.
  public var earlyStopping: EarlyStopping?
  /// The checkpoint file to replace after each epoch; `nil` for none.
  public var checkpointPath: String?

  /// Creates options; the defaults are ten epochs with batches of 32.
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
  /// The number of epochs without improvement that are allowed.
  public var patience: Int
  /// The amount by which the loss must fall to count as an improvement.
  public var minimumImprovement: Double
  /// Whether the model of the best epoch is restored at the end.
  public var restoresBest: Bool

  /// Creates the rule.
  ///
  /// - Parameters:
  ///   - patience: The number of epochs without improvement that are allowed.
  ///   - minimumImprovement: The amount by which the loss must fall to count as an improvement.
  ///   - restoresBest: Whether the model of the best epoch is restored.
  public init(patience: Int = 3, minimumImprovement: Double = 0, restoresBest: Bool = true) {
    self.patience = patience
    self.minimumImprovement = minimumImprovement
    self.restoresBest = restoresBest
  }
}

/// The results of one epoch.
public struct EpochRecord: Equatable, Sendable, CustomStringConvertible {
  /// The number of the epoch, from 1.
  public let epoch: Int
  /// The metrics over the training examples, measured before the step of each batch.
  public let training: Metrics
  /// The metrics over the validation examples after the epoch; `nil` without validation examples.
  public let validation: Metrics?

  /// The results as one line of text.
  public var description: String {
    func text(_ metrics: Metrics) -> String {
      let loss = Double(Int((metrics.loss * 1e5).rounded())) / 1e5
      return "loss \(loss)"
        + (metrics.accuracy.map { ", accuracy \(Double(Int(($0 * 1e4).rounded())) / 100) %" } ?? "")
    }
    return "epoch \(epoch): " + text(training) + (validation.map { "; validation " + text($0) } ?? "")
  }
}
