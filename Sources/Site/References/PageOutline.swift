import Book
import GFM

/// The headings of a chapter, and all anchors of its page.
package struct PageOutline: Sendable {
  /// The headings in order, without the chapter's title.
  var headings: [Heading] = []
  /// All anchors of the page.
  var anchors: Set<String> = []
  /// The anchors around the text: of the page and of its list of checks.
  var frameAnchors: Set<String> = ["main", "checks"]
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
    headings = Self.headings(of: nodes, isShifted: isShifted, &slugs)
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
    anchors.formUnion(Self.anchorsOfHTML(in: nodes))
    anchors.formUnion(places.values)
    anchors.formUnion(headings.map(\.anchor))
    anchors.formUnion(result.chapter.blocks.compactMap(\.options.label))
    frameAnchors.formUnion(result.report.checks.map(\.anchor))
    anchors.formUnion(frameAnchors)
  }

  private static func headings(
    of nodes: [MarkdownNode], isShifted: Bool, _ slugs: inout SlugMaker
  ) -> [Heading] {
    nodes.compactMap { node in
      guard case .heading(let level) = node.kind else { return nil }
      let (title, given) = titleAndAnchor(ShortProse.words(of: node))
      return Heading(
        node: node.id, level: isShifted ? min(6, level + 1) : level, title: title,
        anchor: given ?? slugs.slug(for: title))
    }
  }

  private static func anchorsOfHTML(in nodes: [MarkdownNode]) -> [String] {
    nodes.flatMap { node -> [String] in
      switch node.kind {
      case .htmlInline(let html), .htmlBlock(let html): return RawHTML.anchors(in: html)
      default: return []
      }
    }
  }

  /// The anchors of the headings and the raw HTML of a text that is not part of a book yet.
  package static func anchors(inMarkdown text: String) -> Set<String> {
    let nodes = MarkdownDocument(text).tree.descendants
    var slugs = SlugMaker()
    return Set(headings(of: nodes, isShifted: false, &slugs).map(\.anchor) + anchorsOfHTML(in: nodes))
  }

  /// `Two readings {#sec-readings}` → `Two readings` and `sec-readings`.
  static func titleAndAnchor(_ text: String) -> (title: String, anchor: String?) {
    // This runs for every text of the book, and few texts have a brace. The check is faster than the expression.
    guard text.utf8.contains(UInt8(ascii: "{")),
      let match = text.firstMatch(of: /\s*\{#([\p{L}\p{N}_\-.:]+)\}\s*$/)
    else { return (text, nil) }
    return (String(text[..<match.range.lowerBound]), String(match.output.1))
  }
}
