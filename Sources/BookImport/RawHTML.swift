import Book

/// HTML that holds no Markdown: a comment, a script, or a style sheet.
struct RawHTML: Equatable {
  /// The text that ends it.
  private let end: String

  /// The HTML that begins on a line; nil if none does.
  init?(_ line: some StringProtocol) {
    guard line.begins(with: "<") else { return nil }
    let start = line.drop { $0 == " " || $0 == "\t" }.prefix(10).lowercased()
    if start.hasPrefix("<!--") {
      end = "-->"
    } else if let name = ["script", "style"].first(where: { start.hasPrefix("<" + $0) }),
      start.dropFirst(name.count + 1).first.map({ " >".contains($0) }) != false
    {
      end = "</\(name)>"
    } else {
      return nil
    }
  }

  /// Whether it ends on a line.
  func ends(on line: some StringProtocol) -> Bool {
    line.contains(end) || line.contains("<") && line.lowercased().contains(end)
  }

  /// The index of its last line; nil if it begins on none or does not end.
  static func end(from start: Int, in lines: [ChapterTranslator.Line]) -> Int? {
    guard let html = RawHTML(lines[start].text) else { return nil }
    return lines[start...].firstIndex { html.ends(on: $0.text) }
  }
}
