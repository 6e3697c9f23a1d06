import GFM

/// Shows tables of values, with numbers aligned at the decimal point.
enum TableRenderer {
  /// A table with a header row.
  static func html(columns: [String], rows: [[String]], words: Words = .english) -> String {
    let isNumeric = columns.indices.map { column in
      rows.allSatisfy { column < $0.count && (Double($0[column]) != nil || $0[column].isEmpty) }
    }
    let header = zip(columns, isNumeric)
      .map { "<th scope=\"col\"\($1 ? " class=\"number\"" : "")>\(escapeHTML($0))</th>" }
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
    let fractions = numbers.map { number in
      number.firstIndex { ".e".contains($0) }.map { number[$0...].count } ?? 0
    }
    let widest = fractions.max() ?? 0
    return zip(numbers, fractions).map { number, fraction in
      let point = fraction == 0 && widest > 0 ? "." : ""
      let zeros = String(repeating: "0", count: widest - fraction - point.count)
      let padding = widest > fraction ? " data-padding=\"\(point)\(zeros)\"" : ""
      return "<td class=\"number\"\(padding)>\(escapeHTML(number.replacing("-", with: "−")))</td>"
    }
  }
}
