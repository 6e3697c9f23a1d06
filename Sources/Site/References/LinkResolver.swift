import Book
import Files

/// Resolves the links of a chapter to their destinations on the site.
struct LinkResolver {
  let index: BookIndex
  /// The index of the chapter that contains the link, from zero.
  let chapter: Int

  /// The destination of a link.
  enum Destination: Equatable {
    /// An address outside the book.
    case external(String)
    /// Another page or place of the site.
    case page(Address)
    /// A line of code on another page.
    case line(Address)
    /// A file that the site must have a copy of, by its path in the book's folder.
    case file(String)
    case broken(ReferenceProblem)

    var isExternal: Bool { if case .external = self { true } else { false } }
  }

  /// Whether an external address has a scheme that cannot run code in a browser.
  static func isHarmless(_ url: String) -> Bool {
    ["http:", "https:", "mailto:", "tel:", "//"].contains { url.lowercased().hasPrefix($0) }
  }

  /// Resolves the address of a Markdown link.
  func destination(of url: String) -> Destination {
    if url.hasPrefix("//") || url.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) != nil {
      return .external(url)
    }
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = (parts.first.map(String.init) ?? "").removingPercentEncoding ?? ""
    let anchor = parts.count > 1 ? (String(parts[1]).removingPercentEncoding ?? "") : nil
    if path.isEmpty { return place(anchor, on: chapter) }
    if let other = index.chapter(ofFile: path) {
      return place(anchor, on: other, of: index.slug(of: other))
    }
    if path == "references.html" { return .page(.text(of: "references", anchor: anchor)) }
    let others = ["index.html", "verification.html", "modules.html"]
    if others.contains(path)
      || index.symbols.modules.contains(where: { SymbolIndex.page(of: $0.name) == path })
    {
      return .page(.other(url))
    }
    let unknown = ReferenceProblem.unknownFile(path, nearest: nearestName(to: path, among: index.files))
    guard let folder = index.folder else { return .broken(unknown) }
    switch FileDoor(folder).problem(with: path, atMost: SizeLimit.attachment) {
    case nil: return .file(path)
    case .missing: return .broken(unknown)
    case let problem?: return .broken(.unreadableFile(path, problem))
    }
  }

  /// A place in `chapter`, whose page has the name `slug` if it is another one than that of the link.
  private func place(_ anchor: String?, on chapter: Int, of slug: String? = nil) -> Destination {
    guard let anchor, !anchor.isEmpty else { return .page(.text(of: slug, anchor: nil)) }
    let outline = index.outlines[chapter]
    if slug != nil, outline.lineAnchors.contains(anchor) { return .line(.text(of: slug, anchor: anchor)) }
    if outline.frameAnchors.contains(anchor) { return .page(.list(of: slug, anchor: anchor)) }
    if outline.anchors.contains(anchor) || anchor.hasPrefix("fn") {
      return .page(.text(of: slug, anchor: anchor))
    }
    let headings = outline.headings.map(\.anchor)
    return .broken(
      .unknownAnchor(anchor, page: index.page(of: chapter), nearest: nearestName(to: anchor, among: headings))
    )
  }
}
