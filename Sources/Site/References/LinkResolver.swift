import Book
import Files

/// Says where a link of a chapter leads on the site.
struct LinkResolver {
  let index: BookIndex
  /// The chapter that the link stands in, from zero.
  let chapter: Int

  /// Where a link leads.
  enum Destination: Equatable {
    /// Out of the book.
    case external(String)
    /// Another place of the site; the text is what stands in the page.
    case page(String)
    /// A line of code on another page.
    case line(String)
    /// A file of the author's, which the site needs a copy of: its path below the book's folder.
    case file(String)
    case broken(ReferenceProblem)

    var isExternal: Bool { if case .external = self { true } else { false } }
  }

  /// Whether an address out of the book can run nothing in a browser.
  static func isHarmless(_ url: String) -> Bool {
    ["http:", "https:", "mailto:", "tel:", "//"].contains { url.lowercased().hasPrefix($0) }
  }

  /// The destination of what stands between the parentheses of a link.
  func destination(of url: String) -> Destination {
    if url.hasPrefix("//") || url.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) != nil {
      return .external(url)
    }
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = (parts.first.map(String.init) ?? "").removingPercentEncoding ?? ""
    let anchor = parts.count > 1 ? (String(parts[1]).removingPercentEncoding ?? "") : nil
    if path.isEmpty { return place(anchor, on: chapter, prefix: "") }
    if let other = index.chapter(ofFile: path) {
      return place(anchor, on: other, prefix: index.page(of: other))
    }
    if ["index.html", "verification.html", "references.html"].contains(path) { return .page(url) }
    let unknown = ReferenceProblem.unknownFile(path, nearest: nearestName(to: path, among: index.files))
    guard let folder = index.folder else { return .broken(unknown) }
    switch FileDoor(folder).problem(with: path, atMost: SizeLimit.attachment) {
    case nil: return .file(path)
    case .missing: return .broken(unknown)
    case let problem?: return .broken(.unreadableFile(path, problem))
    }
  }

  private func place(_ anchor: String?, on chapter: Int, prefix: String) -> Destination {
    guard let anchor, !anchor.isEmpty else { return .page(prefix.isEmpty ? "#main" : prefix) }
    let anchors = index.outlines[chapter].anchors
    if !prefix.isEmpty, index.outlines[chapter].lineAnchors.contains(anchor) {
      return .line("\(prefix)#\(anchor)")
    }
    if anchors.contains(anchor) || anchor.hasPrefix("fn") { return .page("\(prefix)#\(anchor)") }
    let headings = index.outlines[chapter].headings.map(\.anchor)
    return .broken(
      .unknownAnchor(anchor, page: index.page(of: chapter), nearest: nearestName(to: anchor, among: headings))
    )
  }
}
