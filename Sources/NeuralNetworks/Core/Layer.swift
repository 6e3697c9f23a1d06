public import ElementaryNumerics

/// A step of a network from one batch of examples to another, with the derivative of that step.
///
/// A layer is a description (so many units, such a kernel). It owns no numbers: parameters, running statistics and
/// workspace are handed to it with each pass, because all parameters of a model lie in one buffer that an optimizer
/// steps in one call. All methods work in `Float` and `Double` alike.
///
/// ## Your own layer
///
/// Write ``outputShape(for:)``, ``forward(_:)`` and ``backward(_:)``; the rest has defaults for layers without
/// parameters. Put `@specialized(where Scalar == Float)` and the same for `Double` on passes that should be fast.
public protocol Layer: Sendable {
  /// What messages call the layer, such as `Dense(100)`.
  var name: String { get }

  /// Whether the layer's output is a softmax.
  var endsInSoftmax: Bool { get }

  /// The shape that an example of shape `input` comes out with.
  ///
  /// - Throws: ``NetworkError`` naming both shapes when the layer cannot take this input, or a wrong option.
  func outputShape(for input: Shape) throws(NetworkError) -> Shape

  /// The number of parameters. Called only after ``outputShape(for:)`` accepted the input.
  func parameterCount(for input: Shape) -> Int

  /// The number of remembered numbers that no optimizer steps, such as running means.
  func stateCount(for input: Shape) -> Int

  /// The number of scalars that the layer needs to hand from its forward to its backward pass, or as scratch.
  func workspaceCount(for input: Shape, batchSize: Int) -> Int

  /// Writes the first parameters, and the first state.
  ///
  /// - Parameters:
  ///   - parameters: ``parameterCount(for:)`` zeros, in the flat buffer of the model.
  ///   - state: ``stateCount(for:)`` zeros.
  ///   - input: The shape of an example.
  ///   - generator: Where random numbers come from.
  func initialize<Scalar: NetworkScalar>(
    _ parameters: UnsafeMutablePointer<Scalar>, state: UnsafeMutablePointer<Scalar>, input: Shape,
    using generator: inout SplitMix64)

  /// λ·θ for which parameters: the part of the parameters that L2 regularisation pulls to zero (weights, not biases).
  func regularizedRange(for input: Shape) -> Range<Int>

  /// Throws when the layer cannot work on such numbers. Asked of the first layer, before training or prediction.
  ///
  /// - Parameters:
  ///   - input: Examples, one after another.
  ///   - exampleSize: The number of elements of an example.
  func check<Scalar: NetworkScalar>(_ input: UnsafeBufferPointer<Scalar>, exampleSize: Int)
    throws(NetworkError)

  /// Computes every element of `pass.output` from `pass.input`.
  func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>)

  /// Computes every element of `pass.parameterGradient` (not adding to what is there) and, unless it is `nil`, of
  /// `pass.inputGradient` from `pass.outputGradient`, which it may overwrite.
  func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>)
}

extension Layer {
  /// Whether its outputs are probabilities.
  public var endsInSoftmax: Bool { false }
  /// How many parameters it has.
  public func parameterCount(for input: Shape) -> Int { 0 }
  /// How many numbers it remembers beside its parameters.
  public func stateCount(for input: Shape) -> Int { 0 }
  /// How much room it needs for one batch, in elements.
  public func workspaceCount(for input: Shape, batchSize: Int) -> Int { 0 }
  /// Its weights, without the biases.
  public func regularizedRange(for input: Shape) -> Range<Int> { 0..<0 }
  /// Any numbers will do.
  public func check<Scalar: NetworkScalar>(_ input: UnsafeBufferPointer<Scalar>, exampleSize: Int)
    throws(NetworkError)
  {}
  /// Sets its parameters before training.
  public func initialize<Scalar: NetworkScalar>(
    _ parameters: UnsafeMutablePointer<Scalar>, state: UnsafeMutablePointer<Scalar>, input: Shape,
    using generator: inout SplitMix64
  ) {}
}
