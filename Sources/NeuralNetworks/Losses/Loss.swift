/// A measure of how far a model's output is from its targets, averaged over the examples of a batch.
public protocol Loss: Sendable {
  /// The name of the loss in messages.
  var name: String { get }

  /// Whether the largest output of an example is the class that the model chooses, so that accuracy is defined.
  var judgesClasses: Bool { get }

  /// Throws when the loss cannot be computed for this output.
  ///
  /// - Parameters:
  ///   - output: The shape of the model's output.
  ///   - last: The name of the last layer.
  ///   - endsInSoftmax: Whether the last layer is a softmax.
  func check(output: Shape, last: String, endsInSoftmax: Bool) throws(NetworkError)

  /// Throws unless there is a valid target for each example.
  ///
  /// - Parameters:
  ///   - targets: The targets of all examples.
  ///   - exampleCount: The number of examples.
  ///   - output: The shape of the model's output.
  ///   - lengths: The number of valid time steps of each example; `nil` when all steps are valid.
  func check<Scalar: NetworkScalar>(
    _ targets: Targets<Scalar>, exampleCount: Int, output: Shape, lengths: [Int]?
  ) throws(NetworkError)

  /// Sums the loss over some examples, and writes ∂(mean loss)/∂output.
  ///
  /// - Parameters:
  ///   - output: The model's output, `examples.count × shape`.
  ///   - shape: The shape of an example's output.
  ///   - targets: The targets of all examples.
  ///   - examples: The indices of the examples of the batch.
  ///   - lengths: The number of valid time steps of each example of the batch; `nil` when all steps are valid.
  ///   - gradient: The destination of every element of ∂(mean)/∂output; `nil` when it is not needed.
  func evaluate<Scalar: NetworkScalar>(
    _ output: UnsafePointer<Scalar>, shape: Shape, targets: Targets<Scalar>,
    examples: UnsafeBufferPointer<Int>,
    lengths: UnsafePointer<Int>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> Double
}

extension Loss {
  /// False: the targets are not classes.
  public var judgesClasses: Bool { false }
}
