import Book
import Checks
import GFM

/// A link to an address outside the book.
package struct ExternalLink: Sendable, Equatable {
  /// The address that the link leads to.
  package var url: String
  /// The position of the link in its chapter.
  package var position: SourcePosition
}

extension BodyRenderer {
  /// Substitutes the references, links, formulas, raw HTML, tables and admonitions below `node`.
  mutating func substituteProse(in node: MarkdownNode, isInLink: Bool = false) {
    var isInLink = isInLink
    switch node.kind {
    case .math(let latex): substitutions[node.id] = .html(inlineFormula(latex, at: position(of: node)))
    case .displayMath(let formula) where substitutions[node.id] == nil:
      // A displayed formula in a caption is not a block: it is set inline and has no checks.
      substitutions[node.id] = .html(inlineFormula(formula.latex, at: position(of: node)))
    case .htmlInline(let html), .htmlBlock(let html):
      substitutions[node.id] = .html(filtered(html, at: position(of: node)))
    case .htmlWithFormulas:
      substitutions[node.id] = .html(node.children.map { htmlWithFormula($0) }.joined())
      return
    case .text(let text):
      if substitutions[node.id] == nil { substitute(text, node, isInLink: isInLink) }
    case .code(let name):
      if !isInLink, substitutions[node.id] == nil { substituteSymbol(name, node) }
    case .table:
      substitutions[node.id] = .enclosed(
        before:
          "<div class=\"scrolling\" tabindex=\"0\" role=\"group\" aria-label=\"\(escapeHTML(index.words[.aTable]))\">",
        after: "</div>")
    case .tableRow(isHeader: true):
      // The head of a column without a title. As an ordinary cell it announces nothing to a screen reader.
      for cell in node.children where cell.children.isEmpty { substitutions[cell.id] = .html("<td></td>") }
    case .blockQuote: substituteAdmonition(node)
    case .link(let destination, _) where destination.hasPrefix(ClaimExaminer.scheme):
      isInLink = true
      substituteClaim(node, label: destination.dropFirst(ClaimExaminer.scheme.count))
    case .link(let destination, let title):
      isInLink = true
      if let url = resolved(destination, at: position(of: node)) {
        substitutions[node.id] = rendition.element(to: url, title: title)
      } else if rendition == .preview {
        substitutions[node.id] = .element(open: "", close: "")
      }
    case .image(let source, let title):
      if let url = resolved(source, at: position(of: node)) {
        let hint = title.isEmpty ? "" : " title=\"\(escapeHTML(title))\""
        substitutions[node.id] = .html(
          "<img src=\"\(escapeHTML(rendition.text(url)))\" alt=\"\(escapeHTML(node.plainText))\"\(hint)>")
      }
      return
    default: break
    }
    for child in node.children { substituteProse(in: child, isInLink: isInLink) }
  }

  private mutating func substitute(_ written: String, _ node: MarkdownNode, isInLink: Bool) {
    let curled = quotes[node.id] ?? written
    // `{#sec-name}` after a heading is its anchor and is not shown.
    let (shown, anchor) = PageOutline.titleAndAnchor(curled)
    let isAnchored = anchor.map { anchor in index.outlines[chapter].headings.contains { $0.anchor == anchor }
    }
    let text = isAnchored == true ? shown : curled
    if text != written { substitutions[node.id] = .html(escapeHTML(text)) }
    if isInLink, text.contains("\\@") {
      substitutions[node.id] = .html(escapeHTML(text.replacing("\\@", with: "@")))
    }
    guard !isInLink, let found = ProseReferences(index: index, chapter: chapter).found(in: text) else {
      return
    }
    substitutions[node.id] = .html(found.html(for: rendition))
    body.citations += found.citations
    for (name, offset) in found.unknown {
      var place = position(of: node)
      if captioned == nil {
        // Curling changes no number of characters, but their bytes.
        let characters = String(decoding: text.utf8.prefix(offset), as: UTF8.self).count
        place.utf8Column += written.prefix(characters).utf8.count
      }
      report(problem(ofUnknown: name), at: place)
    }
  }

  /// Gives a claim in the text the verdict of its assertion in the code.
  private mutating func substituteClaim(_ node: MarkdownNode, label: Substring) {
    let check = result.report.checks.first { $0.kind == .claim && $0.subject == label }
    let state = check?.appearance.rawValue ?? "failed"
    // The check leads to the first of several sentences.
    let id = claimed.insert(label).inserted ? rendition.id("claim-\(label)") : ""
    substitutions[node.id] = .element(
      open: "<span\(id) class=\"claim \(state)\">",
      close: "</span>\(check.map { Mark.html($0, index.words, rendition) } ?? "")")
  }

