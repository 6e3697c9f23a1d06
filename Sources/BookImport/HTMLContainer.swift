/// An HTML element on lines of its own that holds Markdown: with the attribute `markdown`, as in MkDocs, or any, as in
/// Pandoc. On GitHub only empty lines make the content Markdown.
struct HTMLContainer {
  var opening: String
  var closing: String
  var content: [ChapterTranslator.Line]
  /// The number of its lines.
  var count: Int

  /// The element that begins on the line at `start`; nil if none does.
  init?(at start: Int, in lines: [ChapterTranslator.Line], isAlwaysMarkdown: Bool) {
    guard lines[start].text.begins(with: "<"),
      let tag = lines[start].text.wholeMatch(
        of: /\s*<(div|figure|section|aside|article|details|center|blockquote)\b([^<>]*)>\s*/)
    else { return nil }
    let mark = tag.2.firstMatch(of: /\smarkdown(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?(?=\s|$)/)
    guard isAlwaysMarkdown || mark != nil else { return nil }
    var depth = 0
    var end: Int?
    for index in start..<lines.count {
      let text = lines[index].text
      guard text.contains("<") else { continue }
      depth += text.ranges(of: "<\(tag.1)").count - text.ranges(of: "</\(tag.1)>").count
      if depth <= 0 {
        end = index
        break
      }
    }
    guard let end, end > start, lines[end].text.trimmingSpaces == "</\(tag.1)>" else { return nil }
    opening = "<\(tag.1)" + (mark.map { String(tag.2).replacing($0.0, with: "") } ?? String(tag.2)) + ">"
    closing = "</\(tag.1)>"
    let inner = lines[(start + 1)..<end]
    let indent = inner.filter(\.text.hasContent).map(\.text.indentation).min() ?? 0
    content = inner.map { .init(text: String($0.text.dropIndent(indent)), number: $0.number) }
    count = end - start + 1
  }
}
