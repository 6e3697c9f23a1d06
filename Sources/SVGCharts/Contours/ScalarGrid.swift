/// Values of a function of two variables at the nodes of a grid.
struct ScalarGrid: Sendable {
  /// Ascending coordinates of the columns.
  var x: [Double]
  /// Ascending coordinates of the rows.
  var y: [Double]
  /// values[row · columns + column]; NaN where the function has no value.
  var values: [Double]

  var columns: Int { x.count }
  var rows: Int { y.count }

  func value(_ column: Int, _ row: Int) -> Double { values[row * columns + column] }

  /// The smallest and the greatest finite value; nil when there are none.
  var range: (low: Double, high: Double)? {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    return low <= high ? (low, high) : nil
  }

  /// The function at the nodes of an even grid.
  init(
    xDomain: ClosedRange<Double>, yDomain: ClosedRange<Double>, resolution: Int,
    function: (Double, Double) -> Double
  ) {
    let count = min(400, max(2, resolution))
    x = ScalarGrid.nodes(xDomain, count)
    y = ScalarGrid.nodes(yDomain, count)
    values = []
    values.reserveCapacity(count * count)
    for row in y {
      for column in x { values.append(function(column, row)) }
    }
  }

  /// Given values, `z[row][column]`. Missing values are NaN. Rows and columns are sorted in ascending order.
  init(x: [Double], y: [Double], z: [[Double]]) {
    let columnOrder = x.indices.filter { x[$0].isFinite }.ordered { x[$0] }
    let rowOrder = y.indices.filter { y[$0].isFinite }.ordered { y[$0] }
    self.x = columnOrder.map { x[$0] }
    self.y = rowOrder.map { y[$0] }
    values = rowOrder.flatMap { row in
      columnOrder.map { column in
        z.indices.contains(row) && z[row].indices.contains(column) ? z[row][column] : .nan
      }
    }
  }

  static func nodes(_ domain: ClosedRange<Double>, _ count: Int) -> [Double] {
    (0..<count).map { index in
      let part = Double(index) / Double(count - 1)
      return domain.lowerBound * (1 - part) + domain.upperBound * part
    }
  }

  /// The grid with one more node on every side, at the coordinates of the border and without a value, so that
  /// regions are closed along the border.
  var padded: ScalarGrid {
    guard let firstX = x.first, let lastX = x.last, let firstY = y.first, let lastY = y.last else {
      return self
    }
    var grid = self
    grid.x = [firstX] + x + [lastX]
    grid.y = [firstY] + y + [lastY]
    let empty = [Double](repeating: .nan, count: columns + 2)
    grid.values = empty
    for row in 0..<rows {
      grid.values.append(.nan)
      grid.values += values[(row * columns)..<((row + 1) * columns)]
      grid.values.append(.nan)
    }
    grid.values += empty
    return grid
  }
}
