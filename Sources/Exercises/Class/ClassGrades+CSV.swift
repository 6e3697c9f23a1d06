import Book

extension ClassGrades {
  /// A CSV table (RFC 4180) with a line for each submission.
  package var csv: String {
    let rows = grades.map { entry in
      let failed = entry.grade.criteria.compactMap { verdict in
        verdict.shortfall.map { "\(verdict.label): \($0)" }
      }
      return [
        entry.student, entry.grade.exercise, "\(entry.grade.earned)", "\(entry.grade.points)",
        failed.joined(separator: "; "),
      ]
    }
    return ([["student", "exercise", "earned", "points", "not met"]] + rows).map { row in
      row.map(Self.cell).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static func cell(_ text: String) -> String {
    // A spreadsheet reads a cell that begins with one of these characters as a formula.
    let text = text.printable
    let safe =
      text.unicodeScalars.first.map { "=+-@".unicodeScalars.contains($0) } == true ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { $0 == "\"" || $0 == "," }) else { return safe }
    return "\"" + safe.escaping(["\"": "\"\""]) + "\""
  }
}
