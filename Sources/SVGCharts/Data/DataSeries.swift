/// Rows that are drawn together: one line, one set of points. Categories on an axis are already indices.
struct DataSeries: Sendable {
  let shape: MarkShape
  /// The series as a reader would name it.
  var name: String
  let xLabel: String
  let yLabel: String
  let style: MarkStyle
  let color: ChartColor
  let symbol: ChartSymbol
  let dash: [Double]
  let facet: String?
  /// True when the rows came from one mark with arrays, so that nothing more is to join them.
  let isComplete: Bool
  var x: [Double] = []
  var y: [Double] = []
  var xEnd: [Double] = []
  var yEnd: [Double] = []
}
