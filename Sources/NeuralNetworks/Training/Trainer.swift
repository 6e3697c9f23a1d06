import ElementaryNumerics
import Optimizers

/// Trains a model: batches, steps, epochs.
///
/// ```swift
/// var trainer = try Trainer(model, loss: CrossEntropy(), optimizer: RMSProp(learningRate: 0.001), options)
/// let history = try trainer.fit(examples, validation: others) { print($0) }
/// ```
///
/// The same seed gives the same bytes: orders and noise depend only on the seed, the epoch and the step.
public struct Trainer<Scalar: NetworkScalar> {
  /// The model as trained so far.
  public internal(set) var model: Sequential<Scalar>
  /// The optimizer with its state.
  public internal(set) var optimizer: any Optimizer<Scalar>
  /// The loss that training minimises.
  public let loss: any Loss
  /// How the model is trained.
  public var options: TrainingOptions
  /// A record of each epoch so far.
  public internal(set) var history: [EpochRecord] = []
  /// Steps taken so far.
  public internal(set) var stepCount = 0
  var best: (loss: Double, epoch: Int, parameters: [Scalar], state: [Scalar])?

  /// Puts a model, a loss and an optimizer together.
  ///
  /// - Throws: ``NetworkError`` when the loss does not fit the model's last layer, or an option is wrong.
  public init(
    _ model: Sequential<Scalar>, loss: any Loss, optimizer: any Optimizer<Scalar>,
    _ options: TrainingOptions = TrainingOptions()
  ) throws(NetworkError) {
    try options.check()
    let last = model.layers[model.layers.count - 1]
    try loss.check(output: model.outputShape, last: last.name, endsInSoftmax: last.endsInSoftmax)
    if let path = options.checkpointPath, !(optimizer is any ResumableOptimizer) {
      throw .checkpoint(
        path: path, reason: "\(type(of: optimizer)) cannot be saved; it must be a ResumableOptimizer")
    }
    (self.model, self.loss, self.optimizer, self.options) = (model, loss, optimizer, options)
  }

  /// Trains until `options.epochs` epochs are done, including the epochs of earlier calls and of a resumed checkpoint.
  ///
  /// - Parameters:
  ///   - examples: The training examples.
  ///   - validation: The examples to measure on after each epoch.
  ///   - progress: Called after each epoch.
  /// - Returns: ``history``.
  /// - Throws: ``NetworkError``; after a NaN, the model is that of the last valid step, and no checkpoint of it is
  ///   written.
  @discardableResult
  public mutating func fit(
    _ examples: Examples<Scalar>, validation: Examples<Scalar>? = nil,
    progress: (EpochRecord) -> Void = { _ in }
  ) throws(NetworkError) -> [EpochRecord] {
    try options.check()
    try model.check(examples, loss: loss)
    if let validation { try model.check(validation, loss: loss) }
    let (learned, held) = split(examples.count, holdsOut: validation == nil)
    guard !learned.isEmpty else { throw .noExamples }
    let workspace = Workspace(model, batchSize: min(options.batchSize, learned.count), isTraining: true)
    var gradient = [Scalar](repeating: 0, count: model.parameters.count)
    while history.count < options.epochs, !isStopped {
      let training = try runEpoch(examples, learned, workspace, &gradient)
      var measured: Metrics?
      if let validation {
        measured = try model.evaluate(
          on: validation, Array(0..<validation.count), loss: loss, workspace: workspace)
      } else if !held.isEmpty {
        measured = try model.evaluate(on: examples, held, loss: loss, workspace: workspace)
      }
      let record = EpochRecord(epoch: history.count + 1, training: training, validation: measured)
      history.append(record)
      keepBest(record)
      if let path = options.checkpointPath { try saveCheckpoint(to: path) }
      progress(record)
    }
    if isStopped, options.earlyStopping?.restoresBest == true, let best {
      (model.parameters, model.state) = (best.parameters, best.state)
    }
    return history
  }

  /// Whether early stopping has ended training.
  public var isStopped: Bool {
    guard let rule = options.earlyStopping, let best else { return false }
    return history.count - best.epoch > rule.patience
  }

  private mutating func keepBest(_ record: EpochRecord) {
    guard let rule = options.earlyStopping else { return }
    let loss = (record.validation ?? record.training).loss
    if best.map({ loss < $0.loss - rule.minimumImprovement }) ?? true {
      best = (loss, record.epoch, model.parameters, model.state)
    }
  }

  private func split(_ count: Int, holdsOut: Bool) -> (learned: [Int], held: [Int]) {
    let heldCount = holdsOut ? Int((Double(count) * options.validationShare).rounded()) : 0
    guard heldCount > 0 else { return (Array(0..<count), []) }
    var generator = SplitMix64(seed: SplitMix64.seed(options.seed, -1))
    let order = (0..<count).shuffled(with: &generator)
    return (order.dropLast(heldCount).sorted(), order.suffix(heldCount).sorted())
  }
}
