/// Measures how improbable the right classes are to the model.
///
///     from logits z:         L = ln Σⱼ e^zⱼ − Σ tᵢ·zᵢ,  ∂L/∂z = softmax(z)·Σt − t
///     from probabilities p:  L = −Σ tᵢ·ln pᵢ,           ∂L/∂p = −t / p
///
/// t is 1 at the label and 0 elsewhere, or given as values that sum to 1. The last layer decides which form to use:
/// `.probabilities` after a ``Softmax``, otherwise `.logits`. Any other combination is an error, because a softmax of a
/// softmax trains badly. `allowingDoubleSoftmax` permits it, for example for a demonstration.
public struct CrossEntropy: Loss {
  /// The kind of output of the model's last layer.
  public enum Input: String, Hashable, Sendable {
    /// Any numbers; the loss applies the softmax.
    case logits
    /// The output of a softmax.
    case probabilities
  }

  /// The kind of output of the model's last layer.
  public var input: Input
  /// Whether the loss from logits may follow a softmax.
  public var allowingDoubleSoftmax: Bool

  /// Creates the loss.
  ///
  /// - Parameters:
  ///   - input: The kind of output of the model's last layer. Default: logits.
  ///   - allowingDoubleSoftmax: Whether the loss from logits may follow a softmax.
  public init(from input: Input = .logits, allowingDoubleSoftmax: Bool = false) {
    self.input = input
    self.allowingDoubleSoftmax = allowingDoubleSoftmax
  }

  /// The name in messages and summaries.
  public var name: String { "CrossEntropy(from: .\(input.rawValue))" }

  /// True: the targets are classes.
  public var judgesClasses: Bool { true }

  /// Throws unless the loss fits the model's output.
  public func check(output: Shape, last: String, endsInSoftmax: Bool) throws(NetworkError) {
    guard output.rank == 1, output.count >= 2 else {
      throw .unsuitableTargets(loss: name, wants: "one score for each of at least 2 classes", output: output)
    }
    if input == .logits && endsInSoftmax && !allowingDoubleSoftmax { throw .doubleSoftmax(layer: last) }
    if input == .probabilities && !endsInSoftmax { throw .notProbabilities(layer: last) }
  }

  /// Throws unless the targets fit the model's output.
  public func check<Scalar: NetworkScalar>(
    _ targets: Targets<Scalar>, exampleCount: Int, output: Shape, lengths: [Int]?
  ) throws(NetworkError) {
    switch targets {
    case .labels(let labels):
      guard labels.count == exampleCount else {
        throw .wrongTargetCount(expected: exampleCount, given: labels.count)
      }
      for (example, label) in labels.enumerated() where label < 0 || label >= output.count {
        throw .labelOutOfRange(label: label, classes: output.count, example: example)
      }
    case .values(let values):
      guard values.count == exampleCount * output.count else {
        throw .wrongElementCount(
          what: "targets", expected: exampleCount * output.count, shape: output, given: values.count)
      }
    case .sequences:
      throw .unsuitableTargets(loss: name, wants: "labels or one-hot values", output: output)
    }
  }
}
