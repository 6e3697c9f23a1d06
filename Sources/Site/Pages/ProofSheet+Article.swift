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
    let html = { (text: String) in
      pieces(of: text, document.formulas).map { text, formula in
        escapeHTML(text) + (formula.map { self.html($0, typesetter) } ?? "")
      }.joined()
    }
    let notes = { (text: String) in
      pieces(of: text, document.formulas).compactMap(\.formula).filter { !$0.isDisplay }
        .flatMap(\.wrong).map(told).joined()
    }
    var substitutions: [MarkdownNode.ID: Substitution] = [:]
    for node in tree.descendants {
      switch node.kind {
      // The document comes from others: nothing in it may run, load or lead to a script.
      case .htmlBlock, .htmlInline: substitutions[node.id] = .html("")
      case .image: substitutions[node.id] = .html("<em>\(html(node.plainText))</em>")
      case .link(let destination, _):
        let isSafe = ["https://", "http://", "mailto:"].contains { destination.lowercased().hasPrefix($0) }
        substitutions[node.id] =
          isSafe && !destination.contains("\u{E000}")
          ? .element(
            open: "<a href=\"\(escapeHTML(destination))\" rel=\"noopener noreferrer\">", close: "</a>")
          : .element(open: "", close: "")
      case .codeBlock(_, let literal, _):
        substitutions[node.id] = .html(
          "<pre tabindex=\"0\"><code>\(html(literal))</code></pre>\(notes(literal))")
      case .text(let text): substitutions[node.id] = .html(html(text))
      case .code(let text): substitutions[node.id] = .html("<code>\(html(text))</code>")
      // The notes on formulas in a sentence follow at the end of their paragraph.
      case .paragraph, .heading, .tableCell:
        substitutions[node.id] = .ending(notes(node.plainText))
      default: break
      }
    }
    return MarkdownDocument(document.markdown, extensions: extensions).html(substituting: substitutions)
  }

  /// The text of a node, split behind each sign of a formula.
  private func pieces(of text: String, _ formulas: [Formula]) -> [(text: Substring, formula: Formula?)] {
    var pieces: [(text: Substring, formula: Formula?)] = []
    var start = text.startIndex
    for match in text.matches(of: /\u{E000}([0-9]+)\u{E001}/) {
      let number = Int(match.1) ?? formulas.count
      pieces.append(
        (text[start..<match.range.lowerBound], formulas.indices.contains(number) ? formulas[number] : nil))
      start = match.range.upperBound
    }
    return pieces + [(text[start...], nil)]
  }

  private func html(_ formula: Formula, _ typesetter: FormulaTypesetter) -> String {
    let set = try? typesetter.html(formula.latex, isDisplayed: formula.isDisplay)
    let math = set ?? "<code class=\"source\">\(escapeHTML(formula.latex))</code>"
    let marks = formula.notes.map(mark).joined()
    if !formula.isDisplay { return math + marks }
    return "<span class=\"display\"><span class=\"scrolling\" tabindex=\"0\" role=\"group\""
      + " aria-label=\"\(escapeHTML(formula.latex))\">\(math)</span><span class=\"marks-of-formula\">\(marks)</span></span>"
      + formula.wrong.map(told).joined()
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

extension ProofSheet.Formula {
  /// The notes on what is wrong.
  fileprivate var wrong: [ProofSheet.Note] { notes.filter { $0.mark == .failed } }
}
