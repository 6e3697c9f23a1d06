import Book
import GFM

/// A title or a summary: a line of Markdown with formulas and code. It has no links, because a page may use it as the
/// text of a link.
struct ShortProse {
  /// The HTML for the text of a page.
  let html: String
  /// The plain text, for a browser's title bar, search and metadata.
  let plain: String

  /// Typesets the formulas of `text`. A formula that cannot be typeset keeps its source.
  init(
    _ text: String, formulas: FormulaTypesetter, macros: FormulaMacros = FormulaMacros(),
    language: String = ""
  ) {
    let tree = MarkdownDocument(text).tree
    // A title that parses as a list or a quote is plain text.
    guard text.utf8.contains(where: Self.isMarkup), tree.children.count == 1,
      tree.children[0].kind == .paragraph
    else {
      html = escapeHTML(text)
      plain = text
      return
    }
    var substitutions = Typography.quotes(in: tree, language: language)
      .mapValues { Substitution.html(escapeHTML($0)) }
    for node in tree.descendants {
      switch node.kind {
      case .math(let latex):
        let set = macros.expand(latex).flatMap { latex in try? formulas.html(latex, isDisplayed: false) }
        if let set { substitutions[node.id] = .html(set) }
      case .link: substitutions[node.id] = .element(open: "", close: "")
      case .htmlInline(let html): substitutions[node.id] = .html(escapeHTML(html))
      case .footnoteReference, .image: substitutions[node.id] = .html("")
      default: break
      }
    }
    html = MarkdownDocument(text).inlineHTML(substituting: substitutions) ?? escapeHTML(text)
    plain = Self.plain(tree)
  }

  /// The plain text of a line of Markdown.
  static func plain(_ text: String) -> String {
    text.utf8.contains(where: isMarkup) ? plain(MarkdownDocument(text).tree) : text
  }

  private static func plain(_ tree: MarkdownNode) -> String {
    words(of: tree).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The plain text of a node, with formulas as Unicode signs.
  static func words(of node: MarkdownNode) -> String {
    switch node.kind {
    case .text(let text): text.replacing("\\@", with: "@")
    case .code(let text), .htmlInline(let text): text
    case .math(let latex): FormulaWords.text(of: latex)
    case .displayMath(let formula): FormulaWords.text(of: formula.latex)
    case .softBreak, .lineBreak: " "
    default: node.children.map(words).joined()
    }
  }

  private static func isMarkup(_ byte: UInt8) -> Bool { "$`*_[<\\&~'\"".utf8.contains(byte) }
}
