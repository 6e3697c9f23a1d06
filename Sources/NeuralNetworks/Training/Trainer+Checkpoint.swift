import Optimizers

extension Trainer {
  /// Writes everything that is needed to resume exactly: parameters, state, the optimizer's state, steps
  /// and history.
  ///
  /// The file replaces an older one only when it is complete.
  ///
  /// - Throws: ``NetworkError/checkpoint(path:reason:)``.
  public func saveCheckpoint(to path: String) throws(NetworkError) {
    guard let optimizer = optimizer as? any ResumableOptimizer<Scalar> else {
      throw .checkpoint(
        path: path, reason: "\(type(of: optimizer)) cannot be saved; it must be a ResumableOptimizer")
    }
    if let index = model.parameters.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(what: "a parameter", layer: model.layer(ofParameter: index), step: stepCount)
    }
    if !model.state.allSatisfy(\.isFinite) {
      throw .notFinite(what: "the state", layer: "the model", step: stepCount)
    }
    var writer = CheckpointWriter()
    writer.add(text: fingerprint)
    writer.add(stepCount)
    writer.add(history.count)
    for record in history {
      writer.add(record.training)
      writer.add(record.validation == nil ? 0 : 1)
      if let validation = record.validation { writer.add(validation) }
    }
    writer.add(model.parameters)
    writer.add(model.state)
    let snapshot = optimizer.snapshot
    writer.add(text: snapshot.rule)
    writer.add(snapshot.stepCount)
    writer.add(snapshot.parameterCount)
    writer.add(snapshot.numbers)
    writer.add(snapshot.arrays.count)
    for array in snapshot.arrays { writer.add(array) }
    writer.add(best == nil ? 0 : 1)
    if let best {
      writer.add(Int(bitPattern: UInt(truncatingIfNeeded: best.loss.bitPattern)))
      writer.add(best.epoch)
      writer.add(best.parameters)
      writer.add(best.state)
    }
    try Files.replace(path, with: writer.finished)
  }

  /// Restores the checkpoint of a trainer that was created in the same way. `fit` then continues from there.
  ///
  /// - Throws: ``NetworkError/checkpoint(path:reason:)`` when the file is missing, damaged, or of another model, seed
  ///   or batch size. The trainer is then unchanged.
  public mutating func resume(from path: String) throws(NetworkError) {
    var reader = try CheckpointReader(Files.read(path), path: path)
    guard try reader.text() == fingerprint else {
      throw .checkpoint(
        path: path,
        reason: "it belongs to another model, loss, seed or batch size; use the same ones or start again")
    }
    var copy = self
    copy.stepCount = try reader.integer()
    copy.history = []
    for epoch in 0..<(try reader.count()) {
      let training = try reader.metrics()
      let validation = try reader.integer() == 0 ? nil : try reader.metrics()
      copy.history.append(EpochRecord(epoch: epoch + 1, training: training, validation: validation))
    }
    copy.model.parameters = try reader.scalars(exactly: model.parameters.count)
    copy.model.state = try reader.scalars(exactly: model.state.count)
    var snapshot = OptimizerSnapshot<Scalar>(
      rule: try reader.text(), stepCount: try reader.integer(), parameterCount: try reader.integer(),
      numbers: try reader.scalars(), arrays: [])
    for _ in 0..<(try reader.count()) { snapshot.arrays.append(try reader.scalars()) }
    guard var resumable = optimizer as? any ResumableOptimizer<Scalar> else {
      throw .checkpoint(
        path: path,
        reason: "it was written with the optimizer \(snapshot.rule), not with \(type(of: optimizer))")
    }
    do throws(SnapshotError) {
      try resumable.restore(snapshot)
    } catch {
      throw .checkpoint(path: path, reason: error.description)
    }
    copy.optimizer = resumable
    copy.best = nil
    if try reader.integer() != 0 {
      let loss = Double(bitPattern: UInt64(truncatingIfNeeded: try reader.integer()))
      copy.best = (
        loss, try reader.integer(), try reader.scalars(exactly: model.parameters.count),
        try reader.scalars(exactly: model.state.count)
      )
    }
    self = copy
  }

  /// The properties that must be equal for training to resume exactly.
  private var fingerprint: String {
    "\(Scalar.self) \(model.inputShape)\n\(model.layers)\n\(loss)\n\(options.seed) \(options.batchSize) "
      + "\(options.shuffles) \(options.validationShare) \(options.l2)"
  }
}
