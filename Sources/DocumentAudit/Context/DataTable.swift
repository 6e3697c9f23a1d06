import Formulas

/// Data that a table of a Markdown document gives: a column or a row of numbers with a symbol at its head.
struct DataTable {
  /// The numbers of one symbol.
  struct Series: Hashable {
    var symbol: MathSymbol
    var numbers: [WrittenDecimal]
  }

  /// A column or row with P(X = x) at its head, beside the values x.
  struct Probabilities {
    var variable: MathSymbol
    var values: [WrittenDecimal]
    var numbers: [WrittenDecimal]
    /// The row of the head, from 0.
    var row: Int
  }

  /// A column or row of cells behind its head.
  private struct Line {
    var cells: [String]
    /// The row of the head, from 0.
    var row: Int

    /// The numbers behind the head; nil if there is another cell.
    var numbers: [WrittenDecimal]? {
      let numbers = cells.dropFirst().compactMap { DataTable.number($0) }
      return numbers.count >= 2 && numbers.count == cells.count - 1 ? numbers : nil
    }
  }

  /// The last line of the table.
  let lastLine: Int
  let series: [Series]
  /// The distributions that the table gives by values and their probabilities, with the variable.
  private(set) var distributions: [(variable: MathSymbol, distribution: NamedDistribution)] = []
  /// The wrong numbers below formulas.
  private(set) var findings: [Finding] = []

  /// The tables of a text in order.
  static func tables(of text: String) -> [DataTable] {
    var found: [DataTable] = []
    var rows: [[String]] = []
    var firstLine = 1
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (position, line) in (lines + [""]).enumerated() {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("|") {
        if rows.isEmpty { firstLine = position + 1 }
        rows.append(cells(of: trimmed))
      } else if !rows.isEmpty {
        if isTotal(rows) { rows.removeLast() }
        var table = DataTable(lastLine: position, series: series(of: rows))
        let probabilities = probabilities(of: rows, table.series)
        table.distributions = probabilities.map {
          ($0.variable, NamedDistribution(values: $0.values, probabilities: $0.numbers))
        }
        let check = TableCheck(rows: rows, firstLine: firstLine)
        table.findings = check.findings + check.findings(on: probabilities)
        if !table.series.isEmpty { found.append(table) }
        rows = []
      }
    }
    return found
  }

  /// Whether the last row holds the sums of the columns.
  private static func isTotal(_ rows: [[String]]) -> Bool {
    guard rows.count >= 5, let last = rows.last, let name = last.first else { return false }
    let words = Set(name.lowercased().split { !$0.isLetter })
    if totals.contains(where: { name.contains($0) }) || !words.isDisjoint(with: ["sum", "total", "итого"]) {
      return true
    }
    let columns = last.indices.compactMap { column -> Bool? in
      let numbers = rows.dropFirst(2).map { column < $0.count ? number($0[column])?.doubleValue : nil }
      guard let total = numbers.last ?? nil else { return nil }
      let parts = numbers.dropLast().compactMap(\.self)
      return parts.count == numbers.count - 1
        && (parts.reduce(0, +) - total).magnitude <= 1e-9 * total.magnitude
    }
    return columns.count >= 2 && columns.allSatisfy { $0 }
  }

  private static let totals = ["\\sum", "∑", "Σ", "合计", "总计", "共计", "总和"]

  /// The cells between the bars. Formulas with bars inside make a row useless, because its cells do not match the others.
  private static func cells(of line: Substring) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func series(of rows: [[String]]) -> [Series] {
    lines(of: rows).compactMap { line in
      guard let numbers = line.numbers, let symbol = symbol(line.cells[0]) else { return nil }
      return Series(symbol: symbol, numbers: numbers)
    }
  }

  private static func probabilities(of rows: [[String]], _ series: [Series]) -> [Probabilities] {
    lines(of: rows).compactMap { line in
      guard let numbers = line.numbers, let head = head(line.cells[0]),
        let (variable, value) = head.variableOfProbability,
        let values = series.first(where: { $0.symbol == value && $0.numbers.count == numbers.count })
      else { return nil }
      return Probabilities(variable: variable, values: values.numbers, numbers: numbers, row: line.row)
    }
  }

  /// The columns and rows of a table without its ruler.
  private static func lines(of rows: [[String]]) -> [Line] {
    let body = rows.indices.filter { row in
      !rows[row].allSatisfy { $0.contains("-") && $0.allSatisfy { "-: ".contains($0) } }
    }
    guard body.count >= 2, case let width = rows[body[0]].count, width >= 2,
      body.allSatisfy({ rows[$0].count == width })
    else { return [] }
    return (0..<width).map { column in Line(cells: body.map { rows[$0][column] }, row: body[0]) }
      + body.map { Line(cells: rows[$0], row: $0) }
  }

  static func number(_ cell: String) -> WrittenDecimal? {
    WrittenDecimal(cell.filter { $0 != "$" })
  }

  /// The symbol of a heading such as `$x_i$` or `Score ($y$)`.
  private static func symbol(_ cell: String) -> MathSymbol? {
    if case .symbol(let symbol)? = head(cell) { symbol } else { nil }
  }

  /// The formula of a heading.
  static func head(_ cell: String) -> MathExpression? {
    let parts = cell.split(separator: "$", omittingEmptySubsequences: false)
    return parts.count == 3 ? try? MathExpression(latex: String(parts[1])) : nil
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
    for (variable, distribution) in table.distributions { distributions[variable.name] = distribution }
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
