/// Makes a list of an example: y = x, ∂L/∂x = ∂L/∂y, with one extent instead of several.
public struct Flatten: Layer {
  /// Describes the layer.
  public init() {}

  public var name: String { "Flatten" }

  public func outputShape(for input: Shape) throws(NetworkError) -> Shape { [input.count] }

  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    pass.output.update(from: pass.input, count: pass.batchSize * pass.inputShape.count)
  }

  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    pass.inputGradient?.update(from: pass.outputGradient, count: pass.batchSize * pass.inputShape.count)
  }
}
