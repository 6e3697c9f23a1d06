import Book
import GFM

/// The chapters of a book as its contents show them: in parts, and the appendices after them.
struct ChapterGroups {
  /// Chapters that stand together, below a title if they have one.
  struct Group: Equatable {
    /// The HTML of the title; nil for chapters before the first part and for books without parts.
    var title: String?
    /// The places of the chapters in the book, from zero.
    var chapters: Range<Int>
  }

  let groups: [Group]

  /// Groups the chapters with the names `slugs`. `prose` renders a title.
  init(_ settings: BookSettings, slugs: [String], words: Words, prose: (String) -> ShortProse) {
    var starts = settings.parts.compactMap { part in
      slugs.firstIndex(of: part.first).map { (chapter: $0, title: prose(part.title).html) }
    }
    // A part that begins with the appendices has its own title.
    if !starts.isEmpty, let appendix = settings.appendices.flatMap({ slugs.firstIndex(of: $0.first) }),
      !starts.contains(where: { $0.chapter == appendix })
    {
      starts.append((appendix, escapeHTML(words[.appendices])))
    }
    starts.sort { $0.chapter < $1.chapter }
    let ends = starts.dropFirst().map(\.chapter) + [slugs.count]
    let parts = zip(starts, ends).map { Group(title: $0.title, chapters: $0.chapter..<$1) }
    let before = 0..<(starts.first?.chapter ?? slugs.count)
    groups = (before.isEmpty ? [] : [Group(title: nil, chapters: before)]) + parts
  }
}
