/// Something that can stand in a chart: a mark, a group of marks, or a loop over data.
public protocol ChartContent {
  /// The marks it stands for, in drawing order.
  var marks: [Mark] { get }
}
