/// Gives an example one extent instead of several: y = x, ∂L/∂x = ∂L/∂y.
public struct Flatten: Layer {
  /// Describes the layer.
  public init() {}

  /// The name in messages and summaries.
  public var name: String { "Flatten" }

  /// The shape of an output example; the error names both shapes.
  public func outputShape(for input: Shape) throws(NetworkError) -> Shape { [input.count] }

  /// Computes the outputs from the inputs.
  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    pass.output.update(from: pass.input, count: pass.batchSize * pass.inputShape.count)
  }

  /// Computes the gradients of the inputs and the parameters from the gradient of the outputs.
  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    pass.inputGradient?.update(from: pass.outputGradient, count: pass.batchSize * pass.inputShape.count)
  }
}
