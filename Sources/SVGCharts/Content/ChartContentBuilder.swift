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
