import Book
import Checks
import Events
import GFM

/// Renders the body of a chapter's page: the prose, with blocks and formulas substituted by their HTML.
struct BodyRenderer {
  let result: ChapterResult
  /// The chapter's place in the book, from zero.
  let chapter: Int
  let rendition: Rendition
  let index: BookIndex
  /// The position of the block whose caption is being rendered. The words of a caption have no position of their own.
  private(set) var captioned: SourcePosition?
  /// The lines of the text whose tree is being rendered: of the chapter or of a caption.
  private(set) var sourceLines: [Substring] = []
  private let formulas: FormulaTypesetter
  /// The drawn diagrams, by their block.
  private let diagrams: [MarkdownNode.ID: String]
  private var blocks: BlockRenderer
  private var exercises: ExerciseRenderer
  var substitutions: [MarkdownNode.ID: Substitution] = [:]
  var body = Body()
  var rawHTML = RawHTML()
  /// The texts with curled quotation marks, by their node.
  var quotes: [MarkdownNode.ID: String] = [:]
  /// The labels of the claims that were rendered.
  var claimed: Set<Substring> = []

  /// The HTML of a body, and the files, links and diagnostics that belong to it.
  struct Body {
    var html = ""
    /// The HTML for the page of the whole book; nil if the site has none.
    var wholeBookHTML: String?
    /// Errors about content that cannot be shown, and about broken references and links.
    var diagnostics: [Diagnostic] = []
    /// The keys of the cited entries.
    var citations: [String] = []
    /// Links to addresses outside the book.
    var externalLinks: [ExternalLink] = []
    /// The author's files that the page shows or links to.
    var files: Set<String> = []
    /// Figures that the site also publishes as files.
    var figures: [FigureFile] = []
    /// The style sheet with the types of the names in listings.
    var nameRules = ""
    /// The previews of figures, tables, formulas and exercises, by their label.
    var previews: [String: String] = [:]
    /// The figure, table or formula of the first page, if it is in this chapter.
    var coverFigure: String?
    /// Whether a link leads to a line of code on another page. Such a line moves when its chapter is edited.
    var showsLinesElsewhere = false
  }

  /// The body of a chapter's page.
  static func body(
    of result: ChapterResult, at chapter: Int, index: BookIndex,
    formulas: FormulaTypesetter, highlighter: SwiftHighlighter, diagrams: [MarkdownNode.ID: String],
    hasWholeBook: Bool
  ) -> Body {
    func renderer(_ rendition: Rendition) -> BodyRenderer {
      BodyRenderer(
        result: result, chapter: chapter, rendition: rendition, index: index, formulas: formulas,
        diagrams: diagrams,
        blocks: BlockRenderer(
          result, checks: result.report.checks,
          captions: { index.numbering.captions(of: $0, in: chapter) }, highlighter: highlighter,
          words: index.words, symbols: index.symbols, rendition: rendition),
        exercises: ExerciseRenderer(
          result.chapter, showsSolutions: index.showsSolutions, highlighter: highlighter, words: index.words,
          rendition: rendition, formulas: formulas, language: index.language))
    }
    let slug = result.chapter.slug
    var body = renderer(.page).rendered()
    if hasWholeBook { body.wholeBookHTML = renderer(.wholeBook(slug)).rendered().html }
    body.previews = renderer(.preview).labelled()
    if let label = index.coverFigure, body.previews[label] != nil {
      body.coverFigure = renderer(.elsewhere(slug)).labelled()[label]
    }
    return body
  }

  /// The whole chapter.
  private func rendered() -> Body {
    var renderer = self
    renderer.substituteAll()
    renderer.body.figures = renderer.blocks.figures
    renderer.body.nameRules = renderer.blocks.names.rules
    renderer.body.html = MarkdownDocument(result.chapter.text).html(
      substituting: renderer.substitutions, notes: rendition.name(""), backLinkName: index.words[.backToText])
    renderer.endRawHTML()
    return renderer.body
  }

  /// The blocks with a label, by their label.
  private func labelled() -> [String: String] {
    var renderer = self
    renderer.setCaptions()
    var labelled: [String: String] = [:]
    for block in result.chapter.blocks {
      let html = renderer.html(of: block)
      guard let label = block.options.label else { continue }
      let shown = renderer.blocks.outputs[label] ?? html
      if !shown.isEmpty { labelled[label] = shown }
    }
    return labelled
  }

