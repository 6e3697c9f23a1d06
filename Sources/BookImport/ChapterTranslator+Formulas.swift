import Book
import Foundation

extension ChapterTranslator {
  /// The index of the line after a displayed formula that begins on the line `start`: `$$ … $$`, or an environment
  /// without `$$`.
  func displayEnd(from start: Int, in lines: [Line]) -> Int {
    let first = lines[start].text.trimmingCharacters(in: .whitespaces)
    if first.hasPrefix("$$") {
      if first.dropFirst(2).contains("$$") { return start + 1 }
      for index in (start + 1)..<max(start + 1, lines.count) {
        if lines[index].text.contains("$$") { return index + 1 }
        // These signs are text if the formula would have an empty line or words of the text.
        let isEnd =
          allowsBlankLinesInFormulas
          ? Self.beginsWithWord(lines[index].text) && !lines[index - 1].text.hasContent
          : !lines[index].text.hasContent
        if isEnd { return start + 1 }
      }
      return start + 1
    }
    guard let environment = Self.environment(first) else { return start + 1 }
    for index in start..<lines.count where lines[index].text.contains("\\end{\(environment)}") {
      return index + 1
    }
    return start + 1
  }

  /// Whether a formula between `$$` may have blank lines, as in MyST, in notebooks, in Obsidian and with mdbook-katex.
  private var allowsBlankLinesInFormulas: Bool {
    isMyST || kind != .quarto
  }

  /// Whether spaces may stand inside of the dollar signs.
  var allowsSpaces: Bool { isMyST || kind == .mdBook }

  /// Whether the chapter has the formulas of MyST and of notebooks.
  var isMyST: Bool { kind == .jupyterBook || path.hasSuffix(".ipynb") }

  /// Whether a line begins with a word, a heading or a fence, unlike a line of a formula.
  private static func beginsWithWord(_ line: String) -> Bool {
    line.drop(while: \.isWhitespace).prefix(while: \.isLetter).count > 1 || line.hasPrefix("#")
      || Fence(line) != nil
  }

  /// The lines of a formula `\[ … \]` that begins on the line at `start`, with `$$` in place of its signs; nil if none
  /// begins there.
  static func bracketed(from start: Int, in lines: [Line]) -> [Line]? {
    let first = lines[start].text.trimmingSpaces
    guard first.hasPrefix("\\[") || first.hasPrefix("\\\\[") else { return nil }
    let block = lines[start...].prefix { $0.text.hasContent }
    guard let last = block.firstIndex(where: { $0.text.contains("\\]") }) else { return nil }
    let text = block[...last].map(\.text).joined(separator: "\n")
    guard let match = text.wholeMatch(of: /(?s)(\s*)\\\\?\[(.*?)\\\\?\](\s*[.,;:]?\s*)/), isFormula(match.2)
    else {
      return nil
    }
    let rows = "\(match.1)$$\(match.2)$$\(match.3)".split(separator: "\n", omittingEmptySubsequences: false)
    return zip(rows, block).map { Line(text: String($0), number: $1.number) }
  }

