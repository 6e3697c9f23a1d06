/// How improbable the model finds the right classes.
///
///     from logits z:         L = ln Σⱼ e^zⱼ − Σ tᵢ·zᵢ,  ∂L/∂z = softmax(z)·Σt − t
///     from probabilities p:  L = −Σ tᵢ·ln pᵢ,           ∂L/∂p = −t / p
///
/// t is 1 at the label and 0 elsewhere, or given as values that sum to 1. Which of the two forms fits is decided by
/// the last layer: after a ``Softmax`` take `.probabilities`, else `.logits`. The other way round is an error, since a
/// softmax of a softmax trains, but badly; `allowingDoubleSoftmax` lets a demonstration do it all the same.
public struct CrossEntropy: Loss {
  /// What the model's last layer gives.
  public enum Input: String, Hashable, Sendable {
    /// Any numbers; the loss applies the softmax.
    case logits
    /// The output of a softmax.
    case probabilities
  }

  /// What the model's last layer gives.
  public var input: Input
  /// Whether a softmax may be followed by the loss from logits.
  public var allowingDoubleSoftmax: Bool

  /// Creates the loss.
  ///
  /// - Parameters:
  ///   - input: What the model's last layer gives. Default: logits.
  ///   - allowingDoubleSoftmax: Whether a softmax may be followed by the loss from logits.
  public init(from input: Input = .logits, allowingDoubleSoftmax: Bool = false) {
    self.input = input
    self.allowingDoubleSoftmax = allowingDoubleSoftmax
  }

  /// For messages and summaries.
  public var name: String { "CrossEntropy(from: .\(input.rawValue))" }

  /// Its targets are classes.
  public var judgesClasses: Bool { true }

  /// Throws unless the loss fits what it is to judge.
  public func check(output: Shape, last: String, endsInSoftmax: Bool) throws(NetworkError) {
    guard output.rank == 1, output.count >= 2 else {
      throw .unsuitableTargets(loss: name, wants: "one score for each of at least 2 classes", output: output)
    }
    if input == .logits && endsInSoftmax && !allowingDoubleSoftmax { throw .doubleSoftmax(layer: last) }
    if input == .probabilities && !endsInSoftmax { throw .notProbabilities(layer: last) }
  }

  /// Throws unless the loss fits what it is to judge.
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
