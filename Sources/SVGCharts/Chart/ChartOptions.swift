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
  /// How many charts stand side by side, when the chart is made of charts.
  var panelColumns: Int?
}
