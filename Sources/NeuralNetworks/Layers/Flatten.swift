/// Makes a list of an example: y = x, ∂L/∂x = ∂L/∂y, with one extent instead of several.
public struct Flatten: Layer {
  /// Describes the layer.
  public init() {}

  /// For messages and summaries.
  public var name: String { "Flatten" }

  /// The shape of an example that comes out; an error names both shapes.
  public func outputShape(for input: Shape) throws(NetworkError) -> Shape { [input.count] }

  /// From inputs to outputs.
  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    pass.output.update(from: pass.input, count: pass.batchSize * pass.inputShape.count)
  }

  /// From the gradient by the outputs to those by the inputs and the parameters.
  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    pass.inputGradient?.update(from: pass.outputGradient, count: pass.batchSize * pass.inputShape.count)
  }
}
