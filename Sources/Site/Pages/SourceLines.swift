import Book

/// The lines of a chapter, to find the place of what cmark-gfm gives no place to.
struct SourceLines {
  private let file: String
  private let lines: [Substring]

  init(_ chapter: Chapter) {
    file = chapter.path
    lines = chapter.text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Where `text` stands first, from `line` on; that line when it is nowhere.
  func position(of text: String, from line: Int) -> SourcePosition {
    for index in lines.indices.dropFirst(max(0, line - 1)) {
      guard let range = lines[index].firstRange(of: text) else { continue }
      let column = lines[index].utf8.distance(from: lines[index].startIndex, to: range.lowerBound) + 1
      return SourcePosition(file: file, line: index + 1, utf8Column: column)
    }
    return SourcePosition(file: file, line: line)
  }
}
