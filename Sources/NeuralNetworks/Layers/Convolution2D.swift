public import ElementaryNumerics

/// Slides small kernels over an image.
///
///     y[p, q, o] = f(b[o] + Σ x[p·s + i − before, q·s + j − before, c]·W[i, j, c, o])
///
/// The sum is over the kernel's rows i and columns j and the channels c; x is 0 outside the image. When each window is
/// a row of a matrix X, this is one matrix product, and so are the derivatives:
///
///     y = f(X·W + b)
///     δ = ∂L/∂y ⊙ f′,  ∂L/∂W = Xᵀ·δ,  ∂L/∂b = Σ δ,  ∂L/∂X = δ·Wᵀ
///
/// ∂L/∂x sums the elements of ∂L/∂X over the windows that contain an element of x. Images are height × width ×
/// channels and W is rows × columns × channels × filters, as in Keras; b follows W. The kernel is not flipped (a
/// cross-correlation), as in all frameworks.
public struct Convolution2D: Layer {
  /// The padding around the image.
  public enum Padding: Hashable, Sendable {
    /// No padding: only windows within the image.
    case none
    /// Zeros, so that the output has ⌈n / stride⌉ rows. An odd zero is added at the end, as in Keras.
    case same
    /// This number of zeros on every side, as in PyTorch.
    case zeros(Int)
  }

  /// The number of output channels.
  public var filters: Int
  /// The kernel's height and width.
  public var kernel: (height: Int, width: Int) { (kernelHeight, kernelWidth) }
  let kernelHeight, kernelWidth: Int
  /// s, the number of rows and columns between windows.
  public var stride: Int
  /// The padding around the image.
  public var padding: Padding
  /// f.
  public var activation: ActivationFunction
  /// The initial values of W; b starts at zero.
  public var initializer: Initializer

  /// Describes the layer with a square kernel.
  ///
  /// - Parameters:
  ///   - filters: The number of output channels, at least 1.
  ///   - kernel: The kernel's height and width, at least 1.
  ///   - stride: s, at least 1.
  ///   - padding: The padding around the image. Default: none.
  ///   - activation: f. Default: none.
  ///   - initializer: The initial values of W. Default: Glorot's, as in Keras.
  public init(
    _ filters: Int, kernel: Int, stride: Int = 1, padding: Padding = .none,
    activation: ActivationFunction = .linear, initializer: Initializer = .glorotUniform
  ) {
    self.filters = filters
    (kernelHeight, kernelWidth) = (kernel, kernel)
    self.stride = stride
    self.padding = padding
    self.activation = activation
    self.initializer = initializer
  }

  /// The name in messages and summaries.
  public var name: String { "Convolution2D(\(filters), kernel: \(kernelHeight))" }

  /// The shape of an output example; the error names both shapes.
  public func outputShape(for input: Shape) throws(NetworkError) -> Shape {
    for (option, value) in [("filters", filters), ("kernel", kernelHeight), ("stride", stride)]
    where value < 1 {
      throw .invalidOption(owner: "Convolution2D", option: option, value: "\(value)", rule: "at least 1")
    }
    if case .zeros(let count) = padding, count < 0 {
      throw .invalidOption(owner: "Convolution2D", option: "padding", value: "\(count)", rule: "at least 0")
    }
    guard input.rank == 3, input.count > 0 else {
      throw .unsuitableInput(layer: name, wants: "height × width × channels", given: input)
    }
    let windows = Windows(self, input)
    guard windows.rows > 0, windows.columns > 0 else {
      throw .unsuitableInput(
        layer: name, wants: "at least \(kernelHeight) × \(kernelWidth) × channels, padding counted",
        given: input)
    }
    return [windows.rows, windows.columns, filters]
  }

  /// The number of parameters.
  public func parameterCount(for input: Shape) -> Int {
    (kernelHeight * kernelWidth * input[2] + 1) * filters
  }

  /// The range of the weights, without the biases.
  public func regularizedRange(for input: Shape) -> Range<Int> {
    0..<kernelHeight * kernelWidth * input[2] * filters
  }

  /// The number of workspace elements for one batch.
  public func workspaceCount(for input: Shape, batchSize: Int) -> Int {
    let windows = Windows(self, input)
    return Lanes.count * (windows.chunk(of: batchSize) * windows.matrixCount + parameterCount(for: input))
  }

  /// Writes the initial parameters.
  public func initialize<Scalar: NetworkScalar>(
    _ parameters: UnsafeMutablePointer<Scalar>, state: UnsafeMutablePointer<Scalar>, input: Shape,
    using generator: inout SplitMix64
  ) {
    let area = kernelHeight * kernelWidth
    initializer.fill(
      parameters, rows: area * input[2], columns: filters, fanIn: area * input[2], fanOut: area * filters,
      using: &generator)
  }
}
