import Book

/// Swift source made from a chapter. It can map the compiler's columns back to the author's.
package struct SwiftProgram: Sendable, Equatable, Codable {
  /// The parts of the program, in order.
  package private(set) var sections = [Section(name: "the imports and formulas")]
  private var columns: [Int: LineColumns] = [:]

  /// A part of the program. The program runs again if it changes.
  package struct Section: Sendable, Equatable, Codable {
    /// The name shown to the author: `the code of block 3`.
    package var name: String
    fileprivate var pieces: [Piece] = []

    fileprivate struct Piece: Sendable, Equatable, Codable {
      var file: String
      var line: Int
      var code = ""
    }

    /// The text for the compiler, in which `#sourceLocation` maps lines back to the chapter.
    package var text: String {
      pieces.map { "#sourceLocation(file: \($0.file.debugDescription), line: \($0.line))\n\($0.code)" }
        .joined()
    }

    /// The text without `#sourceLocation`, so that it does not depend on line numbers.
    package var code: String { pieces.map { "\n" + $0.code }.joined() }
  }

  /// The whole source.
  package var text: String { sections.map(\.text).joined() }

  /// Begins a new section, to which later additions belong.
  mutating func begin(_ section: String) { sections.append(Section(name: section)) }

  /// The changes made to one line of the chapter.
  struct LineColumns: Sendable, Equatable, Codable {
    /// How many bytes were removed from its beginning.
    var removed = 0
    /// The insertions, from left to right.
    var insertions: [Piece] = []

    /// The length of an insertion and its offset in the author's text, in bytes.
    struct Piece: Sendable, Equatable, Codable {
      var offset: Int
      var length: Int
    }
  }

  /// The author's column for a column of the compiler, both in UTF-8 bytes from one.
  package func authorColumn(line: Int, compilerColumn: Int) -> Int {
    guard let columns = columns[line] else { return compilerColumn }
    var column = compilerColumn
    for insertion in columns.insertions where column > insertion.offset + 1 {
      column = max(insertion.offset + 1, column - insertion.length)
    }
    return column + columns.removed
  }

  /// Adds generated lines.
  mutating func appendScaffolding(_ lines: String) {
    locate("galley", 1)
    append(lines)
  }

  /// Adds the lines of a block with `insertions` at byte offsets of its code. The rest of a line after one of the
  /// `cuts` is left out.
  mutating func append(_ lines: [CodeLine], insertions: [Insertion] = [], cuts: [Int] = []) {
    guard let first = lines.first else { return }
    beginSource(at: first.position)
    var rest = insertions.sorted { $0.offset < $1.offset }[...]
    var start = 0
    for line in lines {
      let end = start + line.text.utf8.count
      let own = rest.prefix { $0.offset <= end }
      rest = rest.dropFirst(own.count)
      let cut = cuts.first { (start...end).contains($0) }
      append(
        cut.map { Self.beginning(of: line.text, upTo: $0 - start) } ?? line.text, at: line.position,
        insertions: own.map { Insertion(offset: $0.offset - start, text: $0.text) })
      start = end + 1
    }
  }

  /// The first bytes of a line without the spaces before the cut.
  private static func beginning(of line: String, upTo length: Int) -> String {
    var text = line.utf8.prefix(length)
    while text.last == UInt8(ascii: " ") || text.last == UInt8(ascii: "\t") { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds one expression of the prose between two pieces of code.
  mutating func append(_ expression: String, at position: SourcePosition, before: String, after: String) {
    beginSource(at: position)
    let insertions = [
      Insertion(offset: 0, text: before), Insertion(offset: expression.utf8.count, text: after),
    ]
    append(expression, at: position, insertions: insertions)
  }

  private mutating func beginSource(at position: SourcePosition) {
    locate(position.file, position.line)
  }

  private mutating func locate(_ file: String, _ line: Int) {
    sections[sections.count - 1].pieces.append(Section.Piece(file: file, line: line))
  }

  private mutating func append(_ line: String) {
    let (section, piece) = (sections.count - 1, sections[sections.count - 1].pieces.count - 1)
    sections[section].pieces[piece].code += line + "\n"
  }

  private mutating func append(_ line: String, at position: SourcePosition, insertions: [Insertion]) {
    var lineColumns = LineColumns(removed: position.utf8Column - 1)
    var bytes = Array(line.utf8)
    for insertion in insertions.reversed() {
      bytes.insert(contentsOf: insertion.text.utf8, at: insertion.offset)
    }
    lineColumns.insertions = insertions.map {
      LineColumns.Piece(offset: $0.offset, length: $0.text.utf8.count)
    }
    append(String(decoding: bytes, as: UTF8.self))
    columns[position.line] = lineColumns
  }
}

/// Code that is inserted into the author's code.
struct Insertion: Sendable, Equatable {
  /// The offset in the author's code, in UTF-8 bytes.
  var offset: Int
  var text: String
}
