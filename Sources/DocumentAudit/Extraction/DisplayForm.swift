import Formulas

/// A display that is written as one `array` or one brace is read as the rows that it shows.
struct DisplayForm {
  /// The LaTeX with an environment whose rows are statements; on the same lines as before.
  private(set) var latex: String
  /// Whether a brace joins the rows to a system of equations, which claims nothing.
  private(set) var isSystem = false

  /// Nil when the display has another form.
  init?(_ latex: String) {
    let bytes = Array(latex.utf8)
    var start = bytes.firstIndex { $0 > 32 } ?? bytes.count
    var end = (bytes.lastIndex { $0 > 32 } ?? -1) + 1
    let isBraceEnd = { (end: Int) in bytes[..<end].suffix(7).elementsEqual("\\right.".utf8) }
    while end > start, !isBraceEnd(end), ".,;".utf8.contains(bytes[end - 1]) || bytes[end - 1] <= 32 {
      end -= 1
    }
    if let inner = Self.afterBrace(bytes, start), isBraceEnd(end) {
      start = inner
      end -= 7
      while end > start, bytes[end - 1] <= 32 { end -= 1 }
      isSystem = true
    }
    guard
      let name = Self.names.first(where: {
        bytes[start..<max(start, end)].starts(with: "\\begin{\($0)}".utf8)
      })
    else { return nil }
    let closing = "\\end{\(name)}"
    guard bytes[start..<end].suffix(closing.utf8.count).elementsEqual(closing.utf8) else { return nil }
    if name == "cases" { isSystem = true }
    // Rows of statements need no change, unless a brace stood before them; a matrix alone is a value.
    guard isSystem || name == "array" else { return nil }
    let inside = start + "\\begin{\(name)}".utf8.count
    let insideEnd = end - closing.utf8.count
    guard inside <= insideEnd else { return nil }
    var rows = bytes[inside..<insideEnd]
    if name == "array", let columns = Self.columns(&rows), columns > 3 { return nil }
    // The environment must be the only one at its level.
    guard Self.isBalanced(rows, name) else { return nil }
    let head = String(decoding: bytes[..<inside].filter { $0 == 10 }, as: UTF8.self)
    self.latex = head + "\\begin{aligned}" + String(decoding: rows, as: UTF8.self) + "\\end{aligned}"
  }

  private static let names = ["array", "cases", "aligned", "matrix", "split", "gathered"]

  private static func afterBrace(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard
      let open = ["\\left\\{", "\\left \\{", "\\left\\lbrace"].first(where: {
        bytes[start...].starts(with: $0.utf8)
      })
    else { return nil }
    var position = start + open.utf8.count
    while position < bytes.count, bytes[position] <= 32 { position += 1 }
    return position
  }

  /// The number of columns that `{l l}` declares; removes the declaration.
  private static func columns(_ rows: inout ArraySlice<UInt8>) -> Int? {
    var rest = rows.drop { $0 <= 32 }
    if rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")) {
      rest = rest[(end + 1)...].drop { $0 <= 32 }
    }
    guard rest.first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
      return nil
    }
    let columns = rest[..<end].count { "lcr".utf8.contains($0) }
    rows = rest[(end + 1)...]
    return columns
  }

  private static func isBalanced(_ rows: ArraySlice<UInt8>, _ name: String) -> Bool {
    var depth = 0
    var position = rows.startIndex
    let (begin, end) = (Array("\\begin{".utf8), Array("\\end{".utf8))
    while position < rows.endIndex {
      if rows[position] == UInt8(ascii: "\\") {
        if rows[position...].starts(with: begin) { depth += 1 }
        if rows[position...].starts(with: end) { depth -= 1 }
        if depth < 0 { return false }
        position += 1
      }
      position += 1
    }
    return depth == 0
  }
}
