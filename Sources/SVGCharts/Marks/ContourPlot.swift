/// Lines of equal value of a function of two variables, or the regions between them.
///
///     ContourPlot(
///       x: "w₁", y: "w₂", value: "loss", xDomain: -2...2, yDomain: -1...3, levels: .logarithmic(count: 12)
///     ) { x, y in
///       (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
///     }
public struct ContourPlot: ChartContent, Sendable {
  /// The style of the levels.
  public enum Style: Sendable {
    /// Thin lines.
    case lines
    /// Regions in the colours of a sequential ramp.
    case filled
  }

  /// The marks as data, one for each level.
  public let marks: [Mark]

  /// Levels of a function, evaluated at `resolution` × `resolution` points (2 to 400) and interpolated.
  public init(
    x: String, y: String, value: String = "value", xDomain: ClosedRange<Double>,
    yDomain: ClosedRange<Double>, levels: ContourLevels = .linear(count: 10), style: Style = .lines,
    resolution: Int = 140, function: (Double, Double) -> Double
  ) {
    let grid = ScalarGrid(xDomain: xDomain, yDomain: yDomain, resolution: resolution, function: function)
    marks = ContourPlot.marks(grid, x: x, y: y, value: value, levels: levels, style: style)
  }

  /// Levels of given values: `z[row][column]` belongs to row `y` and column `x`.
  public init(
    x: PlottableValue, y: PlottableValue, value: String = "value", z: [[Double]],
    levels: ContourLevels = .linear(count: 10), style: Style = .lines
  ) {
    let grid = ScalarGrid(
      x: (0..<x.column.count).map { x.column.number($0) },
      y: (0..<y.column.count).map { y.column.number($0) },
      z: z)
    marks = ContourPlot.marks(grid, x: x.label, y: y.label, value: value, levels: levels, style: style)
  }

  /// The lines at a level, without the specks that a fine grid produces where a valley is narrower than a cell.
  private static func lines(_ grid: ScalarGrid, level: Double) -> [[Point]] {
    let lines = MarchingSquares.lines(grid, level: level)
    guard min(grid.columns, grid.rows) >= 60 else { return lines }
    return lines.filter { $0.count >= 8 || $0.first != $0.last }
  }

  private static func marks(
    _ grid: ScalarGrid, x: String, y: String, value: String, levels: ContourLevels, style: Style
  ) -> [Mark] {
    let range = grid.range
    let values = levels.resolved(grid.values)
    var paths: [[[Point]]] = []
    if style == .filled { paths.append(MarchingSquares.rings(grid, level: -.greatestFiniteMagnitude)) }
    for level in values {
      paths.append(
        style == .filled
          ? MarchingSquares.rings(grid, level: level) : ContourPlot.lines(grid, level: level))
    }
    // The corners of the domain represent the mark when the axes are chosen.
    let channels = MarkChannels(
      x: .value(x, [grid.x.first, grid.x.last].compactMap { $0 }),
      y: .value(y, [grid.y.first, grid.y.last].compactMap { $0 }))
    if paths.isEmpty { paths.append([]) }
    return paths.enumerated().map { index, paths in
      let number = style == .filled ? index - 1 : index
      let level = ContourLevel(
        label: value, value: values.indices.contains(number) ? values[number] : range?.low ?? .nan,
        levels: values, index: index, paths: paths)
      return Mark(style == .filled ? .filledContour : .contour, channels, payload: .contour(level))
    }
  }
}
