/// A place in one of the author's files.
package struct SourcePosition: Sendable, Hashable, Codable {
  /// The path of the file, relative to the parent of the folder with the chapters.
  package var file: String
  /// The line, counted from one.
  package var line: Int
  /// The column in UTF-8 bytes, counted from one.
  package var utf8Column: Int

  /// Creates a position; the column defaults to the beginning of the line.
  package init(file: String, line: Int, utf8Column: Int = 1) {
    self.file = file
    self.line = line
    self.utf8Column = utf8Column
  }
}

extension SourcePosition: Comparable {
  /// Orders positions by file, then by line, then by column.
  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.file, left.line, left.utf8Column) < (right.file, right.line, right.utf8Column)
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `Chapters/03-update.md:12:1`
  package var description: String { "\(file):\(line):\(utf8Column)" }
}
