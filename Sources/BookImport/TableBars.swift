/// The bars in formulas and code of a table's row. GitHub would end the cell there, and text would be lost.
enum TableBars {
  /// Writes other signs for such bars. In a row that still has more cells than its table has columns, the last cells
  /// are joined.
  ///
  /// - Returns: The numbers of the lines with joined cells, and the remarks on them.
  static func protect(_ lines: inout [ChapterTranslator.Line]) -> [(line: Int, problem: ImportRemark.Problem)]
  {
    guard lines.contains(where: { $0.text.contains("|") }) else { return [] }
    var joined: [(line: Int, problem: ImportRemark.Problem)] = []
    var fence: Fence?
    var index = 1
    while index < lines.count {
      if let open = fence {
        if lines[index].text.trimmingSpaces.hasPrefix(open.mark) { fence = nil }
      } else if let begun = Fence(lines[index].text) {
        fence = begun
      } else if isDelimiter(lines[index].text) {
        let columns = cells(lines[index].text[...])
        var row = index - 1
        while row < lines.count, row == index || lines[row].text.contains("|") {
          if row != index {
            lines[row].text = protected(lines[row].text, columns: columns)
            let count = cells(lines[row].text[...])
            if row > index, count > columns {
              joined.append((lines[row].number, .cellsJoined(count: count, columns: columns)))
              lines[row].text = joinedCells(lines[row].text, columns: columns)
            }
          }
          row += 1
        }
        index = row
        continue
      }
      index += 1
    }
    return joined
  }

  /// The row with escaped bars behind its last column.
  private static func joinedCells(_ row: String, columns: Int) -> String {
    var output = ""
    var bars = row.drop { $0.isWhitespace || $0 == ">" }.first == "|" ? 0 : 1
    var isEscaped = false
    let end = row.lastIndex { !$0.isWhitespace } ?? row.startIndex
    for (index, character) in zip(row.indices, row) {
      if character == "|", !isEscaped {
        bars += 1
        output += bars > columns && index != end ? "\\|" : "|"
      } else {
        output.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return output
  }

  private static func protected(_ row: String, columns: Int) -> String {
    guard cells(row[...]) > columns else { return row }
    let parts = InlinePiece.pieces(of: row).map { piece -> String in
      switch piece {
      case .formula(let formula): withoutBars(formula)
      case .code(let code): code.replacing("\\|", with: "|").replacing("|", with: "\\|")
      case .text(let text): text
      case .role(let name, let content): "{\(name)}`\(content)`"
      }
    }
    let kept = parts.joined()
    return cells(kept[...]) == columns ? kept : row
  }

  /// A formula with its dollar signs, and with other signs for its bars. A space before the last sign would make it text.
  static func withoutBars(_ formula: String) -> String {
    formula.replacing("\\|", with: "\\Vert ").replacing("|", with: "\\vert ").replacing(/\s+(\$+)$/) { $0.1 }
  }

  /// `|---|:-:|`
  private static func isDelimiter(_ line: String) -> Bool {
    line.contains("|") && line.contains("-") && line.allSatisfy { "|-: \t>".contains($0) }
  }

  private static func cells(_ line: Substring) -> Int {
    var text = line.drop { $0.isWhitespace || $0 == ">" }
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.first == "|" { text.removeFirst() }
    var count = 1
    var isEscaped = false
    for index in text.indices {
      if text[index] == "|", !isEscaped, text.index(after: index) < text.endIndex { count += 1 }
      isEscaped = text[index] == "\\" && !isEscaped
    }
    return count
  }
}
