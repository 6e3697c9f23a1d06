extension MathExtractor {
  /// Skips the arguments of a table: its width, its place, its columns. Columns such as `>{$}c<{$}` hold the signs of a
  /// formula, but no formula.
  mutating func skipColumns(of environment: String) {
    guard let count = Self.tables[environment] else { return }
    skipGroups(count)
  }

  /// Skips the number of columns and their form: `\multicolumn{2}{>{$}c<{$}}`. The text of the cell is read.
  mutating func skipMulticolumn() {
    skip(to: index + 1 + "multicolumn".utf8.count)
    skipGroups(2)
  }

  /// Skips groups in braces, and all groups in brackets before and between them.
  private mutating func skipGroups(_ count: Int) {
    var rest = count
    while rest > 0, peek() == UInt8(ascii: "[") || peek() == UInt8(ascii: "{"),
      let end = groupEnd(at: index)
    {
      if peek() == UInt8(ascii: "{") { rest -= 1 }
      skip(to: end)
    }
  }

  /// The number of arguments in braces of each environment that is a table.
  private static let tables = [
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "tabu": 1, "longtable": 1, "longtabu": 1,
    "xltabular": 2, "supertabular": 1, "supertabular*": 2, "NiceTabular": 1, "tblr": 1, "longtblr": 1,
  ]
}
