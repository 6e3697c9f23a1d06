import Foundation

/// Rotates and shifts a picture.
///
/// The pixel at (x, y) takes the value at R(−φ)·((x, y) − c − d) + c of the old picture, where c is its centre and d
/// the shift. Values between pixels are interpolated bilinearly. Values outside of the picture are paper (0).
public struct ImageTransform: Sendable, Equatable {
  /// The angle in degrees, clockwise, as rows go down.
  public var degrees: Double
  /// The shift, in pixels to the right and down.
  public var shift: (dx: Double, dy: Double) {
    get { (dx, dy) }
    set { (dx, dy) = newValue }
  }
  private var dx: Double
  private var dy: Double

  /// Creates a rotation about the centre, followed by a shift.
  public init(degrees: Double = 0, shift: (dx: Double, dy: Double) = (0, 0)) {
    self.degrees = degrees
    (dx, dy) = shift
  }

  /// The transformed picture, which has the same size.
  public func applied(to pixels: [Float], rows: Int, columns: Int) -> [Float] {
    precondition(pixels.count == rows * columns, "\(pixels.count) pixels are not \(rows) × \(columns)")
    let angle = degrees * .pi / 180
    let (c, s) = (cos(angle), sin(angle))
    let (centreX, centreY) = (Double(columns - 1) / 2, Double(rows - 1) / 2)
    func value(_ x: Int, _ y: Int) -> Double {
      x >= 0 && x < columns && y >= 0 && y < rows ? Double(pixels[y * columns + x]) : 0
    }
    var result = [Float](repeating: 0, count: pixels.count)
    for y in 0..<rows {
      for x in 0..<columns {
        let (u, v) = (Double(x) - centreX - dx, Double(y) - centreY - dy)
        let (oldX, oldY) = (c * u + s * v + centreX, -s * u + c * v + centreY)
        // A position outside of the picture, or one that is not a number, stays paper.
        guard oldX > -1, oldY > -1, oldX < Double(columns), oldY < Double(rows) else { continue }
        let (left, top) = (oldX.rounded(.down), oldY.rounded(.down))
        let (a, b) = (oldX - left, oldY - top)
        let (i, j) = (Int(left), Int(top))
        let upper = (1 - a) * value(i, j) + a * value(i + 1, j)
        let lower = (1 - a) * value(i, j + 1) + a * value(i + 1, j + 1)
        result[y * columns + x] = Float((1 - b) * upper + b * lower)
      }
    }
    return result
  }
}

extension LabelledImages {
  /// Rotates and shifts every picture by random amounts, uniform within the limits. The labels stay the same.
  public func augmented(
    maximumShift: Double, maximumDegrees: Double, using generator: inout some RandomNumberGenerator
  ) -> LabelledImages {
    var changed: [UInt8] = []
    changed.reserveCapacity(bytes.count)
    for index in 0..<count {
      func draw(_ limit: Double) -> Double { Double.random(in: -1...1, using: &generator) * limit }
      let transform = ImageTransform(
        degrees: draw(maximumDegrees), shift: (draw(maximumShift), draw(maximumShift)))
      let pixels = transform.applied(to: pixels(of: index), rows: rows, columns: columns)
      changed += pixels.map { UInt8(($0 * 255).rounded()) }
    }
    return with(bytes: changed, labels: labels)
  }
}
