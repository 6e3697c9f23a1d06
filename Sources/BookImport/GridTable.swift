/// A table of Pandoc with lines around its cells, whose cells may hold lists and several lines.
struct GridTable {
  struct Row {
    var isHeader: Bool
    var cells: [[ChapterTranslator.Line]]
  }

  var rows: [Row] = []
  /// The number of its lines.
  private(set) var count = 0

  /// The table that begins on the line at `start`; nil if none does.
  init?(at start: Int, in lines: [ChapterTranslator.Line]) {
    guard Self.isBorder(lines[start].text) else { return nil }
    let columns = lines[start].text.count { $0 == "+" } - 1
    var open: [[ChapterTranslator.Line]] = []
    var index = start + 1
    while index < lines.count, lines[index].text.hasContent {
      let line = lines[index]
      if Self.isBorder(line.text) {
        let cells = open.map { cell in cell[..<((cell.lastIndex { $0.text.hasContent } ?? -1) + 1)] }
        if !open.isEmpty { rows.append(Row(isHeader: line.text.contains("="), cells: cells.map(Array.init))) }
        open = []
        count = index - start + 1
      } else {
        guard let cells = Self.cells(line.text), cells.count == columns else { return nil }
        if open.isEmpty { open = Array(repeating: [], count: columns) }
        for (column, text) in cells.enumerated() {
          open[column].append(.init(text: text, number: line.number))
        }
      }
      index += 1
    }
    guard !rows.isEmpty, open.isEmpty else { return nil }
  }

  /// `+---+:===:+`
  static func isBorder(_ line: String) -> Bool {
    line.begins(with: "+") && line.wholeMatch(of: /\s*\+(?::?[-=]+:?\+)+\s*/) != nil
  }

  /// The cells of a line between its bars. A bar in code or in a formula ends no cell.
  private static func cells(_ line: String) -> [String]? {
    var aside = SetAside()
    let text = InlinePiece.pieces(of: line).map { piece -> String in
      switch piece {
      case .text(let text): text
      case .code(let code): aside.mark(for: code)
      case .formula(let formula): aside.mark(for: formula)
      case .role(let name, let content): aside.mark(for: "{\(name)}`\(content)`")
      }
    }.joined().trimmingSpaces
    guard text.hasPrefix("|"), text.hasSuffix("|"), text.count > 1 else { return nil }
    return text.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
      let cell = aside.restored(String($0))
      return String((cell.hasPrefix(" ") ? cell.dropFirst() : cell[...]).withoutSpacesAtEnd)
    }
  }
}

extension ChapterTranslator {
  /// Markdown between the tags of a table, which needs empty lines around it.
  mutating func table(_ grid: GridTable) -> [String] {
    var output = ["<table>"]
    // Only the rows above the line of `=` are headers.
    let headers = grid.rows.firstIndex(where: \.isHeader).map { $0 + 1 } ?? 0
    for (number, row) in grid.rows.enumerated() {
      let name = number < headers ? "th" : "td"
      output.append("<tr>")
      for cell in row.cells { output += ["<\(name)>", ""] + blocks(cell) + ["", "</\(name)>"] }
      output.append("</tr>")
    }
    return output + ["</table>", ""]
  }
}
