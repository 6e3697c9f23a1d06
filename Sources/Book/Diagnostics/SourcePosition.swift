/// A place in one of the author's files.
package struct SourcePosition: Sendable, Hashable, Codable {
  /// As the author would type it: relative to the folder that holds the chapters' folder.
  package var file: String
  /// From one.
  package var line: Int
  /// In UTF-8 bytes, from one.
  package var utf8Column: Int

  /// A place; the column defaults to the beginning of the line.
  package init(file: String, line: Int, utf8Column: Int = 1) {
    self.file = file
    self.line = line
    self.utf8Column = utf8Column
  }
}

extension SourcePosition: Comparable {
  /// By file, then line, then column.
  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.file, left.line, left.utf8Column) < (right.file, right.line, right.utf8Column)
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `Chapters/03-update.md:12:1`
  package var description: String { "\(file):\(line):\(utf8Column)" }
}
