import ElementaryNumerics

/// Sets a random part of the elements to zero while training, and does nothing otherwise.
///
///     y = m ⊙ x,  m = 0 with probability p, else 1 / (1 − p)
///     ∂L/∂x = m ⊙ ∂L/∂y
///
/// The factor keeps the mean, so prediction needs no factor ("inverted dropout"). The noise depends only on the seed,
/// the step and the position. Source: Srivastava et al. (2014).
public struct Dropout: Layer {
  /// p.
  public var rate: Double

  /// Describes the layer.
  ///
  /// - Parameter rate: p, in 0 ..< 1.
  public init(_ rate: Double) { self.rate = rate }

  /// The name in messages and summaries.
  public var name: String { "Dropout(\(rate))" }

  /// The shape of an output example; the error names both shapes.
  public func outputShape(for input: Shape) throws(NetworkError) -> Shape {
    guard rate >= 0, rate < 1 else {
      throw .invalidOption(
        owner: "Dropout", option: "rate", value: "\(rate)", rule: "at least 0 and less than 1")
    }
    return input
  }

  /// The number of workspace elements for one batch.
  public func workspaceCount(for input: Shape, batchSize: Int) -> Int { batchSize * input.count }

  /// Computes the outputs from the inputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    let count = pass.batchSize * pass.inputShape.count
    guard pass.isTraining else {
      pass.output.update(from: pass.input, count: count)
      return
    }
    var generator = SplitMix64(seed: pass.seed)
    let kept = Scalar(1 / (1 - rate))
    let threshold = UInt64(rate * 0x1p53)
    for i in 0..<count {
      let factor = generator.next() >> 11 < threshold ? 0 : kept
      pass.workspace[i] = factor
      pass.output[i] = factor * pass.input[i]
    }
  }

  /// Computes the gradients of the inputs and the parameters from the gradient of the outputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    guard let inputGradient = pass.inputGradient else { return }
    let count = pass.batchSize * pass.inputShape.count
    for i in 0..<count {
      inputGradient[i] = pass.isTraining ? pass.workspace[i] * pass.outputGradient[i] : pass.outputGradient[i]
    }
  }
}
