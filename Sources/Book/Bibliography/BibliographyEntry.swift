/// Something that can be cited: an entry of `references.bib`.
package struct BibliographyEntry: Sendable, Equatable {
  /// What the author cites it by.
  package var key: String
  /// `article`, `book`, `inproceedings`, … in lower case.
  package var kind: String
  /// What is known of it, by the field's name in lower case, as plain text.
  package var fields: [String: String]
  /// Where the entry begins.
  package var position: SourcePosition

  /// The family names of the authors or, without any, of the editors.
  package var familyNames: [String] { names.map(\.family) }

  /// The year; nil where there is none.
  package var year: String? { fields["year"] ?? fields["date"].map { String($0.prefix(4)) } }

  /// `Hinton, Geoffrey, and Tijmen Tieleman`; empty where nobody is named. `last` stands before the last name.
  package func authors(last separator: String) -> String {
    let texts = names.enumerated().map { index, name in
      if name.given.isEmpty { return name.family }
      return index == 0 ? "\(name.family), \(name.given)" : "\(name.given) \(name.family)"
    }
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + separator + last
  }

  /// `Last, First` or `First Last`, several with `and` between them.
  private var names: [(family: String, given: String)] {
    (fields["author"] ?? fields["editor"] ?? "").split(separator: /\s+and\s+/).map { name in
      let parts = name.split(separator: ",", maxSplits: 1).map(\.trimmingSpaces)
      if parts.count == 2 { return (parts[0], parts[1]) }
      // Chinese, Japanese and Korean names are not taken apart.
      let words = name.split(separator: " ").map(String.init)
      return (words.last ?? "", words.dropLast().joined(separator: " "))
    }
  }
}
