/// Several pieces of chart content as one, so that a modifier applies to all of them.
public struct ChartGroup: ChartContent, Sendable {
  /// The marks of the group, in drawing order.
  public let marks: [Mark]

  /// Groups the content that the closure lists.
  public init(@ChartContentBuilder content: () -> [Mark]) { marks = content() }

  init(marks: [Mark]) { self.marks = marks }
}
