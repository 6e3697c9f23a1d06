/// A position in the drawing, in points; y grows downwards. Contours also use it for positions in the data.
struct Point: Sendable, Equatable {
  var x: Double
  var y: Double

  func distance(to other: Point) -> Double {
    let (dx, dy) = (x - other.x, y - other.y)
    return (dx * dx + dy * dy).squareRoot()
  }
}
