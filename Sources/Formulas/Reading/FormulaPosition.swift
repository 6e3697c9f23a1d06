/// A position in the LaTeX text of a formula.
public struct FormulaPosition: Hashable, Sendable, CustomStringConvertible {
  /// The distance from the beginning in UTF-8 bytes.
  public var utf8Offset: Int
  /// The line, from 1.
  public var line: Int
  /// The column in UTF-8 bytes, from 1.
  public var column: Int

  /// Creates a position; `line` and `column` count from 1.
  public init(utf8Offset: Int, line: Int, column: Int) {
    self.utf8Offset = utf8Offset
    self.line = line
    self.column = column
  }

  /// `line:column`.
  public var description: String { "\(line):\(column)" }
}
