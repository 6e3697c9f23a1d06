import Foundation

/// Converts the list tables and CSV tables of MyST to Markdown.
enum Table {
  static func markdown(_ kind: String, _ lines: [String], _ options: [String: String]) -> [String] {
    var rows: [[String]] = []
    for line in lines {
      if kind == "csv-table" {
        if !line.allSatisfy(\.isWhitespace) {
          rows.append(
            line.split(separator: ",", omittingEmptySubsequences: false).map {
              $0.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
            })
        }
      } else if let match = line.wholeMatch(of: /\s*[*-]\s+[-*]\s*(.*)/) {
        rows.append([String(match.1)])
      } else if !rows.isEmpty, let match = line.wholeMatch(of: /\s+[-*]\s*(.*)/) {
        rows[rows.count - 1].append(String(match.1))
      } else if !rows.isEmpty, !line.allSatisfy(\.isWhitespace) {
        rows[rows.count - 1][rows[rows.count - 1].count - 1] +=
          " " + line.trimmingCharacters(in: .whitespaces)
      }
    }
    if let header = options["header"] {
      rows.insert(
        header.split(separator: ",").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \"")) },
        at: 0)
    }
    guard let columns = rows.map(\.count).max() else { return [] }
    let text = { (row: [String]) in
      "| "
        + (row + Array(repeating: "", count: columns - row.count)).map { $0.escaping(["|": "\\|"]) }
        .joined(separator: " | ") + " |"
    }
    return ["", text(rows[0]), "|" + String(repeating: "---|", count: columns)] + rows.dropFirst().map(text)
      + [""]
  }
}
