/// Keeps the largest value of each window, channel by channel.
///
///     y[p, q, c] = max x[p·s + i, q·s + j, c] over i, j < size
///     ∂L/∂x = the sum of ∂L/∂y over the windows in which x is the (first) largest value
///
/// Windows that do not fit are left out, as in Keras and PyTorch.
public struct MaxPooling2D: Layer {
  /// The height and width of a window.
  public var size: Int
  /// s, the number of rows and columns between windows.
  public var stride: Int

  /// Describes the layer.
  ///
  /// - Parameters:
  ///   - size: The height and width of a window, at least 1.
  ///   - stride: s, at least 1. Default: `size`.
  public init(_ size: Int = 2, stride: Int? = nil) {
    self.size = size
    self.stride = stride ?? size
  }

  /// The name in messages and summaries.
  public var name: String { "MaxPooling2D(\(size))" }

  /// The shape of an output example; the error names both shapes.
  public func outputShape(for input: Shape) throws(NetworkError) -> Shape {
    for (option, value) in [("size", size), ("stride", stride)] where value < 1 {
      throw .invalidOption(owner: "MaxPooling2D", option: option, value: "\(value)", rule: "at least 1")
    }
    guard input.rank == 3, input.count > 0, input[0] >= size, input[1] >= size else {
      throw .unsuitableInput(
        layer: name, wants: "height × width × channels, at least \(size) × \(size)", given: input)
    }
    return [(input[0] - size) / stride + 1, (input[1] - size) / stride + 1, input[2]]
  }

  /// The number of workspace elements: for each output, the index of its element in the window.
  public func workspaceCount(for input: Shape, batchSize: Int) -> Int {
    batchSize * ((input[0] - size) / stride + 1) * ((input[1] - size) / stride + 1) * input[2]
  }

  /// Computes the outputs from the inputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    let (width, channels) = (pass.inputShape[1], pass.inputShape[2])
    let (rows, columns) = (pass.outputShape[0], pass.outputShape[1])
    let (imageCount, size, stride) = (pass.inputShape.count, size, stride)
    Lanes.run(pass.batchSize * imageCount > 20_000) { lane in
      for image in Lanes.part(lane, of: pass.batchSize) {
        for position in 0..<rows * columns {
          let (p, q) = (position / columns, position % columns)
          let x = pass.input + image * imageCount + (p * stride * width + q * stride) * channels
          let offset = (image * rows * columns + position) * channels
          let (y, winner) = (pass.output + offset, pass.workspace + offset)
          for c in 0..<channels {
            y[c] = x[c]
            winner[c] = 0
          }
          for k in 1..<max(1, size * size) {
            let candidate = x + (k / size * width + k % size) * channels
            for c in 0..<channels {
              // A NaN counts as the largest value, so that training reports it.
              let wins = candidate[c] > y[c] || candidate[c] != candidate[c]
              y[c] = wins ? candidate[c] : y[c]
              winner[c] = wins ? Scalar(k) : winner[c]
            }
          }
        }
      }
    }
  }

  /// Computes the gradients of the inputs and the parameters from the gradient of the outputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    guard let inputGradient = pass.inputGradient else { return }
    let (width, channels) = (pass.inputShape[1], pass.inputShape[2])
    let (rows, columns) = (pass.outputShape[0], pass.outputShape[1])
    let (imageCount, size, stride) = (pass.inputShape.count, size, stride)
    Lanes.run(pass.batchSize * imageCount > 20_000) { lane in
      for image in Lanes.part(lane, of: pass.batchSize) {
        let target = inputGradient + image * imageCount
        for k in 0..<imageCount { target[k] = 0 }
        for position in 0..<rows * columns {
          let (p, q) = (position / columns, position % columns)
          let x = target + (p * stride * width + q * stride) * channels
          let offset = (image * rows * columns + position) * channels
          let (gradient, winner) = (pass.outputGradient + offset, pass.workspace + offset)
          for k in 0..<size * size {
            let element = x + (k / size * width + k % size) * channels
            for c in 0..<channels { element[c] += winner[c] == Scalar(k) ? gradient[c] : 0 }
          }
        }
      }
    }
  }
}
