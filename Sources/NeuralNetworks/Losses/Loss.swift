/// How far a model's output is from its targets, averaged over the examples of a batch.
public protocol Loss: Sendable {
  /// What messages call the loss.
  var name: String { get }

  /// Whether the largest output of an example is the class that the model chooses, so that accuracy means something.
  var judgesClasses: Bool { get }

  /// Throws when the loss cannot judge this output.
  ///
  /// - Parameters:
  ///   - output: The shape of the model's output.
  ///   - last: The name of the last layer.
  ///   - endsInSoftmax: Whether the last layer is a softmax.
  func check(output: Shape, last: String, endsInSoftmax: Bool) throws(NetworkError)

  /// Throws unless there is a sensible target for each example.
  ///
  /// - Parameters:
  ///   - targets: The targets of all examples.
  ///   - exampleCount: The number of examples.
  ///   - output: The shape of the model's output.
  ///   - lengths: The number of valid time steps of each example; `nil` when all are.
  func check<Scalar: NetworkScalar>(
    _ targets: Targets<Scalar>, exampleCount: Int, output: Shape, lengths: [Int]?
  ) throws(NetworkError)

  /// Sums the loss over some examples, and writes ∂(mean loss)/∂output.
  ///
  /// - Parameters:
  ///   - output: The model's output, `examples.count × shape`.
  ///   - shape: The shape of an example's output.
  ///   - targets: The targets of all examples.
  ///   - examples: Which examples the batch holds.
  ///   - lengths: The number of valid time steps of each example of the batch; `nil` when all are.
  ///   - gradient: Where ∂(mean)/∂output goes, every element; `nil` when nobody needs it.
  func evaluate<Scalar: NetworkScalar>(
    _ output: UnsafePointer<Scalar>, shape: Shape, targets: Targets<Scalar>,
    examples: UnsafeBufferPointer<Int>,
    lengths: UnsafePointer<Int>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> Double
}

extension Loss {
  /// Its targets are no classes.
  public var judgesClasses: Bool { false }
}
