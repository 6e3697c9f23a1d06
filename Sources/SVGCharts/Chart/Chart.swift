/// A figure made of marks. It can be drawn as SVG, described in words, and exported as data.
///
///     Chart {
///       for run in runs {
///         LineMark(x: .value("step", run.steps), y: .value("loss", run.losses))
///           .foregroundStyle(by: .value("optimizer", run.name))
///       }
///     }
///     .chartYScale(type: .log)
///     .chartTitle("RMSProp needs a tenth of the steps")
///
/// The API follows Apple's Swift Charts. A chart is `Sendable`, its SVG is the same bytes each time, and it
/// needs no graphics library.
public struct Chart: Sendable {
  let marks: [Mark]
  /// The charts that this chart is composed of; empty for a single chart.
  let panels: [Chart]
  var options = ChartOptions()

  /// A chart of the marks that the closure lists, drawn in that order.
  public init(@ChartContentBuilder content: () -> [Mark]) {
    marks = content()
    panels = []
  }

  /// A chart with content for each element of a collection.
  public init<Data: Sequence>(_ data: Data, @ChartContentBuilder content: (Data.Element) -> [Mark]) {
    marks = data.flatMap { content($0) }
    panels = []
  }

  /// Several charts in one figure, with at most `columns` charts in a row, or fewer when they do not fit.
  /// The title is above all of them and the caption below.
  public init(columns: Int? = nil, charts: [Chart]) {
    marks = []
    panels = charts
    options.panelColumns = columns.map { max(1, $0) }
  }

  func with(_ change: (inout ChartOptions) -> Void) -> Chart {
    var copy = self
    change(&copy.options)
    return copy
  }
}
