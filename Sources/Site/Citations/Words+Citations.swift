import Book

extension Words {
  /// `Tieleman and Hinton`, `Kingma et al.`; the title or the key when the entry names no authors.
  func shortAuthors(of entry: BibliographyEntry) -> String {
    let names = entry.familyNames
    switch names.count {
    case 0: return entry.fields["title"] ?? entry.key
    case 1: return names[0]
    case 2: return text(.twoAuthors, ["first": names[0], "second": names[1]])
    default: return text(.moreAuthors, ["first": names[0]])
    }
  }

  /// The year of an entry, or the words for a missing year.
  func year(of entry: BibliographyEntry) -> String { entry.year ?? self[.noYear] }
}
