/// The marks of mdbook-numeq, mdbook-numthm, mdbook-bib and bookdown for labels and references, in the form of LaTeX.
enum NumberedMarks {
  /// `{{numeq}}{eq:loss}` and `(\#eq:loss)` in a formula → `\label{eq:loss}`
  static func labels(_ latex: String) -> String {
    var latex = latex
    if latex.contains("{{numeq}}") {
      latex = latex.replacing(/\{\{numeq\}\}\*?\{([^{}]*)\}/) { "\\label{\($0.1)}" }
    }
    if latex.contains("(\\#") { latex = latex.replacing(/\(\\#([\w:.-]+)\)/) { "\\label{\($0.1)}" } }
    return latex
  }

  /// `{{eqref: eq:loss}}`, `{{tref: a}}` and `\@ref(fig:loss)` in text → `\ref{eq:loss}`
  static func references(_ text: String) -> String {
    var text = text
    // mdbook-bib.
    if text.contains("{{#cite") {
      text = text.replacing(/\{\{\s*#cite\s+([^{}\s]+)\s*\}\}/) { "[@\($0.1)]" }
    }
    if text.contains("ref:") {
      text = text.replacing(/\{\{(?:eq|t)?ref:\s*([^{}\s]+)\s*\}\}/) { "\\ref{\($0.1)}" }
    }
    if text.contains("\\@ref(") { text = text.replacing(/\\@ref\(([^()]*)\)/) { "\\ref{\($0.1)}" } }
    return text
  }

  /// The words of the environments that mdbook-numthm knows, by their names, and those in the settings of a book.
  static func environments(_ settings: String) -> [String: String] {
    var words = [
      "thm": "Theorem", "lem": "Lemma", "prop": "Proposition", "cor": "Corollary", "def": "Definition",
      "rem": "Remark", "exm": "Example", "ex": "Exercise",
    ]
    guard let list = settings.firstMatch(of: /custom_environments\s*=\s*\[([\s\S]*?)\]\s*(?:\n\s*\[[^\[]|$)/)
    else {
      return words
    }
    for match in list.0.matches(of: /\[\s*"(\w+)"\s*,\s*"([^"]*)"/) {
      words[String(match.1)] = String(match.2)
    }
    return words
  }
}

extension ChapterTranslator {
  /// `{{thm}}{thm:line}[Line]` → an anchor, and "Theorem (Line)".
  mutating func numberedEnvironments(_ text: String) -> String {
    guard kind == .mdBook, text.contains("{{") else { return text }
    var output = ""
    var rest = text[...]
    while let match = rest.firstMatch(of: /\{\{(\w+)\}\}\*?(?:\{([^{}]*)\})?(?:\[([^\[\]]*)\])?/) {
      output += rest[..<match.range.lowerBound]
      rest = rest[match.range.upperBound...]
      guard let word = environments[String(match.1)], match.2 != nil || match.3 != nil else {
        output += match.0
        continue
      }
      let words = word + (match.3.map { $0.isEmpty ? "" : " (\($0))" } ?? "")
      if let label = match.2.map(String.init) {
        anchors.insert(label)
        titlesOfAnchors[label] = words
        output += "<a id=\"\(label)\"></a>"
      }
      output += words
    }
    return output + rest
  }
}
