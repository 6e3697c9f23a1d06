/// A matrix as coloured cells; the first row is at the top.
public struct HeatMap: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// Cells of `rows`, named by `x` (one name or number for each column) and `y` (one for each row).
  /// `label` names the values. Rows may differ in length.
  public init(_ label: String, rows: [[Double]], x: PlottableValue? = nil, y: PlottableValue? = nil) {
    let columns = x ?? .value("column", 0..<(rows.map { $0.count }.max() ?? 0))
    let lines = y ?? .value("row", (0..<rows.count).map { String($0) })
    var data: (x: [Datum], y: [Datum], value: [Double]) = ([], [], [])
    for (row, values) in rows.enumerated() where row < lines.column.count {
      for (column, value) in values.enumerated() where column < columns.column.count {
        data.x.append(columns.column.datum(column))
        data.y.append(lines.column.datum(row))
        data.value.append(value)
      }
    }
    var mark = Mark(
      .rectangle,
      MarkChannels(
        x: PlottableValue(label: columns.label, column: DataColumn(data.x)),
        y: PlottableValue(label: lines.label, column: DataColumn(data.y))))
    mark.style.colorBy = .value(label, data.value)
    marks = [mark]
  }
}