  private mutating func substituteAll() {
    setCaptions()
    sourceLines = Self.lines(of: result.chapter.text)
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
      substitutions[probe.node] = .html(
        computed(
          value, digits: digits, expression: probe.expression, live: result.liveAttributes(ofProbe: number)))
    }
    if let title = result.chapter.titleHeading { substitutions[title] = .html("") }
    for heading in index.outlines[chapter].headings { substitute(heading) }
    quotes = Typography.quotes(in: result.chapter.tree, language: index.language)
    substituteProse(in: result.chapter.tree)
  }

  /// Renders the captions, which can contain formulas, code, emphasis, references and links.
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
    sourceLines = Self.lines(of: words)
    let tree = MarkdownDocument(words).tree
    quotes = Typography.quotes(in: tree, language: index.language)
    substituteProse(in: tree)
    // A caption that parses as a list or as two paragraphs is shown as plain text.
    let html = MarkdownDocument(words).inlineHTML(substituting: substitutions)
    captioned = nil
    substitutions = outer
    return html ?? escapeHTML(words)
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The position of a node of the prose or of a caption.
  func position(of node: MarkdownNode) -> SourcePosition { captioned ?? result.chapter.position(of: node) }

  private mutating func substitute(_ heading: PageOutline.Heading) {
    let level = "h\(heading.level)"
    let label = index.words.text(.linkToSection, ["title": heading.title])
    let link = rendition.link(
      "#", to: .here(heading.anchor), class: "anchor", " aria-label=\"\(escapeHTML(label))\"")
    substitutions[heading.node] = .element(
      open: "<\(level)\(rendition.id(heading.anchor))>", close: " \(link)</\(level)>")
  }

  private mutating func html(of block: Block) -> String {
    switch block.role {
    // The block contains only definitions of macros.
    case .math where block.expandedFormula?.allSatisfy(\.isWhitespace) == true: return ""
    case .swiftRun, .swift: return blocks.html(block)
    case .exercise, .hint, .check, .wrong, .question:
      let known = exercises.prose.problems.count
      let html = exercises.html(block)
      body.diagnostics += exercises.prose.problems.dropFirst(known).map { $0.diagnostic(at: block.position) }
      return html
    case .listing: return "<div class=\"block\">\(CodeListing.plain(block))</div>"
    case .math:
      let position = block.lines.first?.position ?? block.position
      let report = result.report.formulas.first { $0.block == block.id }
      let renderer = FormulaRenderer(
        block: block, report: report, number: index.numbering.captions(of: block, in: chapter).first?.number,
        checks: result.report.checks, typesetter: formulas, words: index.words, rendition: rendition)
      return typeset(block.code, at: position) { () throws(FormulaTypesetter.FormulaError) in
        try renderer.html()
      }
    case .dot:
      let number = index.numbering.captions(of: block, in: chapter).first?.number ?? ""
      return FigureRenderer.diagram(
        block, svg: diagrams[block.id] ?? "", number: number, captionHTML: blocks.captionHTML,
        interface: index.words, rendition: rendition)
    }
  }

  /// The HTML of an inline formula, or its source and a diagnostic when it cannot be typeset.
  mutating func inlineFormula(_ latex: String, at position: SourcePosition) -> String {
    let formulas = formulas
    guard let latex = result.chapter.expanded(latex) else {
      body.diagnostics.append(.endlessMacro(at: position))
      return "<code>\(escapeHTML(latex))</code>"
    }
    return typeset(latex, at: position) { () throws(FormulaTypesetter.FormulaError) in
      try formulas.html(latex, isDisplayed: false)
    }
  }

  /// The result of `set`, or the source and a diagnostic when the formula cannot be typeset.
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

  private func computed(_ value: Value?, digits: Int?, expression: String, live: String) -> String {
    guard let value else {
      return
        "<span class=\"computed failed\" title=\"\(escapeHTML(expression))\">\(escapeHTML(index.words[.notComputed]))</span>"
    }
    let title = "\(expression) = \(value)"
    return
      "<span class=\"computed\"\(live) title=\"\(escapeHTML(title))\">\(NumberFormat.html(value, digits: digits))</span>"
  }
}
