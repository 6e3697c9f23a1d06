/// The rows and columns of a displayed formula as printed, so that each row can show its verdict.
package struct PrintedRows: Hashable, Sendable {
  /// One row.
  package struct Row: Hashable, Sendable {
    /// The LaTeX between the `&` signs.
    package var cells: [String]
    /// The range of the row in the formula, in UTF-8 bytes.
    package var range: Range<Int>
  }

  /// The rows that are not empty.
  package private(set) var rows: [Row] = []

  /// Splits a formula at `\\` and `&` outside of braces and inner environments, without the environment around it.
  package init(_ latex: String) throws(ReadingError) {
    var lexer = FormulaLexer(latex)
    let tokens = try lexer.tokenize()
    var cells: [String] = []
    var cell: [UInt8] = []
    var rowStart = 0
    var depth = 0
    /// The end of the bytes taken so far.
    var end = 0

    func take(upTo token: Token) {
      cell += lexer.bytes[end..<token.start]
      end = token.end
    }
    func endCell(at token: Token) {
      take(upTo: token)
      cells.append(FormulaLexer.trimmed(cell))
      cell = []
    }
    func endRow(at token: Token) {
      endCell(at: token)
      if cells.contains(where: { !$0.isEmpty }) {
        rows.append(Row(cells: cells, range: rowStart..<token.end))
      }
      cells = []
      rowStart = token.end
    }

    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .text("begin", let name) where index == 0 && Self.isTakenOff(name): end = token.end
      case .text("begin", _), .open: depth += 1
      case .text("end", _) where depth == 0: take(upTo: token)
      case .text("end", _), .close: depth -= 1
      case .align where depth == 0: endCell(at: token)
      case .rowBreak where depth == 0: endRow(at: token)
      case .end: endRow(at: token)
      default: break
      }
    }
  }

  /// Whether an outermost environment is removed; not `alignat`, because its number of columns follows it.
  private static func isTakenOff(_ environment: String) -> Bool {
    Vocabulary.displays.contains(environment) && !["alignat", "alignat*", "alignedat"].contains(environment)
  }

  /// The index of the row that contains a byte of the formula.
  package func row(at offset: Int) -> Int? { rows.firstIndex { $0.range.contains(offset) } }
}
