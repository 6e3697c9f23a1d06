public import ElementaryNumerics

/// A learned vector for each of a vocabulary's tokens.
///
///     y_t = E[x_t],  ∂L/∂E[k] = Σ ∂L/∂y_t over all t with x_t = k
///
/// An input is a sequence of tokens 0 … vocabulary − 1, written as numbers. E is vocabulary × features, row-major.
public struct Embedding: Layer {
  /// The number of tokens.
  public var vocabulary: Int
  /// The length of each vector.
  public var features: Int

  /// Describes the layer. The initial vectors are normal with deviation 1, as in PyTorch.
  ///
  /// - Parameters:
  ///   - vocabulary: The number of tokens, at least 1.
  ///   - features: The length of each vector, at least 1.
  public init(vocabulary: Int, features: Int) {
    self.vocabulary = vocabulary
    self.features = features
  }

  /// The name in messages and summaries.
  public var name: String { "Embedding(\(vocabulary), \(features))" }

  /// The shape of an output example; the error names both shapes.
  public func outputShape(for input: Shape) throws(NetworkError) -> Shape {
    for (option, value) in [("vocabulary", vocabulary), ("features", features)] where value < 1 {
      throw .invalidOption(owner: "Embedding", option: option, value: "\(value)", rule: "at least 1")
    }
    guard input.rank == 1, input.count > 0 else {
      throw .unsuitableInput(layer: name, wants: "steps, each a token", given: input)
    }
    return [input[0], features]
  }

  /// The number of parameters.
  public func parameterCount(for input: Shape) -> Int { vocabulary * features }

  /// The range of the vectors; there are no biases.
  public func regularizedRange(for input: Shape) -> Range<Int> { 0..<vocabulary * features }

  /// Writes the initial parameters.
  public func initialize<Scalar: NetworkScalar>(
    _ parameters: UnsafeMutablePointer<Scalar>, state: UnsafeMutablePointer<Scalar>, input: Shape,
    using generator: inout SplitMix64
  ) {
    for i in 0..<vocabulary * features { parameters[i] = Scalar(generator.normalByBoxMuller()) }
  }

  /// Throws unless every number is a token.
  public func check<Scalar: NetworkScalar>(_ input: UnsafeBufferPointer<Scalar>, exampleSize: Int)
    throws(NetworkError)
  {
    for (i, value) in input.enumerated() where token(value) == nil {
      throw .tokenOutOfRange(token: "\(value)", vocabulary: vocabulary, example: i / exampleSize)
    }
  }

  /// Looks up the vectors. A number that is not a token gives NaN, which training reports. Only a layer below this one
  /// can produce such a number.
  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    for i in 0..<pass.batchSize * pass.inputShape.count {
      let vector = pass.output + i * features
      if let token = token(pass.input[i]) {
        vector.update(from: pass.parameters + token * features, count: features)
      } else {
        vector.update(repeating: .nan, count: features)
      }
    }
  }

  /// Adds up the gradients of each token. The tokens themselves have no gradient.
  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    pass.parameterGradient.update(repeating: 0, count: vocabulary * features)
    for i in 0..<pass.batchSize * pass.inputShape.count {
      guard let token = token(pass.input[i]) else { continue }
      let (sum, gradient) = (pass.parameterGradient + token * features, pass.outputGradient + i * features)
      for j in 0..<features { sum[j] += gradient[j] }
    }
    pass.inputGradient?.update(repeating: 0, count: pass.batchSize * pass.inputShape.count)
  }

  @inline(__always)
  private func token<Scalar: NetworkScalar>(_ value: Scalar) -> Int? {
    guard value >= 0, value < Scalar(vocabulary), value == value.rounded(.down) else { return nil }
    return Int(value)
  }
}
