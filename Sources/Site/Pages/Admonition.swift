import GFM

/// A block quote that begins with a marker such as `[!NOTE]`, as on GitHub.
enum Admonition {
  /// The five kinds that GitHub has.
  enum Kind: String, CaseIterable {
    case note = "NOTE"
    case tip = "TIP"
    case important = "IMPORTANT"
    case warning = "WARNING"
    case caution = "CAUTION"

    /// The title of the admonition on the page.
    var word: Word {
      switch self {
      case .note: .note
      case .tip: .tip
      case .important: .important
      case .warning: .warning
      case .caution: .caution
      }
    }
  }

  /// The name in the marker, its text node, and the nodes to remove because they contain only the marker.
  static func marker(
    of quote: MarkdownNode
  ) -> (name: String, node: MarkdownNode, nodes: [MarkdownNode.ID])? {
    guard quote.kind == .blockQuote, let paragraph = quote.children.first, paragraph.kind == .paragraph,
      let first = paragraph.children.first, case .text(let text) = first.kind,
      let match = text.wholeMatch(of: /\[!([A-Za-z]+)\]\s*/)
    else { return nil }
    let name = String(match.output.1)
    if paragraph.children.count == 1 { return (name, first, [paragraph.id]) }
    let next = paragraph.children[1]
    return next.kind == .softBreak || next.kind == .lineBreak ? (name, first, [first.id, next.id]) : nil
  }

  /// The HTML element that replaces the block quote.
  static func element(_ kind: Kind, _ words: Words) -> Substitution {
    let name = kind.rawValue.lowercased()
    let title = escapeHTML(words[kind.word])
    return .element(
      open: """
        <div class="admonition \(name)" role="note" aria-label="\(title)"><p class="admonition-title">\(title)</p>

        """, close: "</div>\n")
  }
}
