import GFM

/// The form in which a piece of a chapter is shown. It decides the anchors and the addresses of the piece.
enum Rendition: Equatable {
  /// On the chapter's own page.
  case page
  /// In the chapter of this name on the page of the whole book, where `notes` of chapter `loop` is `loop.notes`.
  case wholeBook(String)
  /// On a page that shows a piece of the chapter of this name.
  case elsewhere(String)
  /// In a preview of a reference, which has no anchors and no links.
  case preview

  /// The name that an anchor of the chapter has here.
  func name(_ anchor: String) -> String {
    if case .wholeBook(let chapter) = self { "\(chapter).\(anchor)" } else { anchor }
  }

  /// The attribute that makes an element the target of links; empty where it can be none.
  func id(_ anchor: String) -> String { self == .preview ? "" : " id=\"\(escapeHTML(name(anchor)))\"" }

  /// An address as a link has it here.
  func text(_ address: Address) -> String {
    let own: String? =
      switch self {
      case .wholeBook(let chapter), .elsewhere(let chapter): chapter
      case .page, .preview: nil
      }
    switch (self, address) {
    case (_, .other(let text)): return text
    case (.wholeBook(let own), .text(let name, let anchor)):
      return "#\(name ?? own)" + (anchor.map { "." + $0 } ?? "")
    case (_, .text(let name, let anchor)), (_, .list(let name, let anchor)):
      let page = (name ?? own).map { $0 + ".html" } ?? ""
      return page + (anchor.map { "#" + $0 } ?? (page.isEmpty ? "#main" : ""))
    }
  }

  /// `html` as a link, or alone where there are no links. `attributes` begin with a space.
  func link(_ html: String, to address: Address, class name: String? = nil, _ attributes: String = "")
    -> String
  {
    if self == .preview { return html }
    let name = name.map { " class=\"\($0)\"" } ?? ""
    return "<a\(name) href=\"\(escapeHTML(text(address)))\"\(attributes)>\(html)</a>"
  }

  /// A link of Markdown to another address.
  func element(to address: Address, title: String) -> Substitution {
    if self == .preview { return .element(open: "", close: "") }
    let hint = title.isEmpty ? "" : " title=\"\(escapeHTML(title))\""
    return .element(open: "<a href=\"\(escapeHTML(text(address)))\"\(hint)>", close: "</a>")
  }

  /// A drawing of the chapter's program with the anchors that it has here. Only tags change, because the text of a
  /// drawing may show the code of a style sheet.
  func drawing(_ svg: String) -> String {
    guard case .wholeBook(let chapter) = self else { return svg }
    return svg.replacing(/\ (id|aria-labelledby)="([^"]*)"/) { match in
      let names = match.2.split(separator: " ").map(String.init).map(name)
      return " \(match.1)=\"\(names.joined(separator: " "))\""
    }.replacing(/((?:href="|url\()#)(?=[^<>]*>)/) { "\($0.1)\(chapter)." }
  }
}
