/// A path as a list of commands.
struct PathData: Sendable, Equatable {
  enum Command: Sendable, Equatable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, to: Point)
    case close
    /// A whole closed rectangle.
    case rectangle(Rectangle)
  }

  var commands: [Command] = []

  var isEmpty: Bool { commands.isEmpty }

  /// Straight lines through the points.
  init(_ points: [Point] = [], isClosed: Bool = false) {
    commands.reserveCapacity(points.count + 1)
    for (index, point) in points.enumerated() { commands.append(index == 0 ? .move(point) : .line(point)) }
    if isClosed && !points.isEmpty { commands.append(.close) }
  }

  /// The outline of a rectangle.
  init(_ rectangle: Rectangle) {
    commands = [.rectangle(rectangle)]
  }

  mutating func append(_ other: PathData) { commands += other.commands }

  /// Appends another path with a straight line, so that both enclose a region.
  mutating func connect(_ other: PathData) {
    for (index, command) in other.commands.enumerated() {
      if index == 0, case .move(let point) = command {
        commands.append(.line(point))
      } else {
        commands.append(command)
      }
    }
  }

  /// The path from its end to its start. It must be a single open path.
  var reversed: PathData {
    var points: [Point] = []
    for command in commands {
      switch command {
      case .move(let point), .line(let point), .curve(_, _, let point): points.append(point)
      case .close, .rectangle: break
      }
    }
    guard let last = points.last else { return self }
    var result = PathData([last])
    for index in stride(from: commands.count - 1, to: 0, by: -1) {
      if case .curve(let first, let second, _) = commands[index] {
        result.commands.append(.curve(second, first, to: points[index - 1]))
      } else {
        result.commands.append(.line(points[index - 1]))
      }
    }
    return result
  }
}
