/// The lines of a quote, without its marks.
struct Quote {
  /// The white space in front of the marks.
  var indent: String
  var content: [ChapterTranslator.Line]

  /// The quote that begins on the line at `start`.
  init?(at start: Int, in lines: [ChapterTranslator.Line]) {
    guard lines[start].text.begins(with: ">") else { return nil }
    let indent = lines[start].text.prefix { $0 == " " || $0 == "\t" }
    self.indent = String(indent)
    content = lines[start..<Self.end(from: start, in: lines)].map { line in
      guard line.text.begins(with: ">") else { return line }
      let text = line.text.drop { $0 == " " || $0 == "\t" }.dropFirst()
      let content = text.first == " " ? text.dropFirst() : text
      return ChapterTranslator.Line(text: String(content), number: line.number)
    }
  }

  /// The index of the line after the quote. A formula that begins in the quote belongs to it as a whole, even if its other
  /// lines have no marks.
  private static func end(from start: Int, in lines: [ChapterTranslator.Line]) -> Int {
    var isFormula = false
    var index = start
    while index < lines.count {
      let line = lines[index].text
      let signs = line.ranges(of: "$$").count
      if !line.begins(with: ">") {
        guard isFormula, line.hasContent,
          lines[index...].prefix(while: \.text.hasContent).contains(where: { $0.text.contains("$$") })
        else { break }
      }
      if signs % 2 == 1 { isFormula.toggle() }
      index += 1
    }
    return index
  }
}
