import GFM

/// A documentation comment as HTML.
struct DocumentationText {
  let symbols: SymbolIndex
  let highlighter: SwiftHighlighter

  /// The HTML of a comment. Its links lead to the pages of the reference or to other sites.
  func html(_ comment: String) -> String {
    let text = Self.withPlainLists(comment)
    let tree = MarkdownDocument(text, extensions: Self.extensions).tree
    var substitutions = Typography.quotes(in: tree, language: "en").mapValues {
      Substitution.html(escapeHTML($0))
    }
    for node in tree.descendants {
      switch node.kind {
      // The page has headings of its own.
      case .heading: substitutions[node.id] = .element(open: "<p><strong>", close: "</strong></p>")
      case .code(let code):
        if let place = symbols.place(ofName: code), SymbolIndex.isName(code) {
          substitutions[node.id] = .html(SymbolLink.html(code, place))
        }
      case .codeBlock(let info, let literal, _): substitutions[node.id] = .html(listing(literal, info))
      case .htmlInline(let html), .htmlBlock(let html): substitutions[node.id] = .html(escapeHTML(html))
      case .link(let destination, _):
        let isKept = destination.hasPrefix("https:") || destination.hasPrefix("http:")
        if !isKept { substitutions[node.id] = .element(open: "", close: "") }
      case .table:
        substitutions[node.id] = .enclosed(
          before: "<div class=\"scrolling\" tabindex=\"0\">", after: "</div>")
      case .image: substitutions[node.id] = .html(escapeHTML(node.plainText))
      default: break
      }
    }
    return MarkdownDocument(text, extensions: Self.extensions).html(substituting: substitutions)
  }

  /// The first sentence of a comment without markup, for a line of a list.
  static func summary(of comment: String) -> String {
    let first = MarkdownDocument(comment, extensions: extensions).tree.children.first
    guard case .paragraph = first?.kind else { return "" }
    let words = (first?.plainText ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // A sentence ends before a capital letter, so that "e.g. this" does not end one.
    guard let end = words.firstRange(of: /[.!?] (?=\p{Lu})/) else { return words }
    return String(words[..<words.index(after: end.lowerBound)])
  }

  private static let extensions: MarkdownExtensions = [.github, .chinese]

  private func listing(_ code: String, _ info: String) -> String {
    let code = code.hasSuffix("\n") ? String(code.dropLast()) : code
    let isSwift = info.isEmpty || info.hasPrefix("swift")
    let lines = isSwift ? highlighter.lines(code).joined(separator: "\n") : escapeHTML(code)
    return "<div class=\"code\"><pre tabindex=\"0\"><code>\(lines)\n</code></pre></div>\n"
  }

  /// The lists of parameters, results and errors in Swift's form become lists that read well:
  /// `- Parameter x: The place.` → ``- `x`: The place.``
  static func withPlainLists(_ comment: String) -> String {
    guard comment.contains("- ") else { return comment }
    var isInParameters = false
    var isInCode = false
    let lines = comment.split(separator: "\n", omittingEmptySubsequences: false).compactMap {
      line -> String? in
      if line.drop(while: { $0 == " " }).hasPrefix("```") { isInCode.toggle() }
      if isInCode { return String(line) }
      if line.wholeMatch(of: /\s*- Parameters:\s*/) != nil {
        isInParameters = true
        return nil
      }
      if let item = line.wholeMatch(of: /\s*- Parameter\s+([^:]+):\s*(.*)/) {
        return "- `\(item.1)`: \(item.2)"
      }
      if isInParameters, let item = line.wholeMatch(of: /\s+- ([^:`]+):\s*(.*)/) {
        return "- `\(item.1)`: \(item.2)"
      }
      if let item = line.wholeMatch(
        of: /- (Returns|Throws|Note|Warning|Important|Precondition|Complexity):\s*(.*)/)
      {
        isInParameters = false
        return "- **\(item.1):** \(item.2)"
      }
      if !line.hasPrefix(" ") { isInParameters = false }
      return String(line)
    }
    return lines.joined(separator: "\n")
  }
}

/// A name that leads to its description in the reference.
enum SymbolLink {
  static func html(_ code: String, _ place: String, _ rendition: Rendition = .page) -> String {
    rendition.link("<code>\(escapeHTML(code))</code>", to: .other(place), class: "symbol")
  }
}
