import Book
import Checks
import Events
import GFM

/// Turns a chapter into the HTML of its page's body, everything that is not prose put in at its place.
struct BodyRenderer {
  let result: ChapterResult
  /// The chapter's place in the book, from zero.
  let chapter: Int
  let index: BookIndex
  /// Where the caption stands whose words are shown now; they have no places of their own.
  private(set) var captioned: SourcePosition?
  private let formulas: FormulaTypesetter
  /// The drawn diagrams, by their block.
  private let diagrams: [MarkdownNode.ID: String]
  private var blocks: BlockRenderer
  private var exercises: ExerciseRenderer
  var substitutions: [MarkdownNode.ID: Substitution] = [:]
  var body = Body()
  var rawHTML = RawHTML()

  /// The body, and what else the site needs because of it.
  struct Body {
    var html = ""
    /// What could not be shown, and references and links to nothing.
    var diagnostics: [Diagnostic] = []
    /// The keys of what is cited.
    var citations: [String] = []
    /// Links out of the book.
    var externalLinks: [ExternalLink] = []
    /// The author's files that the page shows or links to.
    var files: Set<String> = []
    /// Figures that are files of their own, too.
    var figures: [FigureFile] = []
    /// Whether a link leads to a line of code on another page: such lines move with every edit there.
    var showsLinesElsewhere = false
  }

  /// The body of a chapter's page.
  static func body(
    of result: ChapterResult, at chapter: Int, index: BookIndex,
    formulas: FormulaTypesetter, highlighter: SwiftHighlighter, diagrams: [MarkdownNode.ID: String]
  ) -> Body {
    let captions = { (block: Block) in index.numbering.captions(of: block, in: chapter) }
    var renderer = BodyRenderer(
      result: result, chapter: chapter, index: index, formulas: formulas,
      diagrams: diagrams,
      blocks: BlockRenderer(
        result, checks: result.report.checks, captions: captions, highlighter: highlighter, words: index.words
      ),
      exercises: ExerciseRenderer(
        result.chapter, showsSolutions: index.showsSolutions, highlighter: highlighter, words: index.words,
        formulas: formulas))
    renderer.substituteAll()
    renderer.body.figures = renderer.blocks.figures
    renderer.body.html = MarkdownDocument(result.chapter.text).html(
      substituting: renderer.substitutions, backLinkName: index.words[.backToText])
    renderer.endRawHTML()
    return renderer.body
  }

  private mutating func substituteAll() {
    setCaptions()
    for block in result.chapter.blocks {
      substitutions[block.id] = .html(html(of: block))
      let captions = index.numbering.captions(of: block, in: chapter)
      if block.options.figureCaption != nil, result.record.isComplete,
        block.role == .swiftRun, block.options.output, block.options.expectation == nil,
        !captions.contains(where: { $0.kind == .figure })
      {
        body.diagnostics.append(ReferenceProblem.captionWithoutFigure.diagnostic(at: block.position))
      }
    }
    for (number, probe) in result.plan.probes.enumerated() {
      guard case .inline(let digits) = probe.purpose else { continue }
      let value = result.record.values[number]
      substitutions[probe.node] = .html(computed(value, digits: digits, expression: probe.expression))
    }
    if let title = result.chapter.titleHeading { substitutions[title] = .html("") }
    for heading in index.outlines[chapter].headings { substitute(heading) }
    substituteProse(in: result.chapter.tree)
  }

  /// Captions are Markdown too: formulas, code, emphasis, references and links.
  private mutating func setCaptions() {
    for block in result.chapter.blocks {
      for words in [block.options.figureCaption, block.options.tableCaption].compactMap({ $0 }) {
        blocks.captionHTML[words] = caption(words, at: block.position)
      }
    }
  }

  private mutating func caption(_ words: String, at position: SourcePosition) -> String {
    let outer = substitutions
    substitutions = [:]
    captioned = position
    substituteProse(in: MarkdownDocument(words).tree)
    // A caption that reads as a list or as two paragraphs is not Markdown.
    let html = MarkdownDocument(words).inlineHTML(substituting: substitutions)
    captioned = nil
    substitutions = outer
    return html ?? escapeHTML(words)
  }

  /// Where a node of the prose stands.
  func position(of node: MarkdownNode) -> SourcePosition { captioned ?? result.chapter.position(of: node) }

  private mutating func substitute(_ heading: PageOutline.Heading) {
    let level = "h\(heading.level)"
    let anchor = escapeHTML(heading.anchor)
    let label = index.words.text(.linkToSection, ["title": heading.title])
    substitutions[heading.node] = .element(
      open: "<\(level) id=\"\(anchor)\">",
      close: " <a class=\"anchor\" href=\"#\(anchor)\" aria-label=\"\(escapeHTML(label))\">#</a></\(level)>")
  }

  private mutating func html(of block: Block) -> String {
    switch block.role {
    // It held definitions of macros only.
    case .math where block.expandedFormula?.allSatisfy(\.isWhitespace) == true: return ""
    case .swiftRun, .swift: return blocks.html(block)
    case .exercise, .hint, .check, .wrong, .question:
      let known = exercises.prose.problems.count
      let html = exercises.html(block)
      body.diagnostics += exercises.prose.problems.dropFirst(known).map {
        Diagnostic(.error, at: block.position, "the formula cannot be set: \($0)")
      }
      return html
    case .listing: return "<div class=\"block\">\(CodeListing.plain(block))</div>"
    case .math:
      let position = block.lines.first?.position ?? block.position
      let report = result.report.formulas.first { $0.block == block.id }
      let renderer = FormulaRenderer(
        block: block, report: report, number: index.numbering.captions(of: block, in: chapter).first?.number,
        checks: result.report.checks, typesetter: formulas, words: index.words)
      return typeset(block.code, at: position) { () throws(FormulaTypesetter.FormulaError) in
        try renderer.html()
      }
    case .dot:
      let number = index.numbering.captions(of: block, in: chapter).first?.number ?? ""
      return FigureRenderer.diagram(
        block, svg: diagrams[block.id] ?? "", number: number, captionHTML: blocks.captionHTML,
        interface: index.words)
    }
  }

  /// A formula inside a line.
  mutating func inlineFormula(_ latex: String, at position: SourcePosition) -> String {
    let formulas = formulas
    guard let latex = result.chapter.expanded(latex) else {
      body.diagnostics.append(
        Diagnostic(.error, at: position, "the macros in this formula do not come to an end"))
      return "<code>\(escapeHTML(latex))</code>"
    }
    return typeset(latex, at: position) { () throws(FormulaTypesetter.FormulaError) in
      try formulas.html(latex, isDisplayed: false)
    }
  }

  /// What `body` sets, or the source and a diagnostic when it cannot be set.
  private mutating func typeset(
    _ latex: String, at position: SourcePosition, _ set: () throws(FormulaTypesetter.FormulaError) -> String
  ) -> String {
    do {
      return try set()
    } catch {
      body.diagnostics.append(
        Diagnostic(.error, at: position, "the formula cannot be set: \(error.message)"))
      return "<code>\(escapeHTML(latex))</code>"
    }
  }

  private func computed(_ value: Value?, digits: Int?, expression: String) -> String {
    guard let value else {
      return
        "<span class=\"computed failed\" title=\"\(escapeHTML(expression))\">\(escapeHTML(index.words[.notComputed]))</span>"
    }
    let title = "\(expression) = \(value)"
    return
      "<span class=\"computed\" title=\"\(escapeHTML(title))\">\(NumberFormat.html(value, digits: digits))</span>"
  }
}
