import GFM

extension ProofSheet {
  /// The HTML of a document.
  func article(_ document: Document, _ typesetter: FormulaTypesetter) -> String {
    let notes = document.notes.map { "<li class=\"\($0.mark.rawValue)\">\(escapeHTML($0.text))</li>" }
    let list = notes.isEmpty ? "" : "<ul class=\"notes\">\(notes.joined())</ul>"
    let summary = document.summary.map { "<p class=\"summary\">\(escapeHTML($0))</p>" }.joined()
    return """
      <article>
      <header class="chapter-header"><p class="chapter-label">\(escapeHTML(document.title))</p>\(summary)\(list)</header>
      <div class="prose">
      \(body(document, typesetter))
      </div>
      </article>
      """
  }

  private func body(_ document: Document, _ typesetter: FormulaTypesetter) -> String {
    let extensions: MarkdownExtensions = [.github, .footnotes, .chinese]
    let tree = MarkdownDocument(document.markdown, extensions: extensions).tree
    var substitutions: [MarkdownNode.ID: Substitution] = [:]
    for node in tree.descendants {
      switch node.kind {
      // The document comes from others: nothing in it may run, load or lead to a script.
      case .htmlBlock, .htmlInline: substitutions[node.id] = .html("")
      case .image: substitutions[node.id] = .html("<em>\(escapeHTML(node.plainText))</em>")
      case .link(let destination, _):
        let isSafe = ["https://", "http://", "mailto:"].contains { destination.lowercased().hasPrefix($0) }
        substitutions[node.id] =
          isSafe && !destination.contains("\u{E000}")
          ? .element(
            open: "<a href=\"\(escapeHTML(destination))\" rel=\"noopener noreferrer\">", close: "</a>")
          : .element(open: "", close: "")
      case .codeBlock(_, let literal, _):
        substitutions[node.id] = .html("<pre tabindex=\"0\"><code>\(escapeHTML(literal))</code></pre>")
      default: break
      }
    }
    let html = MarkdownDocument(document.markdown, extensions: extensions).html(substituting: substitutions)
    return withFormulas(html, document.formulas, typesetter)
  }

  /// Puts the formulas in the places of their signs. The notes on formulas in a sentence follow at the end of their
  /// paragraph.
  private func withFormulas(
    _ html: String, _ formulas: [Formula], _ typesetter: FormulaTypesetter
  ) -> String {
    var pending: [Note] = []
    return html.replacing(/\u{E000}([0-9]+)\u{E001}|<\/(?:p|li|td|th|dd|h[1-6])>/) { match in
      guard let digits = match.1 else {
        defer { pending = [] }
        return pending.map(told).joined() + match.0
      }
      guard let number = Int(digits), number < formulas.count else { return "" }
      let formula = formulas[number]
      let wrong = formula.notes.filter { $0.mark == .failed }
      if !formula.isDisplay { pending += wrong }
      return self.html(formula, typesetter) + (formula.isDisplay ? wrong.map(told).joined() : "")
    }
  }

  private func html(_ formula: Formula, _ typesetter: FormulaTypesetter) -> String {
    let set = try? typesetter.html(formula.latex, isDisplayed: formula.isDisplay)
    let math = set ?? "<code class=\"source\">\(escapeHTML(formula.latex))</code>"
    let marks = formula.notes.map(mark).joined()
    if !formula.isDisplay { return math + marks }
    return "<span class=\"display\"><span class=\"scrolling\" tabindex=\"0\" role=\"group\""
      + " aria-label=\"\(escapeHTML(formula.latex))\">\(math)</span><span class=\"marks-of-formula\">\(marks)</span></span>"
  }

  private func told(_ note: Note) -> String { "<span class=\"note\">\(escapeHTML(note.text))</span>" }

  private func mark(_ note: Note) -> String {
    let sign =
      switch note.mark {
      case .passed: "✓"
      case .failed, .declared: "✗"
      case .undecided: "?"
      }
    return " <span class=\"mark \(note.mark.rawValue)\" role=\"img\" aria-label=\"\(escapeHTML(note.text))\""
      + " title=\"\(escapeHTML(note.text))\">\(sign)</span>"
  }
}
