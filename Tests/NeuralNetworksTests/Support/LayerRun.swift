import ElementaryNumerics
@testable import NeuralNetworks

/// One layer between given inputs and given output gradients.
struct LayerRun<Scalar: NetworkScalar> {
  var model: Sequential<Scalar>
  let batchSize: Int
  /// The number of valid steps of each example; `nil` when all are.
  var lengths: [Int]?

  init(_ layer: any Layer, input: Shape, batchSize: Int) throws {
    model = try Sequential(input: input, seed: 3, layers: [layer])
    self.batchSize = batchSize
  }

  typealias Result = (output: [Scalar], input: [Scalar], parameters: [Scalar], state: [Scalar])

  /// The output, then ∂(Σ upstream·output)/∂input and /∂parameters.
  func run(_ input: [Scalar], upstream: [Scalar]?) -> Result {
    let workspace = Workspace(model, batchSize: batchSize, isTraining: true)
    workspace.activations[0].update(from: input, count: input.count)
    var (parameters, state) = (model.parameters, model.state)
    // Values that the layer does not write stay NaN.
    var inputGradient = [Scalar](repeating: .nan, count: input.count)
    var gradient = [Scalar](repeating: .nan, count: parameters.count)
    let count = batchSize * model.outputShape.count
    var output: [Scalar] = []
    let given = lengths.map { UnsafeMutablePointer<Int>.allocate(capacity: $0.count) }
    defer { given?.deallocate() }
    if let given, let lengths { given.update(from: lengths, count: lengths.count) }
    let lengths = given.map { UnsafePointer($0) }
    withPointers(&parameters, &state) { theta, state in
      model.forward(
        workspace, batchSize: batchSize, parameters: theta, state: state, lengths: lengths,
        isTraining: true, seed: 5)
      output = Array(UnsafeBufferPointer(start: workspace.activations[1], count: count))
      guard let upstream else { return }
      workspace.gradients.0.update(from: upstream, count: count)
      withPointers(&gradient, &inputGradient) { gradient, input in
        model.backward(
          workspace, batchSize: batchSize, parameters: theta, state: state, gradient: gradient,
          lengths: lengths, seed: 5, inputGradient: input)
      }
    }
    return (output, inputGradient, gradient, state)
  }
}

/// The largest difference, relative to the largest expected magnitude; infinite if there is a NaN or the counts differ.
func difference<Scalar: NetworkScalar>(_ values: [Scalar], _ expected: [Scalar]) -> Double {
  guard values.count == expected.count, values.allSatisfy(\.isFinite) else { return .infinity }
  let scale = max(expected.map { Double($0.magnitude) }.max() ?? 0, 1e-3)
  return (zip(values, expected).map { Double(($0 - $1).magnitude) }.max() ?? 0) / scale
}

/// Normal random numbers.
func noise<Scalar: NetworkScalar>(_ count: Int, seed: UInt64) -> [Scalar] {
  var generator = SplitMix64(seed: seed)
  return (0..<count).map { _ in Scalar(generator.normalByBoxMuller()) }
}
