/// A place in the drawing, in points; y grows downwards.
struct Point: Sendable, Equatable {
  var x: Double
  var y: Double
}

/// An upright rectangle in the drawing.
struct Rectangle: Sendable, Equatable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var maxX: Double { x + width }
  var maxY: Double { y + height }
}

/// A path as a list of commands.
struct PathData: Sendable, Equatable {
  enum Command: Sendable, Equatable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, to: Point)
    case close
  }

  var commands: [Command] = []

  /// Straight lines through the points.
  init(_ points: [Point] = [], isClosed: Bool = false) {
    commands.reserveCapacity(points.count + 1)
    for (index, point) in points.enumerated() { commands.append(index == 0 ? .move(point) : .line(point)) }
    if isClosed && !points.isEmpty { commands.append(.close) }
  }

  /// True for the path of a single point.
  var isOnePlace: Bool {
    guard commands.count == 2, case .move(let start) = commands[0], case .line(let end) = commands[1] else {
      return false
    }
    return start == end
  }

  mutating func append(_ other: PathData) { commands += other.commands }
}
