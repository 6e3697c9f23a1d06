/// Keeps anchors unique when all chapters share one page: `id="notes"` of chapter `loop` becomes `loop.notes`.
struct SinglePageAnchors {
  private let slugs: Set<String>

  init(_ slugs: [String]) { self.slugs = Set(slugs) }

  /// The body of a chapter with unique anchors. Links to other chapters lead to places on the same page.
  func rewritten(_ html: String, of slug: String) -> String {
    html
      .replacing(/\ (id|aria-labelledby)="([^"]*)"/) { match in
        let names = match.2.split(separator: " ").map { "\(slug).\($0)" }
        return " \(match.1)=\"\(names.joined(separator: " "))\""
      }
      .replacing(/href="([^"#:\/]*)\.html(#[^"]*)?"/) { match in
        guard slugs.contains(String(match.1)) else { return String(match.0) }
        let place = match.2.map { "." + $0.dropFirst() } ?? ""
        return "href=\"#\(match.1)\(place)\""
      }
      .replacing(/href="#([^"]*)"/) { match in
        let isWhole = slugs.contains { match.1 == $0 || match.1.hasPrefix($0 + ".") }
        if isWhole { return String(match.0) }
        // Only the chapter's own page has the list of checks.
        let isCheck = match.1.hasPrefix("check-")
        return isCheck ? "href=\"\(slug).html#\(match.1)\"" : "href=\"#\(slug).\(match.1)\""
      }
      // Only in tags, because the text of a page may show the code of a style sheet.
      .replacing(/url\(#([^)]*)\)(?=[^<>]*>)/) { "url(#\(slug).\($0.1))" }
  }
}
