/// Makes the anchors of a page's headings as GitHub does. Each anchor is unique on the page.
struct SlugMaker {
  private var counts: [String: Int] = [:]

  /// `What ε does` → `what-ε-does`; the second one gets `-1`.
  mutating func slug(for title: String) -> String {
    let kept = title.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
    let slug = kept.isEmpty ? "section" : kept.replacing(" ", with: "-")
    let count = counts[slug, default: 0]
    counts[slug] = count + 1
    return count == 0 ? slug : "\(slug)-\(count)"
  }
}
