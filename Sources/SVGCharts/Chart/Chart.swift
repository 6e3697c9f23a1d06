/// A figure made of marks: a value that can be drawn as SVG, described in words, and asked for its data.
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
/// The spelling follows Apple's Swift Charts; a chart is `Sendable`, draws the same bytes each time, and
/// imports nothing.
public struct Chart: Sendable {
  let marks: [Mark]
  /// The charts of which this one is made, when it is a composition.
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

  /// Several charts in one figure, side by side as far as there is room, at most `columns` in a row.
  /// Title and caption stand over and under all of them.
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
