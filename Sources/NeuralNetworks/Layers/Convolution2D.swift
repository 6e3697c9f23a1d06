public import ElementaryNumerics

/// Slides small kernels over an image.
///
///     y[p, q, o] = f(b[o] + Σ x[p·s + i − before, q·s + j − before, c]·W[i, j, c, o])
///
/// the sum over the kernel's rows i and columns j and the channels c, x being 0 outside. With each window laid out
/// as a row of a matrix X this is one product, and so are the derivatives:
///
///     y = f(X·W + b)
///     δ = ∂L/∂y ⊙ f′,  ∂L/∂W = Xᵀ·δ,  ∂L/∂b = Σ δ,  ∂L/∂X = δ·Wᵀ
///
/// ∂L/∂x sums the elements of ∂L/∂X over the windows that an element of x lies in. Images are height × width ×
/// channels and W is rows × columns × channels × filters, as in Keras; b follows W. The kernel is not flipped (a
/// cross-correlation), as in all frameworks.
public struct Convolution2D: Layer {
  /// What surrounds the image.
  public enum Padding: Hashable, Sendable {
    /// Nothing: only windows that lie within the image.
    case none
    /// Zeros, so that the output has ⌈n / stride⌉ rows; an odd one goes to the end, as in Keras.
    case same
    /// So many zeros on every side, as in PyTorch.
    case zeros(Int)
  }

  /// The number of output channels.
  public var filters: Int
  /// The kernel's height and width.
  public var kernel: (height: Int, width: Int) { (kernelHeight, kernelWidth) }
  let kernelHeight, kernelWidth: Int
  /// s, rows and columns from a window to the next.
  public var stride: Int
  /// What surrounds the image.
  public var padding: Padding
  /// f.
  public var activation: ActivationFunction
  /// How W begins; b begins at zero.
  public var initializer: Initializer

  /// Describes the layer with a square kernel.
  ///
  /// - Parameters:
  ///   - filters: The number of output channels, at least 1.
  ///   - kernel: The kernel's height and width, at least 1.
  ///   - stride: s, at least 1.
  ///   - padding: What surrounds the image. Default: nothing.
  ///   - activation: f. Default: none.
  ///   - initializer: How W begins. Default: Glorot's, as in Keras.
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

  /// For messages and summaries.
  public var name: String { "Convolution2D(\(filters), kernel: \(kernelHeight))" }

  /// The shape of an example that comes out; an error names both shapes.
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

  /// How many parameters it has.
  public func parameterCount(for input: Shape) -> Int {
    (kernelHeight * kernelWidth * input[2] + 1) * filters
  }

  /// Its weights, without the biases.
  public func regularizedRange(for input: Shape) -> Range<Int> {
    0..<kernelHeight * kernelWidth * input[2] * filters
  }

  /// How much room it needs for one batch, in elements.
  public func workspaceCount(for input: Shape, batchSize: Int) -> Int {
    let windows = Windows(self, input)
    return Lanes.count * (windows.chunk(of: batchSize) * windows.matrixCount + parameterCount(for: input))
  }

  /// Sets its parameters before training.
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
