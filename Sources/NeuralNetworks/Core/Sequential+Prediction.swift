extension Sequential {
  /// The model's output for some inputs, without dropout and with running averages.
  ///
  /// - Parameters:
  ///   - inputs: One example after another, of ``inputShape``.
  ///   - lengths: The number of valid time steps of each example; `nil` when all steps are valid.
  /// - Returns: One output of ``outputShape`` after another.
  /// - Throws: ``NetworkError`` when the inputs do not fit.
  public func predictions(for inputs: [Scalar], lengths: [Int]? = nil) throws(NetworkError) -> [Scalar] {
    let count = inputs.count / inputShape.count
    let targets = Targets<Scalar>.labels(Array(repeating: 0, count: count))
    return try predictions(for: Examples(inputs, shape: inputShape, targets: targets, lengths: lengths))
  }

  /// The model's output for some examples.
  ///
  /// - Parameter examples: The inputs; targets are ignored.
  /// - Returns: One output of ``outputShape`` after another.
  /// - Throws: ``NetworkError`` when the inputs do not fit.
  public func predictions(for examples: Examples<Scalar>) throws(NetworkError) -> [Scalar] {
    let size = outputShape.count
    try examples.check(for: layers[0])
    var outputs: [Scalar] = []
    outputs.reserveCapacity(examples.count * size)
    try eachBatch(of: examples, Array(0..<examples.count), workspace: nil) { output, batch, _ in
      outputs.append(contentsOf: UnsafeBufferPointer(start: output, count: batch.count * size))
    }
    return outputs
  }

  /// The class with the largest output, for each example.
  ///
  /// - Parameter examples: The inputs; targets are ignored.
  /// - Throws: ``NetworkError`` when the inputs do not fit.
  public func classes(for examples: Examples<Scalar>) throws(NetworkError) -> [Int] {
    let outputs = try predictions(for: examples)
    let size = outputShape.count
    return outputs.withUnsafeBufferPointer { outputs in
      // swift-format-ignore: NeverForceUnwrap
      (0..<examples.count).map { largest(outputs.baseAddress! + $0 * size, size) }
    }
  }

  /// The mean loss over some examples, and the number of examples with the right class.
  ///
  /// - Parameters:
  ///   - examples: Inputs and targets.
  ///   - loss: The loss to evaluate.
  /// - Throws: ``NetworkError`` when shapes, targets or loss do not fit.
  public func evaluate(on examples: Examples<Scalar>, loss: some Loss) throws(NetworkError) -> Metrics {
    try check(examples, loss: loss)
    return try evaluate(on: examples, Array(0..<examples.count), loss: loss, workspace: nil)
  }

  func evaluate(
    on examples: Examples<Scalar>, _ indices: [Int], loss: any Loss, workspace: Workspace<Scalar>?
  ) throws(NetworkError) -> Metrics {
    var (total, correct) = (0.0, Optional(0))
    try eachBatch(of: examples, indices, workspace: workspace) { output, batch, lengths in
      total += loss.evaluate(
        output, shape: outputShape, targets: examples.targets, examples: batch, lengths: lengths,
        gradient: nil)
      let hits = correctCount(loss, output, outputShape, examples.targets, batch)
      correct = correct.flatMap { correct in hits.map { correct + $0 } }
    }
    return Metrics(loss: total / Double(indices.count), correct: correct, count: indices.count)
  }

  /// Throws unless the examples fit the model and the loss fits both.
  func check(_ examples: Examples<Scalar>, loss: any Loss) throws(NetworkError) {
    guard examples.shape == inputShape else {
      throw .unsuitableInput(layer: "the model", wants: inputShape.description, given: examples.shape)
    }
    let last = layers[layers.count - 1]
    try loss.check(output: outputShape, last: last.name, endsInSoftmax: last.endsInSoftmax)
    try loss.check(
      examples.targets, exampleCount: examples.count, output: outputShape, lengths: examples.lengths)
    try examples.check(for: layers[0])
  }

  private func eachBatch(
    of examples: Examples<Scalar>, _ indices: [Int], workspace given: Workspace<Scalar>?,
    _ body: (UnsafePointer<Scalar>, UnsafeBufferPointer<Int>, UnsafePointer<Int>?) -> Void
  ) throws(NetworkError) {
    guard examples.shape == inputShape else {
      throw .unsuitableInput(layer: "the model", wants: inputShape.description, given: examples.shape)
    }
    let workspace = given ?? Workspace(self, batchSize: min(32, indices.count), isTraining: false)
    var (parameters, state) = (parameters, state)
    withPointers(&parameters, &state) { parameters, state in
      indices.withUnsafeBufferPointer { indices in
        for start in stride(from: 0, to: indices.count, by: workspace.batchSize) {
          let batch = UnsafeBufferPointer(
            rebasing: indices[start..<min(start + workspace.batchSize, indices.count)])
          examples.gather(batch, into: workspace.activations[0])
          examples.withLengths(batch) { lengths in
            forward(
              workspace, batchSize: batch.count, parameters: UnsafePointer(parameters), state: state,
              lengths: lengths,
              isTraining: false, seed: 0)
            body(UnsafePointer(workspace.activations[layers.count]), batch, lengths)
          }
        }
      }
    }
  }
}

extension Examples {
  /// Calls the closure with the lengths of some examples.
  func withLengths<Result, Failure: Error>(
    _ batch: UnsafeBufferPointer<Int>, _ body: (UnsafePointer<Int>?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let lengths else { return try body(nil) }
    let chosen = batch.map { lengths[$0] }
    return try chosen.withUnsafeBufferPointer { (chosen) throws(Failure) in try body(chosen.baseAddress) }
  }
}
