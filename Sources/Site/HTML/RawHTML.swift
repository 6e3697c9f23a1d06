import Book
import GFM

/// Filters the raw HTML of a chapter and tracks the open elements, so that the page stays well formed.
struct RawHTML {
  /// A change to the raw HTML that the author must know about.
  enum Notice: Equatable {
    /// An element or attribute that is not allowed.
    case removed(String)
    /// An end tag without an open element.
    case endWithoutBeginning(String)
    /// An element without an end tag.
    case notClosed(String)
  }

  /// The elements that are open, the outermost first.
  private var open: [String] = []
  /// The removed element whose content is being skipped.
  private var hidden: String?

  /// Filters a piece of raw HTML for the page.
  ///
  /// - Parameter resolve: Returns the address for an `href` or `src` attribute; nil removes the attribute.
  mutating func filter(
    _ html: String, _ notices: inout [Notice], _ rendition: Rendition,
    resolve: (_ address: String) -> Address?
  ) -> String {
    var output = ""
    for piece in HTMLReader.pieces(of: html) {
      if let name = hidden {
        if case .closing(name) = piece { hidden = nil }
        continue
      }
      switch piece {
      case .text(let text): output += text
      case .comment(let comment): output += comment
      case .opening(let tag):
        guard AllowedHTML.elements.contains(tag.name) else {
          notices.append(.removed("<\(tag.name)>"))
          if AllowedHTML.withHiddenText.contains(tag.name), !tag.isSelfClosing { hidden = tag.name }
          continue
        }
        output += text(of: tag, &notices, rendition, resolve)
        if !AllowedHTML.void.contains(tag.name) {
          if tag.isSelfClosing { output += "</\(tag.name)>" } else { open.append(tag.name) }
        }
      case .closing(let name):
        guard AllowedHTML.elements.contains(name), !AllowedHTML.void.contains(name) else { continue }
        guard let index = open.lastIndex(of: name) else {
          notices.append(.endWithoutBeginning(name))
          continue
        }
        for inner in open[(index + 1)...].reversed() {
          if !Self.closesItself.contains(inner) { notices.append(.notClosed(inner)) }
          output += "</\(inner)>"
        }
        open.removeSubrange(index...)
        output += "</\(name)>"
      }
    }
    return output
  }

  /// The end tags of all elements that are still open.
  mutating func end(_ notices: inout [Notice]) -> String {
    defer { open = [] }
    notices += open.filter { !Self.closesItself.contains($0) }.map { .notClosed($0) }
    if let hidden { notices.append(.notClosed(hidden)) }
    return open.reversed().map { "</\($0)>" }.joined()
  }

  /// Elements whose end tag may be left out.
  private static let closesItself: Set<String> = [
    "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot",
  ]

  private func text(
    of tag: HTMLTag, _ notices: inout [Notice], _ rendition: Rendition,
    _ resolve: (_ address: String) -> Address?
  ) -> String {
    var text = "<\(tag.name)"
    for (name, value) in tag.attributes {
      guard AllowedHTML.allows(attribute: name) else {
        if !AllowedHTML.ofLookOnly.contains(name) { notices.append(.removed("\(name)=")) }
        continue
      }
      guard var value else {
        text += " \(name)"
        continue
      }
      switch name {
      case "href" where rendition == .preview, "id" where rendition == .preview: continue
      case "href", "src":
        guard let address = resolve(unescapeHTML(value)) else { continue }
        value = escapeHTML(rendition.text(address))
      case "id": value = rendition.name(value)
      case "name" where tag.name == "a": value = rendition.name(value)
      case "aria-labelledby":
        value = value.split(separator: " ").map { rendition.name(String($0)) }.joined(separator: " ")
      default: break
      }
      text += " \(name)=\"\(value.escaping(["\"": "&quot;"]))\""
    }
    return text + ">"
  }

  /// A block element of the page, such as a displayed formula, between the raw HTML. An open paragraph ends before it
  /// and goes on after it, because browsers let no block stand in a paragraph.
  func block(_ html: String) -> String {
    open.last == "p" && hidden == nil ? "</p>\(html)<p>" : html
  }

  /// The anchors that raw HTML gives a page: `id` of any element, `name` of a link.
  static func anchors(in html: String) -> [String] {
    HTMLReader.pieces(of: html).flatMap { piece -> [String] in
      guard case .opening(let tag) = piece else { return [] }
      return [tag["id"], tag.name == "a" ? tag["name"] : nil].compactMap(\.self)
    }
  }
}
