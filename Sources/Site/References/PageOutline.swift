import Book
import GFM

/// The headings of a chapter, and everything on its page that a link can lead to.
struct PageOutline: Sendable {
  /// In order, without the chapter's title.
  var headings: [Heading] = []
  /// All anchors of the page.
  var anchors: Set<String> = ["main", "checks"]
  /// Those of lines of code, which are others after an edit above them.
  var lineAnchors: Set<String> = []
  /// The anchor at a line of the chapter's file: a line of code that is shown, or a formula with a label.
  var places: [Int: String] = [:]

  /// A heading of the page.
  struct Heading: Equatable, Sendable {
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
    // A heading that is called like a block's label takes another anchor: references go to the label.
    for label in result.chapter.blocks.compactMap(\.options.label) { _ = slugs.slug(for: label) }
    let nodes = result.chapter.tree.descendants.filter { $0.id != result.chapter.titleHeading }
    // The page's title is its only heading of the first level, so that sections of that level stand below it.
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
        let anchors = block.visibleLines.map { "line-\($0.position.line)" }
        for (line, anchor) in zip(block.visibleLines, anchors) { places[line.position.line] = anchor }
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
    // Every text of the book comes through here, and hardly any has a brace.
    guard text.utf8.contains(UInt8(ascii: "{")),
      let match = text.firstMatch(of: /\s*\{#([\p{L}\p{N}_\-]+)\}\s*$/)
    else { return (text, nil) }
    return (String(text[..<match.range.lowerBound]), String(match.output.1))
  }
}
