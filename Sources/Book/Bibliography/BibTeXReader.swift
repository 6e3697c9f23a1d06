/// Reads the entries of a BibTeX file up to its first syntax error, and reports each mistake with its position.
struct BibTeXReader {
  private let file: String
  private var rest: Substring
  private let text: String
  private var strings: [String: String] = [:]
  private var entries: [BibliographyEntry] = []
  private var diagnostics: [Diagnostic] = []

  /// The entries of `text`, in order.
  static func entries(_ text: String, file: String, _ diagnostics: inout [Diagnostic]) -> [BibliographyEntry]
  {
    var reader = BibTeXReader(file: file, text: text)
    reader.readAll()
    diagnostics += reader.diagnostics
    return reader.entries
  }

  private init(file: String, text: String) {
    self.file = file
    self.text = text
    rest = text[...]
  }

  private struct Mistake: Error {
    var reason: String
  }

  private mutating func readAll() {
    // BibTeX treats text outside of entries as a comment.
    while let sign = rest.firstIndex(of: "@") {
      rest = rest[sign...]
      let start = position
      do {
        try readEntry(at: start)
      } catch let mistake as Mistake {
        diagnostics.append(BookProblem.bibliographyInvalid(reason: mistake.reason).diagnostic(at: position))
        return
      } catch {}
    }
  }

  private mutating func readEntry(at start: SourcePosition) throws {
    rest.removeFirst()
    let kind = word().lowercased()
    try expect("{", or: "(", after: "@\(kind)")
    if kind == "comment" || kind == "preamble" {
      _ = try braced()
      return
    }
    if kind == "string" {
      let name = word().lowercased()
      try expect("=", after: name)
      strings[name] = try value()
      try expect("}", or: ")", after: "the string '\(name)'")
      return
    }
    skipSpaces()
    let key = String(rest.prefix { !$0.isWhitespace && !",{}()=".contains($0) })
    rest = rest.dropFirst(key.count)
    guard !key.isEmpty else { throw Mistake(reason: "the entry has no key") }
    var fields: [String: String] = [:]
    while take(",") {
      let name = word().lowercased()
      if name.isEmpty { break }
      try expect("=", after: "the field '\(name)'")
      let value = try value()
      fields[name] = Self.addresses.contains(name) ? TeXText.address(value) : TeXText.plain(value)
    }
    try expect("}", or: ")", after: "the entry '\(key)'")
    if let other = entries.first(where: { $0.key == key }) {
      diagnostics.append(
        BookProblem.bibliographyInvalid(reason: "the key '\(key)' is taken already at \(other.position)")
          .diagnostic(at: start))
    }
    entries.append(BibliographyEntry(key: key, kind: kind, fields: fields, position: start))
  }

  /// `{…}`, `"…"`, a number or a name, joined by `#`.
  private mutating func value() throws -> String {
    var parts: [String] = []
    repeat {
      if take("{") {
        parts.append(try braced())
      } else if take("\"") {
        parts.append(try quoted())
      } else {
        let name = word()
        guard !name.isEmpty else { throw Mistake(reason: "a value is missing") }
        parts.append(string(name))
      }
    } while take("#")
    return parts.joined()
  }

  /// The text that a bare name stands for: a defined string, a month, or the number itself. Reports an undefined name
  /// and returns it unchanged.
  private mutating func string(_ name: String) -> String {
    if let text = strings[name.lowercased()] ?? Self.months[name.lowercased()] { return text }
    if !name.allSatisfy(\.isNumber) {
      let reason = "the string '\(name)' is not defined; put the value in braces"
      diagnostics.append(BookProblem.bibliographyInvalid(reason: reason).diagnostic(at: position))
    }
    return name
  }

  /// The strings that every style of BibTeX defines.
  private static let months = [
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June",
    "jul": "July", "aug": "August", "sep": "September", "oct": "October", "nov": "November",
    "dec": "December",
  ]

  /// Fields that hold addresses, in which `~` is not a space.
  private static let addresses: Set<String> = ["url", "doi", "eprint", "file"]

  /// Reads up to the brace that closes the group. The opening brace has been read already.
  private mutating func braced() throws -> String {
    var depth = 1
    var content = ""
    while let character = rest.popFirst() {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth == 0 { return content }
      content.append(character)
      if character == "\\", let next = rest.popFirst() { content.append(next) }
    }
    throw Mistake(reason: "a brace is not closed")
  }

  private mutating func quoted() throws -> String {
    var depth = 0
    var content = ""
    while let character = rest.popFirst() {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if character == "\"", depth == 0 { return content }
      content.append(character)
    }
    throw Mistake(reason: "a quote is not closed")
  }

  private mutating func word() -> String {
    skipSpaces()
    let word = String(rest.prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) })
    rest = rest.dropFirst(word.count)
    return word
  }

  private mutating func skipSpaces() { rest = rest.drop(while: \.isWhitespace) }

  private mutating func take(_ character: Character) -> Bool {
    skipSpaces()
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func expect(_ character: Character, or other: Character? = nil, after place: String) throws
  {
    if take(character) { return }
    if let other, take(other) { return }
    throw Mistake(reason: "there is no '\(character)' after \(place)")
  }

  private var position: SourcePosition {
    let before = text[..<rest.startIndex]
    let line = before.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: "\n").map { before.index(after: $0) } ?? before.startIndex
    return SourcePosition(file: file, line: line, utf8Column: before[lineStart...].utf8.count + 1)
  }
}
