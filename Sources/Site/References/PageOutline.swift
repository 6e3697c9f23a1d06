import Book
import GFM

/// The headings of a chapter, and all anchors of its page.
struct PageOutline: Sendable {
  /// The headings in order, without the chapter's title.
  var headings: [Heading] = []
  /// All anchors of the page.
  var anchors: Set<String> = ["main", "checks"]
  /// The anchors of lines of code. They change when the text above them is edited.
  var lineAnchors: Set<String> = []
  /// The anchors of shown lines of code and of labelled blocks, by their line in the chapter's file.
  var places: [Int: String] = [:]

  /// A heading of the page.
  struct Heading: Equatable, Sendable {
    /// The heading's node in the chapter's tree.
    var node: MarkdownNode.ID
    /// The level on the page, from 1 to 6.
    var level: Int
    /// The plain text of the heading.
    var title: String
    /// The anchor that the author gives with `{#sec-name}`, or one that is made as on GitHub.
    var anchor: String
  }

  /// The outline of a chapter's page.
  init(_ result: ChapterResult) {
    var slugs = SlugMaker()
    // Labels are reserved first, so that a heading with the same name gets another anchor. References need the label.
    for label in result.chapter.blocks.compactMap(\.options.label) { _ = slugs.slug(for: label) }
    let nodes = result.chapter.tree.descendants.filter { $0.id != result.chapter.titleHeading }
    // The page's title must be its only first-level heading, so sections move down one level if one has the first.
    let isShifted = nodes.contains { $0.kind == .heading(level: 1) }
    for node in nodes {
      guard case .heading(var level) = node.kind else { continue }
      if isShifted { level = min(6, level + 1) }
      let (title, given) = Self.titleAndAnchor(ShortProse.words(of: node))
      let anchor = given ?? slugs.slug(for: title)
      headings.append(Heading(node: node.id, level: level, title: title, anchor: anchor))
    }
    for block in result.chapter.blocks {
      switch block.role {
      case .swift where block.options.echo, .swiftRun where block.options.echo:
        let lines = result.shownLines(of: block)
        let anchors = lines.map { "line-\($0.position.line)" }
        for (line, anchor) in zip(lines, anchors) { places[line.position.line] = anchor }
        places[block.position.line] = block.options.label ?? anchors.first
        lineAnchors.formUnion(anchors)
      default:
        guard let label = block.options.label else { continue }
        for line in block.lines { places[line.position.line] = label }
        places[block.position.line] = label
      }
    }
    for node in nodes {
      switch node.kind {
      case .htmlInline(let html), .htmlBlock(let html): anchors.formUnion(RawHTML.anchors(in: html))
      default: break
      }
    }
    anchors.formUnion(places.values)
    anchors.formUnion(headings.map(\.anchor))
    anchors.formUnion(result.chapter.blocks.compactMap(\.options.label))
    anchors.formUnion(result.report.checks.indices.map { "check-\($0 + 1)" })
  }

  /// `Two readings {#sec-readings}` → `Two readings` and `sec-readings`.
  static func titleAndAnchor(_ text: String) -> (title: String, anchor: String?) {
    // This runs for every text of the book, and few texts have a brace. The check is faster than the expression.
    guard text.utf8.contains(UInt8(ascii: "{")),
      let match = text.firstMatch(of: /\s*\{#([\p{L}\p{N}_\-]+)\}\s*$/)
    else { return (text, nil) }
    return (String(text[..<match.range.lowerBound]), String(match.output.1))
  }
}
