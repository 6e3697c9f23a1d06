/// Arrows on a grid that show direction and relative size of a vector at each place, such as a gradient.
public struct VectorFieldPlot: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// Arrows at `count` × `count` places (2 to 60); the longest reaches to its neighbour.
  public init(
    x: String, y: String, xDomain: ClosedRange<Double>, yDomain: ClosedRange<Double>, count: Int = 16,
    function: (Double, Double) -> (Double, Double)
  ) {
    let nodes = min(60, max(2, count))
    var data: (x: [Double], y: [Double], dx: [Double], dy: [Double]) = ([], [], [], [])
    for row in ScalarGrid.nodes(yDomain, nodes) {
      for column in ScalarGrid.nodes(xDomain, nodes) {
        let (dx, dy) = function(column, row)
        data.x.append(column)
        data.y.append(row)
        data.dx.append(dx)
        data.dy.append(dy)
      }
    }
    self.init(x: .value(x, data.x), y: .value(y, data.y), dx: data.dx, dy: data.dy)
  }

  /// Arrows at given places.
  public init(x: PlottableValue, y: PlottableValue, dx: [Double], dy: [Double]) {
    var mark = Mark(.vectors, MarkChannels(x: x, y: y))
    mark.channels.deltaX = .value("change of " + x.label, dx)
    mark.channels.deltaY = .value("change of " + y.label, dy)
    marks = [mark]
  }
}
