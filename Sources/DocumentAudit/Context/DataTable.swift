import Formulas

/// Data that a table of a Markdown document gives: a column or a row of numbers with a symbol at its head.
struct DataTable {
  /// The numbers of one symbol.
  struct Series: Hashable {
    var symbol: MathSymbol
    var numbers: [WrittenDecimal]
  }

  /// The last line of the table.
  let lastLine: Int
  let series: [Series]

  /// The tables of a text in order.
  static func tables(of text: String) -> [DataTable] {
    var found: [DataTable] = []
    var rows: [[String]] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (position, line) in (lines + [""]).enumerated() {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("|") {
        rows.append(cells(of: trimmed))
      } else if !rows.isEmpty {
        let table = DataTable(lastLine: position, series: series(of: rows))
        if !table.series.isEmpty { found.append(table) }
        rows = []
      }
    }
    return found
  }

  /// The cells between the bars. Formulas with bars inside make a row useless, because its cells do not match the others.
  private static func cells(of line: Substring) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func series(of rows: [[String]]) -> [Series] {
    let body = rows.filter { !$0.allSatisfy { $0.contains("-") && $0.allSatisfy { "-: ".contains($0) } } }
    guard body.count >= 2, let width = body.first?.count, width >= 2, body.allSatisfy({ $0.count == width })
    else {
      return []
    }
    let columns = (0..<width).map { column in body.map { $0[column] } }
    return (columns + body).compactMap { cells in
      let numbers = cells.dropFirst().compactMap { number($0) }
      guard numbers.count >= 2, numbers.count == cells.count - 1, let symbol = symbol(cells[0]) else {
        return nil
      }
      return Series(symbol: symbol, numbers: numbers)
    }
  }

  private static func number(_ cell: String) -> WrittenDecimal? {
    WrittenDecimal(cell.filter { $0 != "$" })
  }

  /// The symbol of a heading such as `$x_i$` or `Score ($y$)`.
  private static func symbol(_ cell: String) -> MathSymbol? {
    let parts = cell.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 3, case .symbol(let symbol)? = try? MathExpression(latex: String(parts[1])) else {
      return nil
    }
    return symbol
  }
}

extension FormulaEnvironment {
  /// Forgets the members that a table of the part before has given. Its means may still be computed, but a statement in
  /// another part may speak of other data.
  mutating func leave(_ tables: [DataTable]) {
    recentSamples = []
    for series in tables.flatMap(\.series) where series.symbol.timeIndex?.offset == 0 {
      for position in series.numbers.indices {
        forget(.symbol(series.symbol.with(subscripts: [.integer(position + 1)])))
      }
    }
  }

  /// Notes the data of a table: the members x_1, x_2, … of x_i, and the mean of the data under x̄.
  mutating func note(_ table: DataTable) {
    for series in table.series {
      let values = series.numbers.map { MathScalar($0) }
      let isIndexed = series.symbol.subscripts.count == 1 && series.symbol.timeIndex?.offset == 0
      let family = isIndexed ? series.symbol.with(subscripts: []) : series.symbol
      samples[family.name] = values
      recentSamples.insert(family.name)
      guard isIndexed else { continue }
      for (position, value) in values.enumerated() {
        assign(.scalar(value), to: .symbol(family.with(subscripts: [.integer(position + 1)])))
      }
    }
  }
}
