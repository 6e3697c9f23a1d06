import Book
import GFM

/// The headings of a chapter, and everything on its page that a link can lead to.
struct PageOutline {
  /// In order, without the chapter's title.
  var headings: [Heading] = []
  /// All anchors of the page.
  var anchors: Set<String> = ["main", "checks"]

  /// A heading of the page.
  struct Heading: Equatable {
    /// The heading's node in the chapter's tree.
    var node: MarkdownNode.ID
    /// From one.
    var level: Int
    /// Its words.
    var title: String
    /// As GitHub makes them, or the one that the author gives with `{#sec-name}`.
    var anchor: String
  }

  /// The outline of a chapter's page.
  init(_ result: ChapterResult) {
    var slugs = SlugMaker()
    var titleIsShown = false
    for node in result.chapter.tree.descendants {
      guard case .heading(let level) = node.kind else { continue }
      if level == 1, !titleIsShown {
        // The page shows the title by itself.
        titleIsShown = true
        continue
      }
      let (title, given) = Self.titleAndAnchor(node.plainText)
      let anchor = given ?? slugs.slug(for: title)
      headings.append(Heading(node: node.id, level: level, title: title, anchor: anchor))
    }
    anchors.formUnion(headings.map(\.anchor))
    anchors.formUnion(result.chapter.blocks.compactMap(\.options.label))
    anchors.formUnion(result.report.checks.indices.map { "check-\($0 + 1)" })
  }

  /// `Two readings {#sec-readings}` → `Two readings` and `sec-readings`.
  static func titleAndAnchor(_ text: String) -> (title: String, anchor: String?) {
    guard let match = text.firstMatch(of: /\s*\{#([\p{L}\p{N}_\-]+)\}\s*$/) else { return (text, nil) }
    return (String(text[..<match.range.lowerBound]), String(match.output.1))
  }
}
