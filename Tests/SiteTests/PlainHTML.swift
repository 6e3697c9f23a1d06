import Foundation

/// HTML reduced to what a reader of Markdown expects: elements, addresses and words, without the classes, anchors and
/// quotation marks that a page adds.
struct PlainHTML: Equatable, CustomStringConvertible {
  let description: String

  private static let kept: Set<String> = [
    "align", "alt", "checked", "href", "src", "start", "title", "type",
  ]
  private static let void: Set<String> = ["br", "hr", "img", "input"]

  /// - Parameter isShifted: Whether the page has moved its headings down, because one has the first level.
  init(_ html: String, isShifted: Bool = false) {
    let tag = /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/
    var text = ""
    var open: [(name: String, isWrapper: Bool)] = []
    var rest = html.replacing(/\s*<a [^>]*href="#[^"]*"[^>]*>#<\/a>/, with: "")[...]
    while let match = rest.firstMatch(of: tag) {
      text += rest[..<match.range.lowerBound]
      rest = rest[match.range.upperBound...]
      var name = match.2.lowercased()
      if let level = name.wholeMatch(of: /h([1-6])/).flatMap({ Int($0.1) }) {
        name = "h\(isShifted ? level - 1 : level == 6 ? 5 : level)"
      }
      if match.1.isEmpty {
        let isWrapper =
          ["span", "figure", "button"].contains(name) || name == "div" && match.3.contains("class=")
        if !Self.void.contains(name) { open.append((name, isWrapper)) }
        if !isWrapper { text += "<\(name)\(Self.attributes(String(match.3)))>" }
      } else if let index = open.lastIndex(where: { $0.name == name }) {
        let isWrapper = open[index].isWrapper
        open.removeSubrange(index...)
        if !isWrapper { text += "</\(name)>" }
      }
    }
    description = Self.spaced(Self.unescaped(text + rest))
  }

  private static func attributes(_ text: String) -> String {
    text.matches(of: /([A-Za-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>\/]+)))?/)
      .filter { kept.contains($0.1.lowercased()) }
      .map { " \($0.1.lowercased())=\($0.2 ?? $0.3 ?? $0.4 ?? "")" }.sorted().joined()
  }

  private static func unescaped(_ text: String) -> String {
    [
      ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("“", "\""),
      ("”", "\""),
      ("‘", "'"), ("’", "'"), ("…", "..."), ("—", "---"), ("–", "--"),
    ].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func spaced(_ text: String) -> String {
    let block =
      /\s*(<\/?(?:p|h[1-6]|ul|ol|li|pre|blockquote|table|thead|tbody|tr|th|td|hr|div|br|section)\b[^>]*>)\s*/
    return text.replacing(/\s+/, with: " ").replacing(block) { String($0.1) }
      .trimmingCharacters(in: .whitespaces)
  }
}