  /// Splits a line of text at a `$$` that opens a formula after other words.
  func splitBeforeDisplay(at index: Int, in lines: [Line]) -> (before: Line, display: Line)? {
    let line = lines[index]
    guard let sign = line.text.firstRange(of: "$$"), line.text[..<sign.lowerBound].hasContent,
      case .text(let last) = InlinePiece.pieces(of: line.text).last, let opening = last.firstRange(of: "$$"),
      lines[(index + 1)...].prefix(while: \.text.hasContent).contains(where: { $0.text.contains("$$") })
    else { return nil }
    let display = last[opening.lowerBound...]
    let before = line.text.dropLast(display.count)
    // The formula stays in the list item of the text.
    let item = before.prefixMatch(of: /\s*(?:(?:[-*+]|[0-9]{1,9}[.)])\s+)?/)
    let indent = String(repeating: " ", count: item.map(\.0.count) ?? 0)
    let text = String(before.replacing(/\s+$/, with: ""))
    return (Line(text: text, number: line.number), Line(text: indent + display, number: line.number))
  }

  /// Puts the label on the line below a formula, as d2lbook writes it, behind the closing sign of the formula.
  static func joinLabel(at index: Int, to lines: inout [Line]) {
    guard index > 0, index < lines.count, lines[index].text.begins(with: ":"),
      lines[index - 1].text.trimmingSpaces.hasSuffix("$$"),
      let label = lines[index].text.wholeMatch(of: /\s*:eqlabel:`([\w:.-]+)`\s*/)
    else { return }
    lines[index - 1].text = lines[index - 1].text.withoutSpacesAtEnd + " (\(label.1))"
    lines[index].text = ""
  }

  /// The environment that begins the line, if it is a displayed formula by itself.
  static func environment(_ line: String) -> String? {
    line.prefixMatch(of: /\\begin\{((?:equation|align|gather|multline|eqnarray|alignat|flalign)\*?)\}/).map {
      String($0.1)
    }
  }

  /// A displayed formula between `$$` signs, with its label after it. The text after it goes to `rest`.
  mutating func display(_ lines: [Line], rest behind: inout Line?) -> [String] {
    let text = lines.map(\.text).joined(separator: "\n")
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let isAlone = Self.environment(trimmed) != nil
    guard isAlone || trimmed.hasPrefix("$$"),
      isAlone || lines.count > 1 || trimmed.dropFirst(2).contains("$$")
    else {
      // Signs that no other signs close are text, and must not open a formula in the chapter.
      return lines.flatMap { line in
        let isOpen = line.text.trimmingSpaces.hasPrefix("$$")
        return prose(
          isOpen ? Line(text: line.text.replacing("$$", with: "\\$\\$"), number: line.number) : line)
      }
    }
    let indent = String(text.prefix { $0 == " " || $0 == "\t" })
    if isAlone {
      let (latex, label) = Self.withoutLabel(trimmed)
      return ["\(indent)$$"] + rows(of: latex).map { indent + $0 }
        + ["\(indent)$$" + (label.map { " {#\($0)}" } ?? "")]
    }
    // The text after the closing sign is not part of the formula.
    guard let match = text.wholeMatch(of: /(?s)\s*\$\$(.*?)\$\$(.*)/) else {
      return lines.flatMap { prose($0) }
    }
    let (latex, label) = Self.withoutLabel(String(match.1))
    let rest = String(match.2)
    let body = rows(of: latex).map { indent + $0.drop { $0 == " " || $0 == "\t" } }
    if let name = label {
      if rest.hasContent {
        behind = Line(text: indent + rest.trimmingSpaces, number: lines.last?.number ?? 0)
      }
      return ["\(indent)$$"] + body + ["\(indent)$$ {#\(name)}"]
    }
    if let named = rest.wholeMatch(of: /\s*(?:\(([A-Za-z0-9_:.-]+)\)|\{\s*#([\w:.-]+)[^}]*\})\s*/) {
      let name = named.1 ?? named.2 ?? ""
      return ["\(indent)$$"] + body + ["\(indent)$$ {#\(Self.equationLabel(String(name)))}"]
    }
    if let mark = rest.wholeMatch(of: /\s*([.,;:。，；]?)\s*/) {
      return ["\(indent)$$"] + body + ["\(indent)$$" + mark.1]
    }
    behind = Line(text: indent + rest.trimmingSpaces, number: lines.last?.number ?? 0)
    return ["\(indent)$$"] + body + ["\(indent)$$", ""]
  }

  /// The lines of a displayed formula.
  private func rows(of latex: String) -> [Substring] {
    TolerantFormula.aligned(formula(Self.settable(latex))).split(separator: "\n").filter(\.hasContent)
  }

  /// Replaces environments for `$$` with those that KaTeX allows there, such as `align` with `aligned`.
  private static func settable(_ latex: String) -> String {
    latex.replacing(/\\(begin|end)\{(align|alignat|flalign|eqnarray|gather|multline|equation)(\*?)\}/) {
      match in
      switch match.2 {
      case "align", "flalign", "eqnarray", "alignat": "\\\(match.1){aligned}"
      case "gather": "\\\(match.1){gathered}"
      case "multline": "\\\(match.1){gathered}"
      default: ""
      }
    }
  }

  private static func withoutLabel(_ latex: String) -> (latex: String, label: String?) {
    let latex = NumberedMarks.labels(latex)
    guard let match = latex.firstMatch(of: /\\label\{([^}]*)\}/) else { return (latex, nil) }
    return (latex.replacing(/\\label\{[^}]*\}/, with: ""), equationLabel(String(match.1)))
  }

  /// `eq:loss` → `eq-loss`: a valid label of a formula in Galley.
  static func equationLabel(_ name: String) -> String {
    let kept = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    let bare = kept.replacing(/^(eq|eqn|equation)-/, with: "")
    return "eq-" + (bare.isEmpty ? "formula" : bare)
  }
}
