/// Lines along which interpolated values of a grid equal a level (Lorensen and Cline 1987, in the plane).
struct MarchingSquares {
  let grid: ScalarGrid
  let level: Double
  /// True to treat a node without a value as one below every level; otherwise its cells are left out.
  let closesGaps: Bool
  /// For each edge of the grid on which a line enters a cell, the edge on which it leaves.
  private var next: [Int: Int] = [:]

  /// Closed rings around the nodes at or above a level, for filling by the even-odd rule.
  static func rings(_ grid: ScalarGrid, level: Double) -> [[Point]] {
    MarchingSquares(grid.padded, level: level, closesGaps: true).lines().map { $0.points }
  }

  /// Lines at a level; a closed one ends where it begins.
  static func lines(_ grid: ScalarGrid, level: Double) -> [[Point]] {
    MarchingSquares(grid, level: level, closesGaps: false).lines().map { line in
      line.isClosed ? line.points + line.points.prefix(1) : line.points
    }
  }

  private init(_ grid: ScalarGrid, level: Double, closesGaps: Bool) {
    self.grid = grid
    self.level = level
    self.closesGaps = closesGaps
    guard grid.columns > 1, grid.rows > 1 else { return }
    for row in 0..<(grid.rows - 1) {
      for column in 0..<(grid.columns - 1) { march(column, row) }
    }
  }

  private func isInside(_ value: Double) -> Bool { value >= level }

  /// Each edge has a number: two for every node, one along x and one along y.
  private func edge(_ column: Int, _ row: Int, isVertical: Bool) -> Int {
    (row * grid.columns + column) * 2 + (isVertical ? 1 : 0)
  }

  private mutating func march(_ column: Int, _ row: Int) {
    // Corners in turn: bottom left, bottom right, top right, top left.
    let a = grid.value(column, row)
    let b = grid.value(column + 1, row)
    let c = grid.value(column + 1, row + 1)
    let d = grid.value(column, row + 1)
    if !closesGaps && !(a.isFinite && b.isFinite && c.isFinite && d.isFinite) { return }
    let bottom = edge(column, row, isVertical: false)
    let top = edge(column, row + 1, isVertical: false)
    let left = edge(column, row, isVertical: true)
    let right = edge(column + 1, row, isVertical: true)
    let bits = (isInside(a) ? 1 : 0) + (isInside(b) ? 2 : 0) + (isInside(c) ? 4 : 0) + (isInside(d) ? 8 : 0)
    // The inside is on the left of the line's direction.
    switch bits {
    case 1: next[bottom] = left
    case 2: next[right] = bottom
    case 3: next[right] = left
    case 4: next[top] = right
    case 6: next[top] = bottom
    case 7: next[top] = left
    case 8: next[left] = top
    case 9: next[bottom] = top
    case 11: next[right] = top
    case 12: next[left] = right
    case 13: next[bottom] = right
    case 14: next[left] = bottom
    case 5, 10:
      // A saddle: the mean decides which corners are joined.
      let mean = (a + b + c + d) / 4
      let joins = isInside(mean)
      if bits == 5 {
        (next[bottom], next[top]) = joins ? (right, left) : (left, right)
      } else {
        (next[left], next[right]) = joins ? (bottom, top) : (top, bottom)
      }
    default: break
    }
  }

  private func lines() -> [(points: [Point], isClosed: Bool)] {
    var lines: [(points: [Point], isClosed: Bool)] = []
    let targets = Set(next.values)
    var used = Set<Int>()
    // Open lines come first; they start at edges that no edge leads to. Rings follow. Sorting fixes the order.
    let edges = next.keys.sorted()
    for start in edges.filter({ !targets.contains($0) }) + edges where !used.contains(start) {
      var points: [Point] = []
      var edge = start
      var isClosed = false
      while true {
        points.append(place(edge))
        used.insert(edge)
        guard let following = next[edge] else { break }
        if following == start {
          isClosed = true
          break
        }
        if used.contains(following) { break }
        edge = following
      }
      if points.count > 1 { lines.append((points, isClosed)) }
    }
    return lines
  }

  private func place(_ edge: Int) -> Point {
    let node = edge / 2
    let (column, row) = (node % grid.columns, node / grid.columns)
    let isVertical = edge % 2 == 1
    let first = grid.value(column, row)
    let second = isVertical ? grid.value(column, row + 1) : grid.value(column + 1, row)
    var part = (level - first) / (second - first)
    // Next to a node without a value, the line passes through the node that has one.
    if !second.isFinite {
      part = 0
    } else if !first.isFinite {
      part = 1
    } else if !part.isFinite {
      part = 0.5
    }
    let mix: (Double, Double) -> Double = { $0 * (1 - part) + $1 * part }
    return isVertical
      ? Point(x: grid.x[column], y: mix(grid.y[row], grid.y[row + 1]))
      : Point(x: mix(grid.x[column], grid.x[column + 1]), y: grid.y[row])
  }
}
