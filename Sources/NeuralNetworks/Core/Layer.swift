public import ElementaryNumerics

/// A step of a network from one batch of examples to another, with the derivative of that step.
///
/// A layer is a description, such as the number of units. It owns no numbers: parameters, running statistics and
/// workspace are passed to it with each call, because all parameters of a model are in one buffer that an optimizer
/// updates in one call. All methods work in `Float` and `Double` alike.
///
/// ## Your own layer
///
/// Write ``outputShape(for:)``, ``forward(_:)`` and ``backward(_:)``; the rest has defaults for layers without
/// parameters. Put `@specialized(where Scalar == Float)` and the same for `Double` on passes that should be fast.
public protocol Layer: Sendable {
  /// The name of the layer in messages, such as `Dense(100)`.
  var name: String { get }

  /// Whether the layer's output is a softmax.
  var endsInSoftmax: Bool { get }

  /// The shape of an output example for an input example of shape `input`.
  ///
  /// - Throws: ``NetworkError`` naming both shapes when the layer cannot take this input, or a wrong option.
  func outputShape(for input: Shape) throws(NetworkError) -> Shape

  /// The number of parameters. Called only after ``outputShape(for:)`` accepted the input.
  func parameterCount(for input: Shape) -> Int

  /// The number of state values that the optimizer does not update, such as running means.
  func stateCount(for input: Shape) -> Int

  /// The number of scalars that the layer passes from its forward to its backward pass or uses as scratch.
  func workspaceCount(for input: Shape, batchSize: Int) -> Int

  /// Writes the initial parameters and the initial state.
  ///
  /// - Parameters:
  ///   - parameters: ``parameterCount(for:)`` zeros, in the flat buffer of the model.
  ///   - state: ``stateCount(for:)`` zeros.
  ///   - input: The shape of an example.
  ///   - generator: The source of random numbers.
  func initialize<Scalar: NetworkScalar>(
    _ parameters: UnsafeMutablePointer<Scalar>, state: UnsafeMutablePointer<Scalar>, input: Shape,
    using generator: inout SplitMix64)

  /// The range of the parameters that L2 regularisation applies to (weights, not biases).
  func regularizedRange(for input: Shape) -> Range<Int>

  /// Throws when the layer cannot process this input. Called for the first layer, before training or prediction.
  ///
  /// - Parameters:
  ///   - input: Examples, one after another.
  ///   - exampleSize: The number of elements of an example.
  func check<Scalar: NetworkScalar>(_ input: UnsafeBufferPointer<Scalar>, exampleSize: Int)
    throws(NetworkError)

  /// Computes every element of `pass.output` from `pass.input`.
  func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>)

  /// Computes every element of `pass.parameterGradient` (without adding to the old values) and, unless it is `nil`, of
  /// `pass.inputGradient` from `pass.outputGradient`. It may overwrite `pass.outputGradient`.
  func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>)
}

extension Layer {
  /// False: the layer is not a softmax.
  public var endsInSoftmax: Bool { false }
  /// Zero: the layer has no parameters.
  public func parameterCount(for input: Shape) -> Int { 0 }
  /// Zero: the layer has no state.
  public func stateCount(for input: Shape) -> Int { 0 }
  /// Zero: the layer needs no workspace.
  public func workspaceCount(for input: Shape, batchSize: Int) -> Int { 0 }
  /// Empty: the layer has no weights.
  public func regularizedRange(for input: Shape) -> Range<Int> { 0..<0 }
  /// Accepts any input.
  public func check<Scalar: NetworkScalar>(_ input: UnsafeBufferPointer<Scalar>, exampleSize: Int)
    throws(NetworkError)
  {}
  /// Does nothing: the layer has no parameters.
  public func initialize<Scalar: NetworkScalar>(
    _ parameters: UnsafeMutablePointer<Scalar>, state: UnsafeMutablePointer<Scalar>, input: Shape,
    using generator: inout SplitMix64
  ) {}
}
