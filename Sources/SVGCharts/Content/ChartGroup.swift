/// Several pieces of chart content taken as one, so that a modifier reaches all of them.
public struct ChartGroup: ChartContent, Sendable {
  /// The marks of the group, in drawing order.
  public let marks: [Mark]

  /// Groups what the closure lists.
  public init(@ChartContentBuilder content: () -> [Mark]) { marks = content() }

  init(marks: [Mark]) { self.marks = marks }
}
