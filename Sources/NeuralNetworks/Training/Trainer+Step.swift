import ElementaryNumerics
import Optimizers

extension Trainer {
  mutating func runEpoch(
    _ examples: Examples<Scalar>, _ learned: [Int], _ workspace: Workspace<Scalar>, _ gradient: inout [Scalar]
  ) throws(NetworkError) -> Metrics {
    var order = learned
    if options.shuffles {
      var generator = SplitMix64(seed: SplitMix64.seed(options.seed, -2, history.count))
      order = learned.shuffled(with: &generator)
    }
    var (total, correct) = (0.0, Optional(0))
    for start in stride(from: 0, to: order.count, by: workspace.batchSize) {
      let range = start..<min(start + workspace.batchSize, order.count)
      let (loss, hits) = try order.withUnsafeBufferPointer { (order) throws(NetworkError) in
        try step(examples, UnsafeBufferPointer(rebasing: order[range]), workspace, &gradient)
      }
      total += loss
      correct = correct.flatMap { correct in hits.map { correct + $0 } }
    }
    return Metrics(loss: total / Double(order.count), correct: correct, count: order.count)
  }

  /// Forward, backward, and one step of the optimizer over all parameters at once.
  private mutating func step(
    _ examples: Examples<Scalar>, _ batch: UnsafeBufferPointer<Int>, _ workspace: Workspace<Scalar>,
    _ gradient: inout [Scalar]
  ) throws(NetworkError) -> (loss: Double, correct: Int?) {
    examples.gather(batch, into: workspace.activations[0])
    var state = model.state
    let (loss, correct) = try examples.withLengths(batch) { (lengths) throws(NetworkError) in
      let result = pass(examples, batch, workspace, &gradient, &state, lengths)
      guard result.loss.isFinite else { throw firstNotFinite(workspace, batch.count) }
      return result
    }
    addL2(to: &gradient)
    if let schedule = options.schedule { optimizer.learningRate = Scalar(schedule.rate(at: stepCount)) }
    do throws(StepError) {
      try optimizer.checkedStep(&model.parameters, gradient: gradient)
    } catch {
      throw notFinite(error)
    }
    model.state = state
    stepCount += 1
    return (loss, correct)
  }

  private func pass(
    _ examples: Examples<Scalar>, _ batch: UnsafeBufferPointer<Int>, _ workspace: Workspace<Scalar>,
    _ gradient: inout [Scalar], _ state: inout [Scalar], _ lengths: UnsafePointer<Int>?
  ) -> (loss: Double, correct: Int?) {
    let seed = SplitMix64.seed(options.seed, -3, stepCount)
    return model.parameters.withUnsafeBufferPointer { parameters in
      withPointers(&gradient, &state) { gradient, state in
        let theta = parameters.baseAddress ?? UnsafePointer(gradient)
        model.forward(
          workspace, batchSize: batch.count, parameters: theta, state: state, lengths: lengths,
          isTraining: true,
          seed: seed)
        let output = UnsafePointer(workspace.activations[model.layers.count])
        let loss = loss.evaluate(
          output, shape: model.outputShape, targets: examples.targets, examples: batch, lengths: lengths,
          gradient: workspace.gradients.0)
        let correct = correctCount(self.loss, output, model.outputShape, examples.targets, batch)
        if loss.isFinite {
          model.backward(
            workspace, batchSize: batch.count, parameters: theta, state: state, gradient: gradient,
            lengths: lengths,
            seed: seed)
        }
        return (loss, correct)
      }
    }
  }

  private func addL2(to gradient: inout [Scalar]) {
    guard options.l2 > 0 else { return }
    let factor = Scalar(options.l2)
    for range in model.regularizedRanges {
      for i in range { gradient[i] += factor * model.parameters[i] }
    }
  }

  private func firstNotFinite(_ workspace: Workspace<Scalar>, _ batchSize: Int) -> NetworkError {
    for (index, shape) in model.shapes.enumerated() {
      let elements = UnsafeBufferPointer(start: workspace.activations[index], count: batchSize * shape.count)
      if elements.contains(where: { !$0.isFinite }) {
        let layer = index == 0 ? "the data" : "layer \(index), \(model.layers[index - 1].name)"
        return .notFinite(what: index == 0 ? "an input" : "an output", layer: layer, step: stepCount + 1)
      }
    }
    return .notFinite(what: "the loss", layer: loss.name, step: stepCount + 1)
  }

  private func notFinite(_ error: StepError) -> NetworkError {
    switch error {
    case .nonFiniteGradient(let index), .gradientOverflow(let index, _):
      .notFinite(what: "a gradient", layer: model.layer(ofParameter: index), step: stepCount + 1)
    case .nonFiniteParameter(let index):
      .notFinite(what: "a parameter", layer: model.layer(ofParameter: index), step: stepCount + 1)
    default:
      .invalidOption(owner: "Trainer", option: "optimizer", value: error.description, rule: "a fresh one")
    }
  }
}
