import Book
import GFM

/// An entry of the list of references, author and date first.
enum CitationText {
  /// `Hinton, Geoffrey. 2012. “Title.” *Journal* 12 (3): 1–10. https://doi.org/…`
  static func html(of entry: BibliographyEntry, _ words: Words, _ formulas: FormulaTypesetter) -> String {
    html(of: entry, words) { try? formulas.html($0, isDisplayed: false) }
  }

  /// An entry with its formulas as `set` writes them.
  static func html(of entry: BibliographyEntry, _ words: Words, set: (String) -> String?) -> String {
    let field = { (name: String) in entry.fields[name].flatMap { $0.isEmpty ? nil : escapeHTML($0) } }
    var parts: [String] = []
    let authors = entry.authors(last: words[.lastAuthor])
    if !authors.isEmpty { parts.append(sentence(escapeHTML(authors))) }
    parts.append(sentence(escapeHTML(words.year(of: entry))))
    let container = field("journal") ?? field("journaltitle") ?? field("booktitle")
    let isBook = container == nil && ["book", "phdthesis", "mastersthesis"].contains(entry.kind)
    if let title = entry.fields["title"].map({ setFormulas(in: $0, set) }), !title.isEmpty {
      parts.append(isBook ? "<cite>\(title)</cite>." : "“\(sentence(title))”")
    }
    if let container {
      let preposition = field("booktitle") != nil ? escapeHTML(words[.inBook]) : ""
      var text = "\(preposition)<cite>\(container)</cite>"
      if let volume = field("volume") { text += " \(volume)" }
      if let number = field("number") { text += " (\(number))" }
      if let pages = field("pages") { text += ": \(pages)" }
      parts.append(text + ".")
    }
    for name in ["school", "institution", "publisher", "howpublished", "note"] {
      if let text = field(name) { parts.append(sentence(text)) }
    }
    if let doi = field("doi") {
      parts.append(link("https://doi.org/\(doi)"))
    } else if let url = field("url") {
      parts.append(link(url))
    } else if let number = field("eprint") {
      parts.append(link("https://arxiv.org/abs/\(number)"))
    }
    return parts.joined(separator: " ")
  }

  /// The HTML of a title with typeset formulas.
  private static func setFormulas(in title: String, _ set: (String) -> String?) -> String {
    let parts = title.split(separator: "$", omittingEmptySubsequences: false)
    // An unpaired `$` is a dollar sign.
    guard !parts.count.isMultiple(of: 2) else { return escapeHTML(title) }
    return parts.enumerated().map { number, part in
      let formula = number.isMultiple(of: 2) ? nil : set(String(part))
      return formula ?? escapeHTML(String(part))
    }.joined()
  }

  private static func sentence(_ text: String) -> String {
    text.last.map { ".?!".contains($0) } == true ? text : text + "."
  }

  private static func link(_ url: String) -> String { "<a href=\"\(url)\">\(url)</a>" }
}
