import ElementaryNumerics
import Foundation

/// Digits of 28 × 28 pixels, drawn from strokes and distorted at random. They replace MNIST on a machine without data.
///
/// The points of a digit's strokes are mapped by
///
///     p′ = s·R(φ)·K·(p − ½) + ½ + d,   K = [[a, k], [0, 1/a]]
///
/// (scale s, angle φ, aspect a, shear k, shift d), each point with a little jitter. A pixel at distance r from the
/// nearest stroke has the ink clamp(w/2 + ½ − r, 0, 1) for a pen of w pixels, and some noise.
public struct DrawnDigits: Sendable {
  /// The pictures. Their labels are 0, 1, …, 9, 0, 1, ….
  public let images: LabelledImages

  /// Draws `count` pictures. The same seed always gives the same series, so a longer series begins with the shorter
  /// one.
  public init(count: Int, seed: UInt64) {
    precondition(count >= 0, "there cannot be \(count) pictures")
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * Self.size * Self.size)
    var generator = SplitMix64(seed: seed)
    for index in 0..<count { bytes += Self.draw(index % 10, &generator) }
    images = LabelledImages(
      rows: Self.size, columns: Self.size, bytes: bytes, labels: (0..<count).map { $0 % 10 },
      source: .drawnDigits)
  }

  private static let size = 28

  private static func draw(_ digit: Int, _ generator: inout SplitMix64) -> [UInt8] {
    let angle = generator.spread(0.3)
    let scale = 20 * (1 + generator.spread(0.15))
    let aspect = 1 + generator.spread(0.2)
    let shear = generator.spread(0.3)
    let (dx, dy) = (generator.spread(2.5), generator.spread(2.5))
    let width = 2.4 + generator.spread(1)
    let strength = 0.9 + generator.spread(0.1)
    let (c, s) = (cos(angle), sin(angle))
    var ink = [Double](repeating: 0, count: size * size)
    for stroke in DigitStrokes.all[digit] {
      let points = stroke.map { point in
        let x = point.x - 0.5 + generator.spread(0.025)
        let y = point.y - 0.5 + generator.spread(0.025)
        let (u, v) = (aspect * x + shear * y, y / aspect)
        return StrokePoint(x: 13.5 + dx + scale * (c * u - s * v), y: 13.5 + dy + scale * (s * u + c * v))
      }
      for (start, end) in zip(points, points.dropFirst()) { trace(start, end, width, &ink) }
    }
    return ink.map { value in
      let noise = value > 0 ? generator.spread(0.08) : 0
      return UInt8((min(max(value * strength + noise, 0), 1) * 255).rounded())
    }
  }

  /// Inks the pixels that a pen of `width` touches between two points.
  private static func trace(
    _ start: StrokePoint, _ end: StrokePoint, _ width: Double, _ ink: inout [Double]
  ) {
    let reach = width / 2 + 1
    func range(_ a: Double, _ b: Double) -> ClosedRange<Int>? {
      let low = max(0, Int((min(a, b) - reach).rounded(.down)))
      let high = min(size - 1, Int((max(a, b) + reach).rounded(.up)))
      return low <= high ? low...high : nil
    }
    guard let columns = range(start.x, end.x), let rows = range(start.y, end.y) else { return }
    let (ux, uy) = (end.x - start.x, end.y - start.y)
    let square = max(ux * ux + uy * uy, 1e-9)
    for row in rows {
      for column in columns {
        let (px, py) = (Double(column) - start.x, Double(row) - start.y)
        let along = min(max((px * ux + py * uy) / square, 0), 1)
        let (rx, ry) = (px - along * ux, py - along * uy)
        let coverage = min(max(width / 2 + 0.5 - (rx * rx + ry * ry).squareRoot(), 0), 1)
        ink[row * size + column] = max(ink[row * size + column], coverage)
      }
    }
  }
}

extension SplitMix64 {
  /// A uniform random number between −limit and limit.
  mutating func spread(_ limit: Double) -> Double { Double.random(in: -limit...limit, using: &self) }
}
