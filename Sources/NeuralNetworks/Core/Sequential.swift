import ElementaryNumerics

/// A network of consecutive layers. It is a value with all its parameters in one buffer.
///
/// ```swift
/// var model = try Sequential<Float>(input: [28, 28, 1], seed: 1, layers: [
///   Convolution2D(32, kernel: 3, activation: .relu), MaxPooling2D(2), Flatten(), Dense(10),
/// ])
/// ```
public struct Sequential<Scalar: NetworkScalar>: Sendable {
  /// The layers, first to last.
  public let layers: [any Layer]
  /// The shapes of an example: before the first layer, and after each.
  public let shapes: [Shape]
  /// θ of all layers, one after the other.
  public var parameters: [Scalar]
  /// The state of all layers that the optimizer does not update, such as running means.
  public var state: [Scalar]
  /// The range of each layer in ``parameters``.
  public let parameterRanges: [Range<Int>]
  let stateRanges: [Range<Int>]
  let regularizedRanges: [Range<Int>]

  /// Checks that the layers fit together and draws the first parameters.
  ///
  /// - Parameters:
  ///   - input: The shape of an example.
  ///   - seed: The seed of the random numbers. Each layer has its own sequence.
  ///   - layers: The layers, first to last, at least one.
  /// - Throws: ``NetworkError``, with the position of the layer, when a layer cannot take the output of the previous
  ///   layer.
  public init(input: Shape, seed: UInt64 = 0, layers: [any Layer]) throws(NetworkError) {
    guard !layers.isEmpty else {
      throw .invalidOption(
        owner: "Sequential", option: "layers", value: "[]", rule: "a list of at least one layer")
    }
    guard input.extents.allSatisfy({ $0 > 0 }) else {
      throw .invalidOption(
        owner: "Sequential", option: "input", value: "\(input)", rule: "extents of at least 1")
    }
    var shapes = [input]
    var (parameterRanges, stateRanges, regularizedRanges): ([Range<Int>], [Range<Int>], [Range<Int>]) = (
      [], [], []
    )
    for layer in layers {
      let shape = shapes[shapes.count - 1]
      shapes.append(try layer.outputShape(for: shape))
      let start = parameterRanges.last?.upperBound ?? 0
      parameterRanges.append(start..<start + layer.parameterCount(for: shape))
      let stateStart = stateRanges.last?.upperBound ?? 0
      stateRanges.append(stateStart..<stateStart + layer.stateCount(for: shape))
      let part = layer.regularizedRange(for: shape)
      regularizedRanges.append(start + part.lowerBound..<start + part.upperBound)
    }
    self.layers = layers
    self.shapes = shapes
    self.parameterRanges = parameterRanges
    self.stateRanges = stateRanges
    self.regularizedRanges = regularizedRanges
    var parameters = [Scalar](repeating: 0, count: parameterRanges[layers.count - 1].upperBound)
    var state = [Scalar](repeating: 0, count: stateRanges[layers.count - 1].upperBound)
    withPointers(&parameters, &state) { parameters, state in
      for (index, layer) in layers.enumerated() {
        var generator = SplitMix64(seed: SplitMix64.seed(seed, index))
        layer.initialize(
          parameters + parameterRanges[index].lowerBound, state: state + stateRanges[index].lowerBound,
          input: shapes[index], using: &generator)
      }
    }
    self.parameters = parameters
    self.state = state
  }

  /// The shape of an input example.
  public var inputShape: Shape { shapes[0] }
  /// The shape of an output example.
  public var outputShape: Shape { shapes[shapes.count - 1] }

  /// A line for each layer, with its name, its output shape and the number of its parameters.
  public var summary: String {
    layers.indices.map { "\(layers[$0].name): \(shapes[$0 + 1]), \(parameterRanges[$0].count) parameters" }
      .joined(separator: "\n") + "\ntotal: \(parameters.count) parameters"
  }

  /// The layer that a parameter belongs to.
  func layer(ofParameter index: Int) -> String {
    let position = parameterRanges.firstIndex { $0.contains(index) } ?? 0
    return "layer \(position + 1), \(layers[position].name)"
  }
}

/// Calls the closure with pointers to two arrays, which are not nil even when the arrays are empty.
func withPointers<Scalar, Result>(
  _ first: inout [Scalar], _ second: inout [Scalar],
  _ body: (UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>) throws -> Result
) rethrows -> Result {
  try first.withUnsafeMutableBufferPointer { first in
    try second.withUnsafeMutableBufferPointer { second in
      try body(existing(first.baseAddress), existing(second.baseAddress))
    }
  }
}

/// The pointer, or a placeholder for an empty buffer, which must not be dereferenced.
func existing<Scalar>(_ pointer: UnsafeMutablePointer<Scalar>?) -> UnsafeMutablePointer<Scalar> {
  // swift-format-ignore: NeverForceUnwrap
  pointer ?? UnsafeMutablePointer(bitPattern: 64)!
}
