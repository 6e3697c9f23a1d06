/// The spread of samples: a box from the first to the third quartile with the median, whiskers to the
/// farthest values within 1.5 box heights, and the values beyond as points.
public struct BoxMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// One box for each distinct x, from all y values there. Boxes are horizontal when y is a category and x a number.
  public init(x: PlottableValue, y: PlottableValue) {
    let isHorizontal = y.column.isCategorical && !x.column.isCategorical
    let (places, values) = isHorizontal ? (y, x) : (x, y)
    var order = CategoryIndex()
    var samples: [[Double]] = []
    var data: [Datum] = []
    for row in 0..<max(places.column.count, values.column.count) {
      let index = order.insert(places.column.text(row))
      if index == samples.count {
        samples.append([])
        data.append(places.column.datum(row))
      }
      samples[index].append(values.column.number(row))
    }
    let boxes = samples.map(FiveNumbers.init)
    let at = PlottableValue(label: places.label, column: DataColumn(data))
    let column: ([Double]) -> PlottableValue = { .value(values.label, $0) }
    let (low, high) = (column(boxes.map { $0.firstQuartile }), column(boxes.map { $0.thirdQuartile }))
    var box = Mark(
      .box,
      isHorizontal ? MarkChannels(x: low, y: at, xEnd: high) : MarkChannels(x: at, y: low, yEnd: high))
    box.channels.lower = column(boxes.map { $0.lower })
    box.channels.upper = column(boxes.map { $0.upper })
    box.channels.middle = column(boxes.map { $0.median })
    let outlierPlaces = zip(data, boxes).flatMap { place, box in box.outliers.map { _ in place } }
    let outliers = column(boxes.flatMap { $0.outliers })
    let outlierAt = PlottableValue(label: places.label, column: DataColumn(outlierPlaces))
    var points = Mark(
      .point,
      isHorizontal ? MarkChannels(x: outliers, y: outlierAt) : MarkChannels(x: outlierAt, y: outliers))
    points.payload = .detail
    points.style.symbolSize = 12
    marks = outliers.column.count == 0 ? [box] : [box, points]
  }
}
