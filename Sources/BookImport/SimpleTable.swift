/// A table of Pandoc without bars, whose columns only spaces separate, or one with lines that is not read.
enum SimpleTable {
  /// The index of the line after the table whose header is on the line at `start`; nil if none begins there.
  static func end(from start: Int, in lines: [ChapterTranslator.Line]) -> Int? {
    guard start + 1 < lines.count, lines[start].text.hasContent,
      isRule(lines[start + 1].text) || GridTable.isBorder(lines[start].text)
    else { return nil }
    return lines[start...].firstIndex { !$0.text.hasContent } ?? lines.count
  }

  /// `-----  ----`
  private static func isRule(_ line: String) -> Bool {
    line.begins(with: "-") && line.wholeMatch(of: /\s*-{2,}(?: +-{2,})+\s*/) != nil
  }
}
