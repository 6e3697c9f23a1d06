/// Everything about a chart that is not data.
struct ChartOptions: Sendable {
  var title: String?
  var subtitle: String?
  var caption: String?
  var descriptionText: String?
  var width = 640.0
  var height: Double?
  var x = AxisOptions()
  var y = AxisOptions()
  var legend = Visibility.automatic
  var legendTitle: String?
  var categoryDomain: [String] = []
  var categoryColors: [ChartColor] = []
  var colorOptions = ColorOptions()
  var facetColumns: Int?
  /// The largest number of charts in a row, when the chart is composed of charts.
  var panelColumns: Int?
}
