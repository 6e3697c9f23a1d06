/// Rows that are drawn together: one line, one set of points. Categories on an axis are already indices.
struct DataSeries: Sendable {
  let shape: MarkShape
  /// The name that readers see; empty when nothing distinguishes the series.
  var name: String
  /// The name in a legend, which series that look the same share.
  var legendName = ""
  let xLabel: String
  let yLabel: String
  let style: MarkStyle
  let payload: MarkPayload
  var color: ChartColor
  let symbol: ChartSymbol
  let dash: [Double]
  let facet: String?
  /// The position within a band, from 0.
  var position = 0

  var x: [Double] = []
  var y: [Double] = []
  var xEnd: [Double] = []
  var yEnd: [Double] = []
  var deltaX: [Double] = []
  var deltaY: [Double] = []
  var lower: [Double] = []
  var upper: [Double] = []
  var middle: [Double] = []
  /// The values by which rows are coloured.
  var values: [Double] = []
  var texts: [String] = []
  /// Where a stacked bar or area begins and ends; empty when the series is not stacked.
  var stackStart: [Double] = []
  var stackEnd: [Double] = []

  /// True when bars and boxes are horizontal.
  var isHorizontal = false

  var rowCount: Int { max(x.count, y.count, xEnd.count, yEnd.count) }

  var stacking: MarkStackingMethod? {
    if case .stacking(let method) = payload { method } else { nil }
  }

  /// True when another series represents this one in the legend and the description.
  var isDetail: Bool {
    if case .detail = payload { true } else { false }
  }

  var showsSymbols: Bool { shape == .point || style.symbol != nil || style.symbolBy != nil }

  /// The name for descriptions and exports: the series name, or else the facet or the label of y.
  var displayName: String { name.isEmpty ? (facet ?? yLabel) : name }
}
