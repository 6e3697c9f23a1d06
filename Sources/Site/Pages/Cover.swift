import Book
import GFM

/// The parts of the first page that invite to read, as HTML.
struct Cover {
  /// The figure, with links that lead from the first page; nil when the book has none.
  private(set) var figure: String?
  /// The path of the figure as a file; nil for tables and formulas.
  private(set) var figureFile: String?
  private(set) var highlights: [String] = []
  private(set) var audience: String?
  /// Errors about links, references and formulas.
  private(set) var diagnostics: [Diagnostic] = []

  /// Renders the cover of a book whose chapters have `bodies`.
  init(
    _ settings: BookSettings.Cover, bodies: [BodyRenderer.Body], index: BookIndex,
    formulas: FormulaTypesetter, macros: FormulaMacros
  ) {
    if let body = bodies.first(where: { $0.coverFigure != nil }) {
      figure = body.coverFigure
      figureFile = body.figures.first { $0.label == settings.figure }?.svgPath
    }
    let position = settings.position ?? SourcePosition(file: "book.yml", line: 1)
    var prose = CoverProse(index: index, formulas: formulas, macros: macros, position: position)
    highlights = settings.highlights.map { prose.html($0) }
    audience = settings.audience.map { prose.html($0) }
    diagnostics = prose.diagnostics
  }

  /// All HTML of the cover.
  var html: [String] { [figure, audience].compactMap { $0 } + highlights }
}

/// Renders a line of Markdown with links, references and formulas outside of any chapter.
private struct CoverProse {
  let index: BookIndex
  let formulas: FormulaTypesetter
  let macros: FormulaMacros
  let position: SourcePosition
  var diagnostics: [Diagnostic] = []

  mutating func html(_ text: String) -> String {
    let document = MarkdownDocument(text)
    var substitutions: [MarkdownNode.ID: Substitution] = [:]
    let quotes = Typography.quotes(in: document.tree, language: index.language)
    for node in document.tree.descendants {
      switch node.kind {
      case .math(let latex):
        do {
          let html = try formulas.html(macros.expand(latex) ?? latex, isDisplayed: false)
          substitutions[node.id] = .html(html)
        } catch {
          report("the formula cannot be set: \(error.message)")
        }
      case .link(let destination, _):
        switch LinkResolver(index: index, chapter: 0).destination(of: destination) {
        case .external: break
        case .page(let url), .line(let url):
          substitutions[node.id] = Rendition.page.element(to: url, title: "")
        case .file: report("the cover cannot link to the file '\(destination)'")
        case .broken(let problem): diagnostics.append(problem.diagnostic(at: position))
        }
      case .text(let text):
        let shown = quotes[node.id] ?? text
        let found = ProseReferences(index: index, chapter: -1).found(in: shown)
        for unknown in found?.unknown ?? [] { report("nothing is called '\(unknown.name)'") }
        substitutions[node.id] = .html(found?.html(for: .page) ?? escapeHTML(shown))
      case .htmlInline(let html), .htmlBlock(let html): substitutions[node.id] = .html(escapeHTML(html))
      default: break
      }
    }
    return document.inlineHTML(substituting: substitutions) ?? escapeHTML(text)
  }

  private mutating func report(_ message: String) {
    diagnostics.append(Diagnostic(.error, at: position, message))
  }
}
