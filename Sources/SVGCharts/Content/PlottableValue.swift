/// Labelled data for one channel of a mark: a single value, or one for each row.
///
///     LineMark(x: .value("step", steps), y: .value("loss", losses))
///     PointMark(x: .value("step", 3), y: .value("loss", 0.25))
///
/// The label names the axis or the legend. A single value beside an array is repeated for every row.
public struct PlottableValue: Sendable {
  /// The name of the values, with their unit: "loss", "time (s)".
  public let label: String
  let column: DataColumn

  init(label: String, column: DataColumn) {
    self.label = label
    self.column = column
  }

  /// One labelled value.
  public static func value<Value: Plottable>(_ label: String, _ value: Value) -> PlottableValue {
    PlottableValue(label: label, column: DataColumn(CollectionOfOne(value)))
  }

  /// One labelled value for each row.
  @specialized(where Values == [Double])
  @specialized(where Values == [Float])
  @specialized(where Values == [Int])
  @specialized(where Values == Range<Int>)
  @specialized(where Values == ClosedRange<Int>)
  public static func value<Values: Sequence>(_ label: String, _ values: Values) -> PlottableValue
  where Values.Element: Plottable {
    PlottableValue(label: label, column: DataColumn(values))
  }
}
