import ElementaryNumerics

extension Sequential {
  /// Runs the batch in `workspace.activations[0]` through all layers.
  func forward(
    _ workspace: Workspace<Scalar>, batchSize: Int, parameters: UnsafePointer<Scalar>,
    state: UnsafeMutablePointer<Scalar>, lengths: UnsafePointer<Int>?, isTraining: Bool, seed: UInt64
  ) {
    for (index, layer) in layers.enumerated() {
      layer.forward(
        ForwardPass(
          batchSize: batchSize, inputShape: shapes[index], outputShape: shapes[index + 1],
          parameters: parameters + parameterRanges[index].lowerBound,
          state: state + stateRanges[index].lowerBound, input: UnsafePointer(workspace.activations[index]),
          output: workspace.activations[index + 1], workspace: workspace.scratch[index], lengths: lengths,
          isTraining: isTraining, seed: SplitMix64.seed(seed, index)))
    }
  }

  /// Runs ∂L/∂output, in `workspace.gradients.0`, back through all layers.
  func backward(
    _ workspace: Workspace<Scalar>, batchSize: Int, parameters: UnsafePointer<Scalar>,
    state: UnsafeMutablePointer<Scalar>, gradient: UnsafeMutablePointer<Scalar>, lengths: UnsafePointer<Int>?,
    seed: UInt64, inputGradient: UnsafeMutablePointer<Scalar>? = nil
  ) {
    var (current, next) = workspace.gradients
    for index in layers.indices.reversed() {
      layers[index].backward(
        BackwardPass(
          batchSize: batchSize, inputShape: shapes[index], outputShape: shapes[index + 1],
          parameters: parameters + parameterRanges[index].lowerBound,
          state: state + stateRanges[index].lowerBound, input: UnsafePointer(workspace.activations[index]),
          output: UnsafePointer(workspace.activations[index + 1]), outputGradient: current,
          parameterGradient: gradient + parameterRanges[index].lowerBound,
          inputGradient: index == 0 ? inputGradient : next, workspace: workspace.scratch[index],
          lengths: lengths, isTraining: true, seed: SplitMix64.seed(seed, index)))
      swap(&current, &next)
    }
  }
}