  /// Links a name between two signs to its description in the reference: ``RMSProp``.
  private mutating func substituteSymbol(_ name: String, _ node: MarkdownNode) {
    guard isBetweenTwoSigns(node), SymbolIndex.isName(name) else { return }
    if let place = index.symbols.place(ofName: name) {
      substitutions[node.id] = .html(SymbolLink.html(name, place, rendition))
    } else {
      report(.unknownSymbol(name, nearest: index.symbols.nearest(to: name)), at: position(of: node))
    }
  }

  /// Whether the source has exactly two signs before the code. Its node begins after them.
  private func isBetweenTwoSigns(_ node: MarkdownNode) -> Bool {
    guard sourceLines.indices.contains(node.startLine - 1) else { return false }
    let before = sourceLines[node.startLine - 1].utf8.prefix(node.startColumn - 1)
    return before.reversed().prefix { $0 == UInt8(ascii: "`") }.count == 2
  }

  private func problem(ofUnknown name: String) -> ReferenceProblem {
    guard let prefix = ProseReferences.prefixes.first(where: { name.hasPrefix($0) }) else {
      return .unknownCitation(name, nearest: nearestName(to: name, among: index.entries.keys.sorted()))
    }
    if index.outlines.contains(where: { $0.anchors.contains(name) }) { return .labelShowsNothing(name) }
    return .unknownReference(name, nearest: nearestName(to: name, among: index.names(like: prefix)))
  }

  private mutating func substituteAdmonition(_ quote: MarkdownNode) {
    guard let marker = Admonition.marker(of: quote) else { return }
    guard let kind = Admonition.Kind(rawValue: marker.name.uppercased()) else {
      let names = Admonition.Kind.allCases.map(\.rawValue)
      report(
        .unknownAdmonition(marker.name, nearest: nearestName(to: marker.name, among: names)),
        at: position(of: marker.node))
      return
    }
    substitutions[quote.id] = Admonition.element(kind, index.words)
    for node in marker.nodes { substitutions[node] = .html("") }
  }

  /// A part of a block of raw HTML: raw HTML or a formula.
  private mutating func htmlWithFormula(_ part: MarkdownNode) -> String {
    if case .displayMath = part.kind, case .html(let block) = substitutions[part.id] {
      return rawHTML.block(block)
    }
    substituteProse(in: part)
    return if case .html(let html) = substitutions[part.id] { html } else { "" }
  }

  /// Filters raw HTML for the page and reports the removed parts.
  private mutating func filtered(_ html: String, at position: SourcePosition) -> String {
    var notices: [RawHTML.Notice] = []
    var raw = rawHTML
    let filtered = raw.filter(html, &notices, rendition) { address in
      let isExternal = LinkResolver(index: index, chapter: chapter).destination(of: address).isExternal
      if isExternal, !LinkResolver.isHarmless(address) { return nil }
      return resolved(address, at: position) ?? .other(address)
    }
    rawHTML = raw
    report(notices, at: position)
    return filtered
  }

  /// Closes the elements that raw HTML has left open.
  mutating func endRawHTML() {
    var notices: [RawHTML.Notice] = []
    body.html += rawHTML.end(&notices)
    report(notices, at: SourcePosition(file: result.chapter.path, line: 1))
  }

  private mutating func report(_ notices: [RawHTML.Notice], at position: SourcePosition) {
    for notice in notices { report(ReferenceProblem(notice), at: position) }
  }

  /// The address for a link's destination; nil when the destination is not changed.
  private mutating func resolved(_ destination: String, at position: SourcePosition) -> Address? {
    switch LinkResolver(index: index, chapter: chapter).destination(of: destination) {
    case .external(let url):
      body.externalLinks.append(ExternalLink(url: url, position: position))
      return nil
    case .page(let url): return url
    case .line(let url):
      body.showsLinesElsewhere = true
      return url
    case .file(let path):
      body.files.insert(path)
      return .other("files/\(path)")
    case .broken(let problem):
      report(problem, at: position)
      return nil
    }
  }

  private mutating func report(_ problem: ReferenceProblem, at position: SourcePosition) {
    body.diagnostics.append(problem.diagnostic(at: position))
  }
}
