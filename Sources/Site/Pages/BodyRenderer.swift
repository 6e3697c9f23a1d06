import Book
import Checks
import Events
import GFM

/// Turns a chapter into the HTML of its page's body, everything that is not prose put in at its place.
struct BodyRenderer {
  private let result: ChapterResult
  private let formulas: FormulaTypesetter
  /// The drawn diagrams, by their block.
  private let diagrams: [MarkdownNode.ID: String]
  private let pages: [String: String]
  private let checks: [NumberedCheck]
  private var blocks: BlockRenderer
  private var substitutions: [MarkdownNode.ID: Substitution] = [:]
  private var slugs = SlugMaker()
  private var diagnostics: [Diagnostic] = []

  /// The body, its headings, and what could not be shown.
  struct Body {
    var html: String
    var headings: [Heading]
    var diagnostics: [Diagnostic]
  }

  /// A heading of the page, for the outline.
  struct Heading {
    var level: Int
    var title: String
    var anchor: String
  }

  /// - Parameter pages: The page of each chapter by the name of its file.
  static func body(
    of result: ChapterResult, checks: [NumberedCheck], formulas: FormulaTypesetter,
    highlighter: SwiftHighlighter, diagrams: [MarkdownNode.ID: String], pages: [String: String]
  ) -> Body {
    var renderer = BodyRenderer(
      result: result, formulas: formulas, diagrams: diagrams, pages: pages, checks: checks,
      blocks: BlockRenderer(result, checks: checks, highlighter: highlighter))
    let headings = renderer.substituteAll()
    let html = MarkdownDocument(result.chapter.text).html(substituting: renderer.substitutions)
    return Body(html: html, headings: headings, diagnostics: renderer.diagnostics)
  }

  private mutating func substituteAll() -> [Heading] {
    let chapter = result.chapter
    for block in chapter.blocks { substitutions[block.id] = .html(html(of: block)) }
    for (number, probe) in result.plan.probes.enumerated() {
      guard case .inline(let digits) = probe.purpose else { continue }
      let value = result.record.values[number]
      substitutions[probe.node] = .html(computed(value, digits: digits, expression: probe.expression))
    }

    var headings: [Heading] = []
    var titleIsShown = false
    for node in chapter.tree.descendants {
      switch node.kind {
      case .heading(level: 1) where !titleIsShown:
        // The page shows the title by itself.
        titleIsShown = true
        substitutions[node.id] = .html("")
      case .heading(let level):
        let anchor = slugs.slug(for: node.plainText)
        substitutions[node.id] = .element(
          open: "<h\(level) id=\"\(anchor)\">",
          close:
            " <a class=\"anchor\" href=\"#\(anchor)\" aria-label=\"Link to this section\">#</a></h\(level)>")
        headings.append(Heading(level: level, title: node.plainText, anchor: anchor))
      case .math(let latex):
        let position = SourcePosition(file: chapter.path, line: line(of: node, containing: latex))
        let formulas = formulas
        substitutions[node.id] = .html(
          typeset(latex, at: position) { () throws(FormulaTypesetter.FormulaError) in
            try formulas.html(latex, isDisplayed: false)
          })
      case .table:
        substitutions[node.id] = .enclosed(
          before: "<div class=\"scrolling\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">",
          after: "</div>")
      case .link(let destination, _) where destination.hasPrefix(ClaimExaminer.scheme):
        let label = destination.dropFirst(ClaimExaminer.scheme.count)
        let check = checks.first { $0.result.kind == .claim && $0.result.subject == label }
        let state = check?.result.appearance.rawValue ?? "failed"
        substitutions[node.id] = .element(
          open: "<span class=\"claim \(state)\">", close: "</span> \(check.map { Mark.html($0) } ?? "")")
      case .link(let destination, let title):
        if let page = page(for: destination) {
          let hint = title.isEmpty ? "" : " title=\"\(escapeHTML(title))\""
          substitutions[node.id] = .element(open: "<a href=\"\(escapeHTML(page))\"\(hint)>", close: "</a>")
        }
      default: break
      }
    }
    return headings
  }

  private mutating func html(of block: Block) -> String {
    switch block.role {
    case .swiftRun, .swift: return blocks.html(block)
    case .listing: return "<div class=\"block\">\(CodeListing.plain(block))</div>"
    case .math:
      let position = block.lines.first?.position ?? block.position
      let report = result.report.formulas.first { $0.line == block.position.line }
      let renderer = FormulaRenderer(block: block, report: report, checks: checks, typesetter: formulas)
      return typeset(block.code, at: position) { () throws(FormulaTypesetter.FormulaError) in
        try renderer.html()
      }
    case .dot:
      let id = block.options.label.map { " id=\"\($0)\"" } ?? ""
      let alternative = block.options.figureAlternative ?? block.options.figureCaption ?? "Diagram"
      let caption = block.options.figureCaption.map { "<figcaption>\(escapeHTML($0))</figcaption>" } ?? ""
      return """
        <figure class="diagram"\(id)><div role="img" aria-label="\(escapeHTML(alternative))">\
        \(diagrams[block.id] ?? "")</div>\(caption)</figure>
        """
    }
  }

  /// What `body` sets, or the source and a diagnostic when it cannot be set.
  private mutating func typeset(
    _ latex: String, at position: SourcePosition, _ body: () throws(FormulaTypesetter.FormulaError) -> String
  ) -> String {
    do {
      return try body()
    } catch {
      diagnostics.append(Diagnostic(.error, at: position, "the formula cannot be set: \(error.message)"))
      return "<code>\(escapeHTML(latex))</code>"
    }
  }

  private func computed(_ value: Value?, digits: Int?, expression: String) -> String {
    guard let value else {
      return "<span class=\"computed failed\" title=\"\(escapeHTML(expression))\">not computed</span>"
    }
    let title = "\(expression) = \(value)"
    return
      "<span class=\"computed\" title=\"\(escapeHTML(title))\">\(NumberFormat.html(value, digits: digits))</span>"
  }

  /// `03-worked-update.md#notes` → `worked-update.html#notes`; nil for what is not a chapter.
  private func page(for destination: String) -> String? {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let file = parts.first, let page = pages[String(file)] else { return nil }
    return parts.count > 1 ? "\(page)#\(parts[1])" : page
  }

  /// cmark-gfm gives no position to what an extension made: the nearest line with the text is its line.
  private func line(of node: MarkdownNode, containing text: String) -> Int {
    let lines = result.chapter.text.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.firstIndex { $0.contains("$" + text.prefix { $0 != "\n" }) } ?? 0) + 1
  }
}
