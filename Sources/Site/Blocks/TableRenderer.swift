import GFM

/// Shows tables of values, with numbers aligned at the decimal point.
enum TableRenderer {
  /// A table with a header row.
  static func html(columns: [String], rows: [[String]], words: Words = .english) -> String {
    let isNumeric = columns.indices.map { column in
      rows.allSatisfy { column < $0.count && (isNumber($0[column]) || isGap($0[column])) }
        && rows.contains { column < $0.count && isNumber($0[column]) }
    }
    let header = zip(columns, isNumeric)
      .map { title, isNumeric in
        // An empty cell is the head of nothing.
        if title.isEmpty { return "<td></td>" }
        return "<th scope=\"col\"\(isNumeric ? " class=\"number\"" : "")>\(escapeHTML(title))</th>"
      }
      .joined()
    let cells = columns.indices.map { column in
      let texts = rows.map { $0[column] }
      return isNumeric[column] ? numberCells(texts) : texts.map { "<td>\(escapeHTML($0))</td>" }
    }
    let body = rows.indices.map { row in "<tr>\(cells.map { $0[row] }.joined())</tr>" }
    return scrolling(
      "<table><thead><tr>\(header)</tr></thead>\n<tbody>\(body.joined(separator: "\n"))</tbody></table>",
      words)
  }

  private static func isNumber(_ cell: String) -> Bool { Double(cell) != nil }

  /// Whether a cell says that there is no number.
  private static func isGap(_ cell: String) -> Bool { ["", "-", "–", "—", "n/a"].contains(cell) }

  /// A matrix between brackets.
  static func matrix(_ rows: [[String]], words: Words = .english) -> String {
    let cells = (rows.first ?? []).indices.map { column in numberCells(rows.map { $0[column] }) }
    let body = rows.indices.map { row in "<tr>\(cells.map { $0[row] }.joined())</tr>" }
    return scrolling("<table class=\"matrix\"><tbody>\(body.joined(separator: "\n"))</tbody></table>", words)
  }

  /// Puts a table into a box that scrolls by itself. `tabindex` lets the keyboard scroll it, too.
  private static func scrolling(_ table: String, _ words: Words) -> String {
    "<div class=\"scrolling\" tabindex=\"0\" role=\"group\" aria-label=\"\(escapeHTML(words[.aTable]))\">\(table)</div>"
  }

  /// Right-aligned cells. The style sheet appends `data-padding` as invisible text, so that the decimal points align.
  private static func numberCells(_ numbers: [String]) -> [String] {
    // Powers of ten have no common place for the point.
    let isScientific = numbers.contains { $0.contains("e") && isNumber($0) }
    let fractions = numbers.map { number in
      isScientific || !isNumber(number) ? 0 : number.firstIndex(of: ".").map { number[$0...].count } ?? 0
    }
    let widest = fractions.max() ?? 0
    return zip(numbers, fractions).map { number, fraction in
      let point = fraction == 0 && widest > 0 ? "." : ""
      let zeros = String(repeating: "0", count: widest - fraction - point.count)
      let isPadded = widest > fraction && Double(number)?.isFinite == true
      let padding = isPadded ? " data-padding=\"\(point)\(zeros)\"" : ""
      return "<td class=\"number\"\(padding)>\(NumberFormat.html(number))</td>"
    }
  }
}
