/// How many changes of a book's numbers are noticed by its checks.
package struct MutationReport: Sendable, Equatable, Codable {
  /// The chapters with numbers to change, in the order of the book.
  package var chapters: [Chapter]
  /// How many changes were made to chapters whose code has not changed since.
  package var tried: Int
  /// How many of these a check noticed.
  package var noticed: Int

  /// The results of one chapter.
  package struct Chapter: Sendable, Equatable, Codable {
    /// The path as the author would type it.
    package var path: String
    /// Whether the results still apply to the chapter.
    package var standing: Standing
    /// How many numbers could be changed.
    package var possible: Int
    /// How many of them were changed.
    package var tried: Int
    /// How many of the changes a check noticed.
    package var noticed: Int
    /// The changes that no check noticed, as text.
    package var unnoticed: [String]
    /// The lines whose numbers the author does not want changed.
    package var excepted: [ChapterMutations.Excepted]
  }

  /// Whether earlier results still apply.
  package enum Standing: String, Sendable, Codable {
    /// Neither the chapter nor its modules have changed since.
    case current
    /// The chapter's code, formulas or checks have changed since.
    case chapterChanged = "chapter changed"
    /// The modules that the chapter uses have changed since. The results still count, with a remark.
    case modulesChanged = "modules changed"
  }

  /// Reports the results in `record` for the given chapters; nil if it has none for any of them. Each chapter is given
  /// by its path and the digests of its present state.
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

  /// The share of noticed changes in whole percent, rounded down; nil if nothing was tried.
  package static func score(noticed: Int, tried: Int) -> Int? { tried == 0 ? nil : noticed * 100 / tried }
}
