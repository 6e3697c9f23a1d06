/// Lines of Pandoc that begin with a bar, and keep their ends and their indentation.
enum LineBlock {
  /// The lines of the block that begins at `start`; nil if none does, because the bars are those of a table.
  static func lines(at start: Int, in lines: [ChapterTranslator.Line]) -> [ChapterTranslator.Line]? {
    guard lines[start].text.hasPrefix("|"), start == 0 || !lines[start - 1].text.hasContent else {
      return nil
    }
    let block = lines[start...].prefix { $0.text.hasContent }
    guard
      block.allSatisfy({ $0.text == "|" || $0.text.hasPrefix("| ") && !$0.text.dropFirst().contains("|") })
    else {
      return nil
    }
    return block.enumerated().map { offset, line in
      let words = line.text.dropFirst(2)
      let indent = words.prefix { $0 == " " }
      let text = indent.map { _ in "&nbsp;" }.joined() + words.dropFirst(indent.count)
      return .init(text: text + (offset + 1 < block.count ? "\\" : ""), number: line.number)
    }
  }
}
