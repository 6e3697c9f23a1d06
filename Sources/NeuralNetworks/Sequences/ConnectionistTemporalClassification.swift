/// Measures how improbable a sequence of labels is to the model when the steps of the labels are unknown.
///
/// The model gives a score for every class at every step; one class is the blank, "nothing new". A path takes a class
/// at each step. Dropping repeats, then blanks, turns a path into labels: a a – a b b gives a a b. The probability of
/// the labels is the sum over all paths that give them:
///
///     y_t = softmax z_t,  l′ = – l₁ – l₂ – … l_n –  (S = 2n + 1 places)
///     α_t(s) = y_t(l′_s)·(α_{t−1}(s) + α_{t−1}(s − 1) + [l′_s ≠ –, l′_s ≠ l′_{s−2}]·α_{t−1}(s − 2))
///     p = α_T(S) + α_T(S − 1),  L = −ln p
///     ∂L/∂z_t(k) = y_t(k) − (1/p)·Σ_{s: l′_s = k} α_t(s)·β_t(s)
///
/// β_t(s) is the probability of everything after step t, given place s at step t. All values are logarithms in
/// `Double`. The loss is the mean of −ln p over the examples; PyTorch's "mean" first divides each by its number of
/// labels. Steps after an example's length are ignored. Source: Graves, Fernández, Gomez & Schmidhuber (2006).
public struct ConnectionistTemporalClassification: Loss {
  /// The class that stands for no label.
  public var blank: Int

  /// Creates the loss.
  ///
  /// - Parameter blank: The class that stands for no label. Default: 0, as in PyTorch.
  public init(blank: Int = 0) { self.blank = blank }

  /// The name in messages and summaries.
  public var name: String { "ConnectionistTemporalClassification(blank: \(blank))" }

  /// Throws unless the loss fits the model's output.
  public func check(output: Shape, last: String, endsInSoftmax: Bool) throws(NetworkError) {
    guard output.rank == 2, output[1] >= 2 else {
      throw .unsuitableTargets(
        loss: name, wants: "steps × classes, a score for each of at least 2", output: output)
    }
    guard (0..<output[1]).contains(blank) else {
      throw .invalidOption(
        owner: "ConnectionistTemporalClassification", option: "blank", value: "\(blank)",
        rule: "a class, 0 … \(output[1] - 1)")
    }
    if endsInSoftmax { throw .doubleSoftmax(layer: last) }
  }

  /// Throws unless every example has a sequence of labels that its steps can hold.
  public func check<Scalar: NetworkScalar>(
    _ targets: Targets<Scalar>, exampleCount: Int, output: Shape, lengths: [Int]?
  ) throws(NetworkError) {
    guard case .sequences(let sequences) = targets else {
      throw .unsuitableTargets(loss: name, wants: "a sequence of labels for each example", output: output)
    }
    guard sequences.count == exampleCount else {
      throw .wrongTargetCount(expected: exampleCount, given: sequences.count)
    }
    for (example, labels) in sequences.enumerated() {
      for label in labels where label < 0 || label >= output[1] || label == blank {
        throw .labelOutOfRange(label: label, classes: output[1], example: example)
      }
      let repeats = zip(labels, labels.dropFirst()).count { $0 == $1 }
      let steps = lengths?[example] ?? output[0]
      guard labels.count + repeats <= steps else {
        throw .infeasibleSequence(example: example, labels: labels.count, repeats: repeats, steps: steps)
      }
    }
  }

  /// Sums the loss of a batch and writes the gradient of its mean with respect to the scores.
  public func evaluate<Scalar: NetworkScalar>(
    _ output: UnsafePointer<Scalar>, shape: Shape, targets: Targets<Scalar>,
    examples: UnsafeBufferPointer<Int>,
    lengths: UnsafePointer<Int>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> Double {
    guard case .sequences(let sequences) = targets else { return .nan }
    let (steps, classes) = (shape[0], shape[1])
    let share = 1 / Double(examples.count)
    var total = 0.0
    for (row, example) in examples.enumerated() {
      let length = lengths?[row] ?? steps
      let lattice = LabelLattice(
        scores: UnsafeBufferPointer(start: output + row * shape.count, count: length * classes),
        classes: classes, labels: sequences[example], blank: blank)
      total += lattice.loss
      guard let gradient = gradient.map({ $0 + row * shape.count }) else { continue }
      lattice.writeGradient(to: gradient, share: share)
      for i in length * classes..<shape.count { gradient[i] = 0 }
    }
    return total
  }
}
