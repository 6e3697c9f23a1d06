/// The list of all chapters, which stands on every page with another one marked as the current. Each entry is set once as
/// it is and once marked, instead of all entries for each page.
struct ContentsList {
  private let entries: [String]
  private let marked: [String]

  /// Whether a title holds a formula.
  let hasFormulas: Bool

  init(
    _ results: [ChapterResult], titles: [ShortProse], chapters: ChapterNumbers, materials: SiteMaterials
  ) {
    hasFormulas = titles.contains { KaTeXFonts.hasFormulas($0.html) }
    func entry(_ chapter: Int, isCurrent: Bool) -> String {
      let content: TemplateContent = [
        "url": results[chapter].page, "titleHTML": titles[chapter].html, "number": chapters[chapter],
        "hasFailed": results[chapter].report.failed > 0, "isCurrent": isCurrent,
      ]
      return materials.templates.render(
        "contents-entry", content.merging(materials.wordContent) { own, _ in own })
    }
    entries = results.indices.map { entry($0, isCurrent: false) }
    marked = results.indices.map { entry($0, isCurrent: true) }
  }

  /// The list on the page of the chapter `current`, or on a page that is no chapter's.
  func html(current: Int?) -> String {
    entries.indices.map { $0 == current ? marked[$0] : entries[$0] }.joined()
  }
}
