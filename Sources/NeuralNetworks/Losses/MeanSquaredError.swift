/// The mean square of the differences, over the n elements of an example and over the examples.
///
///     L = Σ (y − t)² / n,  ∂L/∂y = 2·(y − t) / n
public struct MeanSquaredError: Loss {
  /// Creates the loss.
  public init() {}

  /// The name in messages and summaries.
  public var name: String { "MeanSquaredError" }

  /// Accepts any output.
  public func check(output: Shape, last: String, endsInSoftmax: Bool) throws(NetworkError) {}

  /// Throws unless the targets fit the model's output.
  public func check<Scalar: NetworkScalar>(
    _ targets: Targets<Scalar>, exampleCount: Int, output: Shape, lengths: [Int]?
  ) throws(NetworkError) {
    guard case .values(let values) = targets else {
      throw .unsuitableTargets(loss: name, wants: "targets as values", output: output)
    }
    guard values.count == exampleCount * output.count else {
      throw .wrongElementCount(
        what: "targets", expected: exampleCount * output.count, shape: output, given: values.count)
    }
  }

  /// Sums the loss of a batch and writes its gradient with respect to the outputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func evaluate<Scalar: NetworkScalar>(
    _ output: UnsafePointer<Scalar>, shape: Shape, targets: Targets<Scalar>,
    examples: UnsafeBufferPointer<Int>,
    lengths: UnsafePointer<Int>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> Double {
    guard case .values(let values) = targets else { return .nan }
    let count = shape.count
    let factor = 2 / Scalar(count * examples.count)
    var total = 0.0
    for (row, example) in examples.enumerated() {
      var sum: Scalar = 0
      for i in 0..<count {
        let difference = output[row * count + i] - values[example * count + i]
        sum += difference * difference
        gradient?[row * count + i] = factor * difference
      }
      total += Double(sum) / Double(count)
    }
    return total
  }
}
