/// Something that can be cited: an entry of `references.bib`.
package struct BibliographyEntry: Sendable, Equatable {
  /// The key that citations use.
  package var key: String
  /// The type of the entry in lower case: `article`, `book`, `inproceedings`, …
  package var kind: String
  /// The values of the fields as plain text, keyed by the field's name in lower case.
  package var fields: [String: String]
  /// Where the entry begins.
  package var position: SourcePosition

  /// The family names of the authors, or of the editors when there are no authors.
  package var familyNames: [String] { names.map(\.family) }

  /// The year; nil when the entry has neither `year` nor `date`.
  package var year: String? { fields["year"] ?? fields["date"].map { String($0.prefix(4)) } }

  /// The names in a reference, such as `Hinton, Geoffrey, and Tijmen Tieleman`; empty without authors and editors.
  ///
  /// - Parameter separator: The text before the last name.
  package func authors(last separator: String) -> String {
    let texts = names.enumerated().map { index, name in
      if name.given.isEmpty { return name.family }
      return index == 0 ? "\(name.family), \(name.given)" : "\(name.given) \(name.family)"
    }
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + separator + last
  }

  /// The names of the authors or editors, which are written as `Last, First` or `First Last` and joined by `and`.
  private var names: [(family: String, given: String)] {
    (fields["author"] ?? fields["editor"] ?? "").split(separator: /\s+and\s+/).map { name in
      let parts = name.split(separator: ",", maxSplits: 1).map(\.trimmingSpaces)
      if parts.count == 2 { return (parts[0], parts[1]) }
      // Chinese, Japanese and Korean names have no space, so they stay whole.
      let words = name.split(separator: " ").map(String.init)
      return (words.last ?? "", words.dropLast().joined(separator: " "))
    }
  }
}
