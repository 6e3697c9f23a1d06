/// Inputs and their targets.
public struct Examples<Scalar: NetworkScalar>: Sendable {
  enum Inputs: Sendable {
    case scalars([Scalar])
    case bytes([UInt8], scale: Scalar)
  }

  /// The shape of an input.
  public let shape: Shape
  /// The number of examples.
  public let count: Int
  /// The targets, in the order of the inputs.
  public let targets: Targets<Scalar>
  /// The number of valid time steps of each example; `nil` when all steps are valid.
  public let lengths: [Int]?
  let inputs: Inputs

  /// Creates examples from numbers.
  ///
  /// - Parameters:
  ///   - inputs: One example after another.
  ///   - shape: The shape of an example.
  ///   - targets: A target for each.
  ///   - lengths: The number of valid time steps of each example; `nil` when all steps are valid.
  /// - Throws: ``NetworkError`` when the counts do not match.
  public init(_ inputs: [Scalar], shape: Shape, targets: Targets<Scalar>, lengths: [Int]? = nil)
    throws(NetworkError)
  {
    try self.init(.scalars(inputs), inputs.count, shape, targets, lengths)
  }

  /// Creates examples from bytes, such as grey levels. Bytes need a quarter of the memory of `Float`.
  ///
  /// - Parameters:
  ///   - bytes: One example after another.
  ///   - scale: The factor for each byte, such as 1/255.
  ///   - shape: The shape of an example.
  ///   - targets: A target for each.
  /// - Throws: ``NetworkError`` when the counts do not match.
  public init(bytes: [UInt8], scale: Scalar, shape: Shape, targets: Targets<Scalar>) throws(NetworkError) {
    try self.init(.bytes(bytes, scale: scale), bytes.count, shape, targets, nil)
  }

  private init(
    _ inputs: Inputs, _ elementCount: Int, _ shape: Shape, _ targets: Targets<Scalar>, _ lengths: [Int]?
  ) throws(NetworkError) {
    guard elementCount > 0, shape.count > 0 else { throw .noExamples }
    let count = elementCount / shape.count
    guard count * shape.count == elementCount else {
      throw .wrongElementCount(
        what: "inputs", expected: (count + 1) * shape.count, shape: shape, given: elementCount)
    }
    switch targets {
    case .labels(let labels) where labels.count != count:
      throw .wrongTargetCount(expected: count, given: labels.count)
    case .sequences(let sequences) where sequences.count != count:
      throw .wrongTargetCount(expected: count, given: sequences.count)
    case .values(let values) where values.count % count != 0:
      throw .wrongTargetCount(expected: count, given: values.count)
    default: break
    }
    if let lengths {
      guard lengths.count == count else { throw .wrongTargetCount(expected: count, given: lengths.count) }
      for length in lengths where length < 1 || length > (shape.extents.first ?? 1) {
        throw .invalidOption(
          owner: "Examples", option: "length", value: "\(length)", rule: "in 1 … \(shape.extents.first ?? 1)")
      }
    }
    (self.inputs, self.shape, self.count) = (inputs, shape, count)
    (self.targets, self.lengths) = (targets, lengths)
  }

  /// Throws when the first layer of a model cannot process the inputs.
  func check(for layer: any Layer) throws(NetworkError) {
    // The layer checks each byte value that occurs once, multiplied by the scale.
    switch inputs {
    case .scalars(let values):
      try values.withUnsafeBufferPointer { (values) throws(NetworkError) in
        try layer.check(values, exampleSize: shape.count)
      }
    case .bytes(let bytes, let scale):
      var present = [Bool](repeating: false, count: 256)
      for byte in bytes { present[Int(byte)] = true }
      let values = present.indices.filter { present[$0] }.map { scale * Scalar($0) }
      try values.withUnsafeBufferPointer { (values) throws(NetworkError) in
        try layer.check(values, exampleSize: values.count)
      }
    }
  }

  /// Writes the inputs of some examples, one after another.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  func gather(_ examples: UnsafeBufferPointer<Int>, into batch: UnsafeMutablePointer<Scalar>) {
    let size = shape.count
    switch inputs {
    case .scalars(let values):
      values.withUnsafeBufferPointer { values in
        for (row, example) in examples.enumerated() {
          // swift-format-ignore: NeverForceUnwrap
          (batch + row * size).update(from: values.baseAddress! + example * size, count: size)
        }
      }
    case .bytes(let bytes, let scale):
      bytes.withUnsafeBufferPointer { bytes in
        for (row, example) in examples.enumerated() {
          // swift-format-ignore: NeverForceUnwrap
          let (target, source) = (batch + row * size, bytes.baseAddress! + example * size)
          for i in 0..<size { target[i] = scale * Scalar(source[i]) }
        }
      }
    }
  }
}
