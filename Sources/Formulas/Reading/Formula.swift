/// A piece of LaTeX math, read into statements.
public struct Formula: Hashable, Sendable {
  /// The text that was read.
  public let latex: String
  /// The chains in reading order. A formula without a relation is a statement with one side.
  public let statements: [Statement]

  /// Reads LaTeX math, without the dollars around it.
  ///
  /// Reads Markdown's `\_` as `_`. Throws a `ReadingError` with the position and the token of the problem.
  public init(_ latex: String) throws(ReadingError) {
    try self.init(latex, functions: [])
  }

  /// Reads LaTeX math; parentheses after a letter in `functions` are a call.
  package init(_ latex: String, functions: Set<String>) throws(ReadingError) {
    var parser = try FormulaParser(latex, functions: functions)
    self.latex = latex
    statements = try parser.parseFormula()
  }
}

extension MathExpression {
  /// Reads one expression; throws unless the text is exactly one expression without a relation.
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
