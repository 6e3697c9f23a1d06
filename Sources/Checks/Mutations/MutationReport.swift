/// Whether the checks of a book bite: how many changes of its numbers they notice.
package struct MutationReport: Sendable, Equatable, Codable {
  /// The chapters with numbers to change, in the order of the book.
  package var chapters: [Chapter]
  /// How many changes were made to the chapters as they are.
  package var tried: Int
  /// How many of these a check noticed.
  package var noticed: Int

  /// One chapter.
  package struct Chapter: Sendable, Equatable, Codable {
    /// As the author would type it.
    package var path: String
    /// Whether what was found out holds for the chapter as it is.
    package var standing: Standing
    /// How many numbers there were to change.
    package var possible: Int
    /// How many of them were changed.
    package var tried: Int
    /// How many of the changes a check noticed.
    package var noticed: Int
    /// The changes that no check noticed, as text.
    package var unnoticed: [String]
    /// The lines that the author has excepted.
    package var excepted: [ChapterMutations.Excepted]
  }

  /// What an outcome of earlier is worth.
  package enum Standing: String, Sendable, Codable {
    /// It is that of the chapter as it is.
    case current
    /// The chapter's code, formulas or checks have changed since.
    case chapterChanged = "chapter changed"
    /// The modules that the chapter uses have changed since; it counts, with a remark.
    case modulesChanged = "modules changed"
  }

  /// What `record` says of chapters as they are, each given by its path and what it is made of; nil when it says
  /// nothing of any.
  package init?(_ record: MutationRecord, chapters current: [(path: String, basis: MutationBasis)]) {
    chapters = current.compactMap { path, basis in
      guard let kept = record.chapters[Self.name(of: path)], kept.possible + kept.excepted.count > 0 else {
        return nil
      }
      let standing: Standing =
        if kept.basis.chapter != basis.chapter {
          .chapterChanged
        } else if kept.basis.modules != basis.modules {
          .modulesChanged
        } else {
          .current
        }
      return Chapter(
        path: path, standing: standing, possible: kept.possible, tried: kept.tried, noticed: kept.noticed,
        unnoticed: kept.unnoticed.map(\.text), excepted: kept.excepted)
    }
    if chapters.isEmpty { return nil }
    let valid = chapters.filter { $0.standing != .chapterChanged }
    tried = valid.map(\.tried).reduce(0, +)
    noticed = valid.map(\.noticed).reduce(0, +)
  }

  /// `03-one-step-by-hand` for `Chapters/03-one-step-by-hand.md`.
  package static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }

  /// How much was noticed, in whole percent, rounded down; nil when nothing was tried.
  package static func score(noticed: Int, tried: Int) -> Int? { tried == 0 ? nil : noticed * 100 / tried }
}
