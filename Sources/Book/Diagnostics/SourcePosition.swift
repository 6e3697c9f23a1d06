/// A place in one of the author's files.
public struct SourcePosition: Sendable, Hashable, Codable {
  /// As the author would type it: relative to the folder that holds the chapters' folder.
  public var file: String
  /// From one.
  public var line: Int
  /// In UTF-8 bytes, from one.
  public var utf8Column: Int

  /// A place; the column defaults to the beginning of the line.
  public init(file: String, line: Int, utf8Column: Int = 1) {
    self.file = file
    self.line = line
    self.utf8Column = utf8Column
  }
}

extension SourcePosition: Comparable {
  /// By file, then line, then column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.file, left.line, left.utf8Column) < (right.file, right.line, right.utf8Column)
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `Chapters/03-update.md:12:1`
  public var description: String { "\(file):\(line):\(utf8Column)" }
}
