import Foundation

/// A point of the unit square that a digit is drawn in; y goes down.
struct StrokePoint {
  var x: Double
  var y: Double
}

/// The strokes of each digit, as polylines. Arcs are split into short pieces.
enum DigitStrokes {
  static let all: [[[StrokePoint]]] = [
    [arc(0.5, 0.5, 0.27, 0.4, 0, 360)],
    [[p(0.35, 0.25), p(0.55, 0.1), p(0.55, 0.9)]],
    [arc(0.5, 0.32, 0.25, 0.22, 180, 390) + [p(0.25, 0.9), p(0.78, 0.9)]],
    [arc(0.46, 0.3, 0.24, 0.2, 200, 450) + arc(0.46, 0.7, 0.27, 0.2, 270, 510)],
    [[p(0.62, 0.9), p(0.62, 0.1), p(0.22, 0.65), p(0.8, 0.65)]],
    [[p(0.74, 0.1), p(0.34, 0.1), p(0.3, 0.45)] + arc(0.48, 0.66, 0.26, 0.24, 225, 510)],
    [[p(0.64, 0.1), p(0.36, 0.42)] + arc(0.5, 0.67, 0.24, 0.23, 200, 560)],
    [[p(0.24, 0.1), p(0.76, 0.1), p(0.42, 0.9)]],
    [arc(0.5, 0.3, 0.2, 0.2, 90, 450), arc(0.5, 0.7, 0.25, 0.2, 270, 630)],
    [arc(0.5, 0.33, 0.24, 0.23, 0, 360) + [p(0.74, 0.4), p(0.6, 0.9)]],
  ]

  private static func p(_ x: Double, _ y: Double) -> StrokePoint { StrokePoint(x: x, y: y) }

  /// An arc between two angles, which are in degrees from the right, clockwise on the page.
  private static func arc(
    _ x: Double, _ y: Double, _ radiusX: Double, _ radiusY: Double, _ from: Double, _ to: Double
  ) -> [StrokePoint] {
    let pieces = max(4, Int((to - from) / 20))
    return (0...pieces).map { piece in
      let angle = (from + (to - from) * Double(piece) / Double(pieces)) * .pi / 180
      return p(x + radiusX * cos(angle), y + radiusY * sin(angle))
    }
  }
}
