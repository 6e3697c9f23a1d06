public import ElementaryNumerics

/// A fully connected layer: every output is a weighted sum of all inputs.
///
///     y = f(x·W + b)
///     δ = ∂L/∂y ⊙ f′,  ∂L/∂W = xᵀ·δ,  ∂L/∂b = Σ δ over the batch,  ∂L/∂x = δ·Wᵀ
///
/// x is batch × inputs, W inputs × units (as in Keras; PyTorch stores the transpose), row-major. b follows W in the
/// parameters. An example of several extents, such as time × features, is processed row by row along the last extent.
public struct Dense: Layer {
  /// The number of outputs.
  public var units: Int
  /// f.
  public var activation: ActivationFunction
  /// The initial values of W; b starts at zero.
  public var initializer: Initializer

  /// Describes the layer.
  ///
  /// - Parameters:
  ///   - units: The number of outputs, at least 1.
  ///   - activation: f. Default: none.
  ///   - initializer: The initial values of W. Default: Glorot's, as in Keras.
  public init(
    _ units: Int, activation: ActivationFunction = .linear, initializer: Initializer = .glorotUniform
  ) {
    self.units = units
    self.activation = activation
    self.initializer = initializer
  }

  /// The name in messages and summaries.
  public var name: String { "Dense(\(units))" }

  /// The shape of an output example; the error names both shapes.
  public func outputShape(for input: Shape) throws(NetworkError) -> Shape {
    guard units > 0 else {
      throw .invalidOption(owner: "Dense", option: "units", value: "\(units)", rule: "at least 1")
    }
    guard input.rank >= 1, input.count > 0 else {
      throw .unsuitableInput(layer: name, wants: "features, or steps × features", given: input)
    }
    return Shape(input.extents.dropLast() + [units])
  }

  /// The number of parameters.
  public func parameterCount(for input: Shape) -> Int { (inputs(input) + 1) * units }

  /// The range of the weights, without the biases.
  public func regularizedRange(for input: Shape) -> Range<Int> { 0..<inputs(input) * units }

  /// Writes the initial parameters.
  public func initialize<Scalar: NetworkScalar>(
    _ parameters: UnsafeMutablePointer<Scalar>, state: UnsafeMutablePointer<Scalar>, input: Shape,
    using generator: inout SplitMix64
  ) {
    let inputs = inputs(input)
    initializer.fill(
      parameters, rows: inputs, columns: units, fanIn: inputs, fanOut: units, using: &generator)
  }

  func inputs(_ shape: Shape) -> Int { shape[shape.rank - 1] }
}
