import Book
import GFM

/// Renders the Markdown of hints, questions and answers. It can contain formulas but no references.
struct ProseFragment {
  let formulas: FormulaTypesetter
  let macros: FormulaMacros
  /// The language of the book.
  let language: String
  let rendition: Rendition
  private(set) var problems: [Problem] = []

  /// A part of the Markdown that the page does not show as it was written.
  enum Problem {
    /// A formula that cannot be set, with the message of the typesetter.
    case formula(String)
    case html(RawHTML.Notice)

    func diagnostic(at position: SourcePosition) -> Diagnostic {
      switch self {
      case .formula(let message): Diagnostic(.error, at: position, "the formula cannot be set: \(message)")
      case .html(let notice): ReferenceProblem(notice).diagnostic(at: position)
      }
    }
  }

  init(formulas: FormulaTypesetter, macros: FormulaMacros, language: String, rendition: Rendition) {
    self.language = language
    self.rendition = rendition
    self.formulas = formulas
    self.macros = macros
  }

  /// The HTML of `markdown`. With `isInline`, a single paragraph has no tags around it.
  mutating func html(_ markdown: String, isInline: Bool = false) -> String {
    let tree = MarkdownDocument(markdown).tree
    var substitutions = Typography.quotes(in: tree, language: language)
      .mapValues { Substitution.html(escapeHTML($0)) }
    var raw = RawHTML()
    var notices: [RawHTML.Notice] = []
    for node in tree.descendants {
      switch node.kind {
      case .math(let latex): substitutions[node.id] = .html(formula(latex, isDisplayed: false))
      case .displayMath(let formula):
        let block = "<div class=\"formula\">\(self.formula(formula.latex, isDisplayed: true))</div>"
        substitutions[node.id] = .html(raw.block(block))
      case .htmlInline(let html), .htmlBlock(let html):
        substitutions[node.id] = .html(
          raw.filter(html, &notices, rendition) { LinkResolver.isHarmless($0) ? .other($0) : nil })
      case .link where rendition == .preview: substitutions[node.id] = .element(open: "", close: "")
      case .link(let destination, let title) where rendition != .page && destination.hasPrefix("#"):
        substitutions[node.id] = rendition.element(
          to: .here(String(destination.dropFirst())), title: title)
      default: break
      }
    }
    for node in tree.descendants where node.kind == .htmlWithFormulas {
      let parts = node.children.map { part -> String in
        if case .html(let html) = substitutions[part.id] { html } else { "" }
      }
      substitutions[node.id] = .html(parts.joined())
    }
    let end = raw.end(&notices)
    problems += notices.map(Problem.html)
    if isInline, let html = MarkdownDocument(markdown).inlineHTML(substituting: substitutions) {
      return html + end
    }
    return MarkdownDocument(markdown).html(substituting: substitutions, notes: rendition.name("")) + end
  }

  private mutating func formula(_ latex: String, isDisplayed: Bool) -> String {
    do {
      return try formulas.html(macros.expand(latex) ?? latex, isDisplayed: isDisplayed)
    } catch {
      problems.append(.formula(error.message))
      return "<code>\(escapeHTML(latex))</code>"
    }
  }
}
