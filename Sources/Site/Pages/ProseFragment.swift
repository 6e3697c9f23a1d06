import Book
import GFM

/// Renders the Markdown of hints, questions and answers. It can contain formulas but no references.
struct ProseFragment {
  let formulas: FormulaTypesetter
  let macros: FormulaMacros
  /// The language of the book.
  let language: String
  /// The messages of the typesetter about formulas that cannot be set.
  private(set) var problems: [String] = []

  init(formulas: FormulaTypesetter, macros: FormulaMacros, language: String) {
    self.language = language
    self.formulas = formulas
    self.macros = macros
  }

  /// The HTML of `markdown`. `isInline` removes the tags of paragraphs.
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
        substitutions[node.id] = .html(
          "<div class=\"formula\">\(self.formula(formula.latex, isDisplayed: true))</div>")
      case .htmlInline(let html), .htmlBlock(let html):
        substitutions[node.id] = .html(
          raw.filter(html, &notices) { LinkResolver.isHarmless($0) ? $0 : nil })
      default: break
      }
    }
    var html = MarkdownDocument(markdown).html(substituting: substitutions) + raw.end(&notices)
    if isInline {
      html = html.replacing("<p>", with: "").replacing("</p>", with: "")
      while html.last?.isWhitespace == true { html.removeLast() }
    }
    return html
  }

  private mutating func formula(_ latex: String, isDisplayed: Bool) -> String {
    do {
      return try formulas.html(macros.expand(latex) ?? latex, isDisplayed: isDisplayed)
    } catch {
      problems.append(error.message)
      return "<code>\(escapeHTML(latex))</code>"
    }
  }
}
