/// The windows of a convolution over one image, and the matrix X with one window in each row.
struct Windows {
  let height, width, channels: Int
  let kernelHeight, kernelWidth, stride: Int
  let rows, columns: Int
  let top, left: Int

  init(_ layer: Convolution2D, _ input: Shape) {
    (height, width, channels) = (input[0], input[1], input[2])
    (kernelHeight, kernelWidth, stride) = (layer.kernelHeight, layer.kernelWidth, layer.stride)
    (rows, top) = Self.count(height, kernelHeight, stride, layer.padding)
    (columns, left) = Self.count(width, kernelWidth, stride, layer.padding)
  }

  private static func count(
    _ extent: Int, _ kernel: Int, _ stride: Int, _ padding: Convolution2D.Padding
  ) -> (count: Int, before: Int) {
    switch padding {
    case .none: return extent < kernel ? (0, 0) : ((extent - kernel) / stride + 1, 0)
    case .zeros(let zeros):
      let padded = extent + 2 * zeros
      return padded < kernel ? (0, 0) : ((padded - kernel) / stride + 1, zeros)
    case .same:
      let count = (extent + stride - 1) / stride
      return (count, max((count - 1) * stride + kernel - extent, 0) / 2)
    }
  }

  /// The number of elements of a window.
  var windowCount: Int { kernelHeight * kernelWidth * channels }
  /// The number of windows of an image.
  var positionCount: Int { rows * columns }
  /// The number of elements of X for an image.
  var matrixCount: Int { windowCount * positionCount }
  /// The number of elements of an image.
  var imageCount: Int { height * width * channels }

  /// The number of images that a lane processes at once, chosen so that X stays in the cache.
  func chunk(of batchSize: Int) -> Int {
    max(1, min((batchSize + 1) / 2, 98_304 / max(1, matrixCount)))
  }

  /// Writes X for one image.
  @inline(__always)
  func unfold<Scalar: NetworkScalar>(
    _ image: UnsafePointer<Scalar>, into matrix: UnsafeMutablePointer<Scalar>
  ) {
    let run = kernelWidth * channels
    var target = matrix
    for row in 0..<rows {
      for column in 0..<columns {
        let x = column * stride - left
        let isWithin = x >= 0 && x + kernelWidth <= width
        for i in 0..<kernelHeight {
          let y = row * stride - top + i
          if y < 0 || y >= height {
            for k in 0..<run { target[k] = 0 }
          } else if isWithin {
            let source = image + (y * width + x) * channels
            if run == 3 {
              (target[0], target[1], target[2]) = (source[0], source[1], source[2])
            } else {
              for k in 0..<run { target[k] = source[k] }
            }
          } else {
            for j in 0..<kernelWidth {
              let isOutside = x + j < 0 || x + j >= width
              for c in 0..<channels {
                target[j * channels + c] = isOutside ? 0 : image[(y * width + x + j) * channels + c]
              }
            }
          }
          target += run
        }
      }
    }
  }

  /// Sums the elements of ∂L/∂X over the windows into ∂L/∂x of one image.
  @inline(__always)
  func fold<Scalar: NetworkScalar>(_ matrix: UnsafePointer<Scalar>, into image: UnsafeMutablePointer<Scalar>)
  {
    let run = kernelWidth * channels
    var source = matrix
    for k in 0..<imageCount { image[k] = 0 }
    for row in 0..<rows {
      for column in 0..<columns {
        let x = column * stride - left
        let (first, last) = (max(0, -x), min(kernelWidth, width - x))
        for i in 0..<kernelHeight {
          let y = row * stride - top + i
          if y >= 0, y < height, first < last {
            let target = image + (y * width + x) * channels
            for k in first * channels..<last * channels { target[k] += source[k] }
          }
          source += run
        }
      }
    }
  }
}
