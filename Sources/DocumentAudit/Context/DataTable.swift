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
        table.distributions = distributions(of: rows, table.series)
        table.findings = TableCheck(rows: rows, firstLine: firstLine).findings
        table.findings += excessiveProbabilities(of: rows, firstLine)
        if !table.series.isEmpty { found.append(table) }
        rows = []
      }
    }
    return found
  }

  /// Whether the last row holds the sums of the columns.
  private static func isTotal(_ rows: [[String]]) -> Bool {
    guard rows.count >= 5, let last = rows.last, let name = last.first else { return false }
    let words = name.lowercased()
    if name.contains("Σ") || totals.contains(where: { words.contains($0) }) { return true }
    let columns = last.indices.compactMap { column -> Bool? in
      let numbers = rows.dropFirst(2).map { column < $0.count ? number($0[column])?.doubleValue : nil }
      guard let total = numbers.last ?? nil else { return nil }
      let parts = numbers.dropLast().compactMap(\.self)
      return parts.count == numbers.count - 1
        && (parts.reduce(0, +) - total).magnitude <= 1e-9 * total.magnitude
    }
    return columns.count >= 2 && columns.allSatisfy { $0 }
  }

  private static let totals = ["\\sum", "∑", "sum", "total", "合计", "总计", "共计", "总和", "итого"]

  /// The cells between the bars. Formulas with bars inside make a row useless, because its cells do not match the others.
  private static func cells(of line: Substring) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func series(of rows: [[String]]) -> [Series] {
    lines(of: rows).compactMap { cells in
      let numbers = cells.dropFirst().compactMap { number($0) }
      guard numbers.count >= 2, numbers.count == cells.count - 1, let symbol = symbol(cells[0]) else {
        return nil
      }
      return Series(symbol: symbol, numbers: numbers)
    }
  }

  /// The distributions whose probabilities stand in a column or row under P(X = x), beside the values x.
  private static func distributions(
    of rows: [[String]], _ series: [Series]
  ) -> [(variable: MathSymbol, distribution: NamedDistribution)] {
    lines(of: rows).compactMap { cells in
      let numbers = cells.dropFirst().compactMap { number($0) }
      guard numbers.count >= 2, numbers.count == cells.count - 1, let head = head(cells[0]),
        let (variable, value) = head.variableOfProbability,
        let values = series.first(where: { $0.symbol == value && $0.numbers.count == numbers.count })
      else { return nil }
      return (variable, NamedDistribution(values: values.numbers, probabilities: numbers))
    }
  }

  /// The probabilities P(X = x) of different values that add up to more than one.
  private static func excessiveProbabilities(of rows: [[String]], _ firstLine: Int) -> [Finding] {
    for (place, cells) in (rows + lines(of: rows)).enumerated() {
      let numbers = cells.dropFirst().compactMap { number($0) }
      guard numbers.count >= 2, numbers.count == cells.count - 1, let head = head(cells[0]),
        let (_, value) = head.variableOfProbability,
        let values = series(of: rows).first(where: { $0.symbol == value && $0.numbers.count == numbers.count }
        ),
        Set(values.numbers.map(\.doubleValue)).count == numbers.count
      else { continue }
      let sum = MathValue.vector(numbers.map { MathScalar($0) }).total
      // Nobody rounds probabilities to one decimal.
      let rounding = numbers.map(\.halfUnit.value).reduce(0) { $1 < 0.01 ? $0 + $1 : $0 }
      guard sum.value > 1 + rounding + 1e-9 else { continue }
      let line = firstLine + (place < rows.count ? place : 0)
      return [
        Finding(
          .arithmetic, at: DocumentPlace(line: line, column: 1),
          .discrepancy(.number(.scalar(MathScalar(1)), stated: .scalar(sum))))
      ]
    }
    return []
  }

  /// The columns and rows of a table without its ruler.
  private static func lines(of rows: [[String]]) -> [[String]] {
    let body = rows.filter { !$0.allSatisfy { $0.contains("-") && $0.allSatisfy { "-: ".contains($0) } } }
    guard body.count >= 2, let width = body.first?.count, width >= 2, body.allSatisfy({ $0.count == width })
    else {
      return []
    }
    return (0..<width).map { column in body.map { $0[column] } } + body
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
