import GFM

/// Turns the HTML of a page into XHTML for an electronic book: formulas become MathML, marks become signs, and what
/// needs the site or a script is left out.
struct XHTMLWriter {
  /// The pages that the book has, such as `one-step.html`, by which its links are known.
  private let pages: Set<String>
  /// The text so far.
  private(set) var text = ""
  /// The images of the author that it shows, relative to the folder of the chapters.
  private(set) var images: Set<String> = []
  private(set) var hasMath = false
  private(set) var hasSVG = false

  /// The end tags of the open elements; empty for elements that are not written.
  private var open: [(name: String, end: String)] = []
  /// How many elements are open since the beginning of one that is left out; zero outside of such elements.
  private var skipped = 0
  /// How many elements are open since the beginning of an SVG or MathML element.
  private var foreign = 0
  private var anchors: Set<String> = []

  /// The XHTML of `html`, whose links lead to `pages`.
  init(_ html: String, pages: Set<String>) {
    self.pages = pages
    for piece in HTMLReader.pieces(of: html) { write(piece) }
    while let element = open.popLast() { text += element.end }
  }

  private mutating func write(_ piece: HTMLPiece) {
    switch piece {
    case .comment: break
    case .text(let words): if skipped == 0 { text += Self.escaped(words) }
    case .closing(let name): close(name)
    case .opening(let tag):
      let isEmpty = tag.isSelfClosing || (foreign == 0 && Self.voidElements.contains(tag.name))
      if skipped > 0 || isLeftOut(tag) {
        if !isEmpty { skipped += 1 }
      } else {
        begin(tag, isEmpty: isEmpty)
      }
    }
  }

  private mutating func close(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard let last = open.lastIndex(where: { $0.name == name }) else { return }
    while open.count > last, let element = open.popLast() {
      text += element.end
      foreign = max(0, foreign - 1)
    }
  }

  private mutating func begin(_ tag: HTMLTag, isEmpty: Bool) {
    if foreign > 0 || tag.name == "svg" || tag.name == "math" {
      hasMath = hasMath || tag.name == "math"
      hasSVG = hasSVG || tag.name == "svg"
      text += Self.foreignTag(tag)
      if !isEmpty {
        open.append((tag.name, "</\(tag.writtenName)>"))
        foreign += 1
      }
      return
    }
    guard let tag = adapted(tag) else {
      if !isEmpty { open.append((tag.name, "")) }
      return
    }
    text += "<\(tag.element)\(tag.attributes)\(isEmpty ? "/" : "")>"
    if !isEmpty { open.append((tag.name, "</\(tag.element)>")) }
  }

  /// Links to places, to data and to the files of a figure, the narrow form of a chart, and what only KaTeX's
  /// style sheet can set.
  private func isLeftOut(_ tag: HTMLTag) -> Bool {
    let classes = Set((tag["class"] ?? "").split(separator: " "))
    return !classes.isDisjoint(with: ["anchor", "figure-files", "katex-html", "svg-chart-narrow", "copy"])
      || tag.name == "button" || tag.name == "script"
      || (tag.name == "img" && !isKept(image: tag["src"] ?? ""))
  }

  private func isKept(image address: String) -> Bool {
    address.hasPrefix("data:image/")
      || (address.hasPrefix("files/") && EPUBFile.mediaType(of: address) != nil)
  }

  private struct Adapted {
    /// The name in the HTML, by which its end is found.
    var name: String
    var element: String
    var attributes: String
  }

  /// The tag with what XHTML and the book allow; nil for an element of which only the content is kept.
  private mutating func adapted(_ tag: HTMLTag) -> Adapted? {
    let classes = (tag["class"] ?? "").split(separator: " ")
    if classes.contains("katex") || classes.contains("katex-mathml") { return nil }
    var element = tag.name
    var attributes: [(name: String, value: String)] = []
    var style = tag["style"] ?? ""
    for (name, value) in tag.attributes {
      let value = Self.unescaped(value ?? "")
      switch name {
      case "href":
        if let link = link(value) { attributes.append((name, link)) } else { element = "span" }
      case "src":
        if value.hasPrefix("files/") { images.insert(String(value.dropFirst("files/".count))) }
        attributes.append((name, value))
      case "id", "name":
        let isFirst =
          !value.isEmpty && !value.contains(where: \.isWhitespace) && anchors.insert(value).inserted
        if isFirst { attributes.append(("id", value)) }
      case "align": style += (style.isEmpty ? "" : ";") + "text-align:\(value)"
      case "style", "download", "target", "rel", "tabindex": break
      case "lang":
        attributes.append(("lang", value))
        attributes.append(("xml:lang", value))
      default:
        let isName = name == "epub:type" || name.wholeMatch(of: /[a-z][a-z0-9\-]*/) != nil
        if isName, !attributes.contains(where: { $0.name == name }) { attributes.append((name, value)) }
      }
    }
    if !style.isEmpty { attributes.append(("style", style)) }
    // A scrolling box of the site is an ordinary box here.
    if classes.contains("scrolling") { attributes.removeAll { ["role", "aria-label"].contains($0.name) } }
    if element == "span", tag.name == "a" { attributes.removeAll { $0.name == "title" && $0.value.isEmpty } }
    return Adapted(
      name: tag.name, element: element,
      attributes: attributes.map { " \($0.name)=\"\(escapeHTML($0.value))\"" }.joined())
  }

  /// The address in the book; nil if the link leads to something that only the site has.
  private func link(_ address: String) -> String? {
    if address.hasPrefix("#check-") { return nil }
    if address.hasPrefix("#") { return address }
    if address.contains(/^(https?|mailto):/) { return address.replacing(" ", with: "%20") }
    let page = String(address.prefix { $0 != "#" })
    guard pages.contains(page) else { return nil }
    let place = address.dropFirst(page.count)
    if place.hasPrefix("#L") || place.hasPrefix("#check-") { return nil }
    return page.replacing(".html", with: ".xhtml") + place
  }

  private static func foreignTag(_ tag: HTMLTag) -> String {
    var source = tag.source
    if tag.name == "svg", tag["xmlns"] == nil {
      source = source.replacing("<svg", with: "<svg xmlns=\"http://www.w3.org/2000/svg\"", maxReplacements: 1)
    }
    return source.replacing(/\ lang="/, with: " xml:lang=\"").replacing(/\ tabindex="[^"]*"/, with: "")
  }

  /// Text with the five entities of XML alone. An entity of HTML becomes its character.
  private static func escaped(_ text: String) -> String {
    var rest = text[...]
    var escaped = ""
    while let sign = rest.firstIndex(where: { $0 == "&" || $0 == "<" || $0 == ">" }) {
      escaped += rest[..<sign]
      let character = rest[sign]
      rest = rest[rest.index(after: sign)...]
      if character == "<" {
        escaped += "&lt;"
      } else if character == ">" {
        escaped += "&gt;"
      } else if let match = rest.prefixMatch(of: /(amp|lt|gt|quot|apos|#[0-9]+|#[xX][0-9a-fA-F]+);/) {
        escaped += "&\(match.0)"
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: /([a-zA-Z]+);/), let known = entities[String(match.1)] {
        escaped += known
        rest = rest[match.range.upperBound...]
      } else {
        escaped += "&amp;"
      }
    }
    return escaped + rest
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  private static let entities = [
    "nbsp": "\u{A0}", "copy": "©", "mdash": "—", "ndash": "–", "hellip": "…", "times": "×", "minus": "−",
    "rarr": "→", "larr": "←", "middot": "·", "deg": "°", "laquo": "«", "raquo": "»", "shy": "\u{AD}",
  ]

  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
}
