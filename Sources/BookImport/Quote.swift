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
    content = lines[start...].prefix { $0.text.begins(with: ">") }.map { line in
      let text = line.text.drop { $0 == " " || $0 == "\t" }.dropFirst()
      let content = text.first == " " ? text.dropFirst() : text
      return ChapterTranslator.Line(text: String(content), number: line.number)
    }
  }
}
