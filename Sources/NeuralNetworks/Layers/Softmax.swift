/// Turns the scores along the last extent into probabilities.
///
///     yᵢ = e^(xᵢ − m) / Σⱼ e^(xⱼ − m),  m = max x
///     ∂L/∂xᵢ = yᵢ·(∂L/∂yᵢ − Σⱼ yⱼ·∂L/∂yⱼ)
///
/// Subtracting m changes nothing but keeps the exponentials from overflowing. For training, omit this layer and use
/// ``CrossEntropy`` from logits, or keep it and use ``CrossEntropy`` from probabilities, but not both.
public struct Softmax: Layer {
  /// Describes the layer.
  public init() {}

  /// The name in messages and summaries.
  public var name: String { "Softmax" }
  /// True: the outputs are probabilities.
  public var endsInSoftmax: Bool { true }

  /// The shape of an output example; the error names both shapes.
  public func outputShape(for input: Shape) throws(NetworkError) -> Shape {
    guard input.rank >= 1, input.count > 0 else {
      throw .unsuitableInput(layer: name, wants: "classes, or steps × classes", given: input)
    }
    return input
  }

  /// Computes the outputs from the inputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    let classes = pass.inputShape[pass.inputShape.rank - 1]
    for row in 0..<pass.batchSize * pass.inputShape.count / classes {
      softmax(pass.input + row * classes, classes, into: pass.output + row * classes)
    }
  }

  /// Computes the gradients of the inputs and the parameters from the gradient of the outputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    guard let inputGradient = pass.inputGradient else { return }
    let classes = pass.inputShape[pass.inputShape.rank - 1]
    for row in 0..<pass.batchSize * pass.inputShape.count / classes {
      let (y, gradient) = (pass.output + row * classes, pass.outputGradient + row * classes)
      var mean: Scalar = 0
      for j in 0..<classes { mean += y[j] * gradient[j] }
      for i in 0..<classes { inputGradient[row * classes + i] = y[i] * (gradient[i] - mean) }
    }
  }
}

/// Writes the softmax of some scores and returns ln Σ e^x, the logarithm of its denominator.
@inline(__always) @discardableResult
func softmax<Scalar: NetworkScalar>(
  _ scores: UnsafePointer<Scalar>, _ count: Int, into probabilities: UnsafeMutablePointer<Scalar>
) -> Scalar {
  var largest = scores[0]
  for i in 1..<max(1, count) where scores[i] > largest { largest = scores[i] }
  var sum: Scalar = 0
  for i in 0..<count {
    probabilities[i] = .exponential(scores[i] - largest)
    sum += probabilities[i]
  }
  let logarithm = largest + .logarithm(sum)
  for i in 0..<count { probabilities[i] /= sum }
  return logarithm
}
