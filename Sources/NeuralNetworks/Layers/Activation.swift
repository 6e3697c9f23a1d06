/// Applies a function to every element: y = f(x), ∂L/∂x = ∂L/∂y ⊙ f′.
///
/// The `activation:` of ``Dense`` and ``Convolution2D`` does the same within the pass of those layers.
public struct Activation: Layer {
  /// f.
  public var function: ActivationFunction

  /// Describes the layer.
  ///
  /// - Parameter function: f.
  public init(_ function: ActivationFunction) { self.function = function }

  /// The name in messages and summaries.
  public var name: String { "Activation(\(function.rawValue))" }

  /// The shape of an output example; the error names both shapes.
  public func outputShape(for input: Shape) throws(NetworkError) -> Shape { input }

  /// Computes the outputs from the inputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    let (x, y, elements) = (pass.input, pass.output, 0..<pass.batchSize * pass.inputShape.count)
    switch function {
    case .linear: for i in elements { y[i] = x[i] }
    case .relu: for i in elements { y[i] = x[i] < 0 ? 0 : x[i] }
    case .tanh: for i in elements { y[i] = .hyperbolicTangent(x[i]) }
    case .sigmoid: for i in elements { y[i] = logistic(x[i]) }
    }
  }

  /// Computes the gradients of the inputs and the parameters from the gradient of the outputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    guard let inputGradient = pass.inputGradient else { return }
    function.differentiate(
      UnsafePointer(pass.outputGradient), output: pass.output, into: inputGradient,
      0..<pass.batchSize * pass.inputShape.count)
  }
}
