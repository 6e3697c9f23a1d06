/// A picture of grey values.
struct PixelImage: Sendable, Equatable {
  let width: Int
  let height: Int
  /// 0 is paper, 255 is ink; row by row from the top.
  let pixels: [UInt8]

  init(_ values: [Double], width: Int) {
    self.width = width
    height = max(1, (values.count + width - 1) / width)
    var pixels = values.map { $0.isNaN ? 0 : UInt8((min(1, max(0, $0)) * 255).rounded()) }
    pixels += [UInt8](repeating: 0, count: width * height - pixels.count)
    self.pixels = pixels
  }
}
