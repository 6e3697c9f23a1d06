/// The list of all chapters. Every page shows it with its own chapter marked.
///
/// Each entry is rendered twice, once plain and once marked, instead of once for every page.
struct ContentsList {
  private let entries: [String]
  private let marked: [String]
  private let groups: [ChapterGroups.Group]

  init(
    _ results: [ChapterResult], titles: [ShortProse], chapters: ChapterNumbers, groups: ChapterGroups,
    materials: SiteMaterials
  ) {
    self.groups = groups.groups
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

  /// The list with the chapter `current` marked. Pages that belong to no chapter pass nil.
  func html(current: Int?) -> String {
    groups.map { group in
      let list = group.chapters.map { $0 == current ? marked[$0] : entries[$0] }.joined()
      guard let title = group.title else { return list }
      return "<li class=\"part\"><span>\(title)</span>\n<ol>\n\(list)</ol></li>\n"
    }.joined()
  }
}
