/// Content for each element of a collection, as an expression.
///
///     ForEach(runs) { run in
///       LineMark(x: .value("step", run.steps), y: .value("loss", run.losses))
///         .foregroundStyle(by: .value("optimizer", run.name))
///     }
public struct ForEach: ChartContent, Sendable {
  /// The marks of all elements, in order.
  public let marks: [Mark]

  /// Builds content for each element in turn.
  public init<Data: Sequence>(
    _ data: Data, @ChartContentBuilder content: (Data.Element) -> [Mark]
  ) {
    marks = data.flatMap { content($0) }
  }
}
