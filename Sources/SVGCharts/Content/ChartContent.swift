/// Something that can stand in a chart: a mark, a group of marks, or a loop over data.
public protocol ChartContent {
  /// The marks it stands for, in drawing order.
  var marks: [Mark] { get }
}

/// Several pieces of chart content taken as one, so that a modifier reaches all of them.
public struct ChartGroup: ChartContent, Sendable {
  /// The marks of the group, in drawing order.
  public let marks: [Mark]

  /// Groups what the closure lists.
  public init(@ChartContentBuilder content: () -> [Mark]) { marks = content() }

  init(marks: [Mark]) { self.marks = marks }
}

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

/// Collects the content of a chart: expressions, `if`, `switch`, and `for` loops.
@resultBuilder
public enum ChartContentBuilder {
  /// Takes one piece of content.
  public static func buildExpression<Content: ChartContent>(_ content: Content) -> [Mark] { content.marks }
  /// Takes an array of content.
  public static func buildExpression<Content: ChartContent>(_ content: [Content]) -> [Mark] {
    content.flatMap { $0.marks }
  }
  /// Takes marks that another builder collected.
  public static func buildExpression(_ marks: [Mark]) -> [Mark] { marks }
  /// Joins the statements of a block.
  public static func buildBlock(_ parts: [Mark]...) -> [Mark] { parts.flatMap { $0 } }
  /// Takes the content of an `if` without an `else`.
  public static func buildOptional(_ marks: [Mark]?) -> [Mark] { marks ?? [] }
  /// Takes the first branch of an `if` or `switch`.
  public static func buildEither(first marks: [Mark]) -> [Mark] { marks }
  /// Takes the other branch of an `if` or `switch`.
  public static func buildEither(second marks: [Mark]) -> [Mark] { marks }
  /// Joins the turns of a loop.
  public static func buildArray(_ parts: [[Mark]]) -> [Mark] { parts.flatMap { $0 } }
  /// Takes content that depends on availability.
  public static func buildLimitedAvailability(_ marks: [Mark]) -> [Mark] { marks }
}
