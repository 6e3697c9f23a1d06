/// The content of a chart: a mark, a group of marks, or a loop over data.
public protocol ChartContent {
  /// The marks of the content, in drawing order.
  var marks: [Mark] { get }
}
