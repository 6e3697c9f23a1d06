/// The raw HTML that is allowed on a page. Other elements and attributes could run scripts, load files or change the
/// style.
enum AllowedHTML {
  static let elements: Set<String> = [
    "a", "abbr", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "center", "cite",
    "code", "col",
    "colgroup",
    "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre", "q", "rp",
    "rt",
    "ruby", "s", "samp", "section", "small", "source", "span", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr",
  ]

  /// Elements without an end tag.
  static let void: Set<String> = ["br", "col", "hr", "img", "source", "wbr"]

  /// Elements that are removed together with their content.
  static let withHiddenText: Set<String> = [
    "script", "style", "iframe", "object", "noscript", "template", "textarea",
  ]

  static let attributes: Set<String> = [
    "abbr", "align", "alt", "cite", "class", "colspan", "datetime", "dir", "headers", "height", "href", "id",
    "lang", "name", "open", "reversed", "role", "rowspan", "scope", "span", "src", "start", "title", "type",
    "valign", "value", "width",
  ]

  /// Attributes that are removed without a warning, because the text does not depend on them.
  static let ofLookOnly: Set<String> = [
    "style", "border", "bgcolor", "color", "face", "size", "cellpadding", "cellspacing", "loading",
    "decoding",
    "target", "rel",
  ]

  static func allows(attribute name: String) -> Bool {
    attributes.contains(name) || name.hasPrefix("aria-")
  }
}
