/// A piece of LaTeX math that has been read: its statements in order.
public struct Formula: Hashable, Sendable {
  /// The text that was read.
  public let latex: String
  /// The chains in reading order; a formula without a relation is one side without relations.
  public let statements: [Statement]

  /// Reads LaTeX math, without the dollars around it.
  ///
  /// Markdown's `\_` is read as `_`. Throws `ReadingError`, which names the place and the token.
  public init(_ latex: String) throws(ReadingError) {
    try self.init(latex, functions: [])
  }

  /// Reads LaTeX math; letters in `functions` are called when parentheses follow.
  package init(_ latex: String, functions: Set<String>) throws(ReadingError) {
    var parser = try FormulaParser(latex, functions: functions)
    self.latex = latex
    statements = try parser.parseFormula()
  }
}

extension MathExpression {
  /// Reads one expression; throws when the text holds a relation or nothing.
  public init(latex: String) throws(ReadingError) {
    let formula = try Formula(latex)
    guard formula.statements.count == 1, formula.statements[0].sides.count == 1,
      formula.statements[0].relations.isEmpty
    else {
      let origin = FormulaPosition(utf8Offset: 0, line: 1, column: 1)
      throw ReadingError(problem: .expectedExpression, token: latex, position: origin)
    }
    self = formula.statements[0].sides[0].expression
  }
}
