import Foundation

extension ChapterTranslator {
  /// Translates a line of text.
  mutating func prose(_ line: Line) -> [String] {
    let text = line.text
    // Markdown would read the lines below an empty element as HTML, too.
    if text.begins(with: "<"),
      text.wholeMatch(of: /\s*<(div|p|center|section|figure|iframe)\b[^<>]*><\/\1>\s*/) != nil
    {
      return inline(text, line.number) + [""]
    }
    guard text.begins(with: "({%[:T-*") else { return inline(text, line.number) }
    // These are targets and comments of MyST, attribute lists of kramdown, and tables of contents.
    if text.contains(")="), let target = text.wholeMatch(of: /\s*\(([\w:.+\/-]+)\)=\s*/) {
      return label(String(target.1))
    }
    if text.hasPrefix("%"), kind == .jupyterBook { return [] }
    if text.contains("{:"), text.wholeMatch(of: /\s*\{:\s*[.#][^}]*\}\s*/) != nil { return [] }
    if text.begins(with: "["), text.wholeMatch(of: /\s*\[\[?toc\]?\]\s*/.ignoresCase()) != nil { return [] }
    if text.contains("{{"),
      let include = text.wholeMatch(
        of: /\s*\{\{(?:<\s*include\s+([^\s>]+)\s*>|#include\s+([^\s}:]+)[^}]*)\}\}\s*/)
    {
      let target = String(include.1 ?? include.2 ?? "")
      guard let lines = included(target, line.number) else { return [] }
      return blocks(lines.map { Line(text: $0, number: line.number) })
    }
    if let snippet = text.wholeMatch(of: /\s*-{1,2}8<-{1,2}\s+"([^"]+)"\s*/) {
      return included(String(snippet.1), line.number).map { lines in
        blocks(lines.map { Line(text: $0, number: line.number) })
      } ?? []
    }
    if text.hasPrefix("*["), kind == .plainMarkdown, text.wholeMatch(of: /\*\[[^\]]+\]:\s.*/) != nil {
      note(.shortcodeDropped(text), line.number)
      return []
    }
    if text.contains("{{#title") { return [] }
    if text.contains("{{"), let mark = text.wholeMatch(of: /\s*\{\{\s*([\w.-]+)\s*\}\}\s*/),
      let value = variables[String(mark.1)]
    {
      // Its value may be a block, such as a picture or an admonition.
      variables[String(mark.1)] = nil
      defer { variables[String(mark.1)] = value }
      return blocks(
        value.split(separator: "\n", omittingEmptySubsequences: false).map {
          Line(text: String($0), number: line.number)
        })
    }
    if text.contains(":"), kind == .quarto || kind == .plainMarkdown,
      let caption = text.wholeMatch(of: /(?:Table)?:\s+(\S.*?)\s*(?:\{([^{}]*)\})?\s*/)
    {
      let name = caption.2.flatMap { $0.firstMatch(of: /#([\w:.-]+)/) }.map { String($0.1) }
      return label(name) + inline("*\(caption.1)*", line.number)
    }
    return inline(text, line.number)
  }

  /// Translates the marks inside of a line. Code spans stay as they are.
  mutating func inline(_ text: String, _ number: Int) -> [String] {
    var aside = SetAside()
    var output = ""
    // In the tables of Pandoc, a bar in code or in a formula does not end the cell.
    let isRow = kind == .quarto && text.begins(with: "|")
    var pieces = InlinePiece.pieces(of: text, allowsSpaces: allowsSpaces)
    for index in pieces.indices { takeAttributes(ofCodeAt: index, in: &pieces, number) }
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .code(let code):
        let code = InlinePiece.plain(code)
        output += aside.mark(for: isRow ? code.replacing("\\|", with: "|").replacing("|", with: "\\|") : code)
      // Some authors write an empty formula for the space that it takes.
      case .formula(let formula) where formula.allSatisfy({ $0 == "$" || $0.isWhitespace }): break
      case .formula(let formula) where formula.contains("ref{") && Self.reference(formula) != nil:
        output += aside.mark(for: Self.reference(formula) ?? "")
      case .formula(let formula):
        // A line of the formula could begin a list or a quote.
        let latex = formula.replacing("\n", with: " ")
        let bars = isRow ? TableBars.withoutBars(latex) : latex
        let isBeforeLetter = index + 1 < pieces.count && pieces[index + 1].beginsWithLetterOrDigit
        output += aside.mark(
          for: isBeforeLetter ? InlinePiece.closed(self.formula(bars)) : self.formula(bars))
      case .role(let name, let content):
        let isJoined = index + 1 < pieces.count && pieces[index + 1].continuesName
        output += aside.mark(for: role(name, content, number, isJoined: isJoined))
      case .text(let text): output += text
      }
    }
    let known = notes.count
    let text = aside.restored(marks(output, number))
    for index in notes.indices[known...] {
      notes[index] = aside.restored(notes[index].replacing("\n", with: " "))
    }
    return [text]
  }

  /// The reference that a formula is, such as `$\eqref{eq:loss}$`; nil if it is more than that.
  private static func reference(_ formula: String) -> String? {
    formula.wholeMatch(of: /\$\s*\(?\\(?:eq)?ref\{([^{}]*)\}\)?\s*\$/).map { ReferenceMark.text(to: $0.1) }
  }

  /// Takes the attributes of Pandoc away that follow a code span: `x`{.python}. With the name of a format the code is
  /// text for this format only.
  private mutating func takeAttributes(ofCodeAt index: Int, in pieces: inout [InlinePiece], _ number: Int) {
    guard kind == .quarto || kind == .plainMarkdown, case .code(let code) = pieces[index] else { return }
    let content = code.drop { $0 == "`" }
    if kind == .quarto, content.prefixMatch(of: /r\s|\{(?:r|python|julia)\}\s/) != nil {
      note(.valueNotComputed(String(content.prefix { $0 != "`" })), number)
    }
    guard index + 1 < pieces.count, case .text(let text) = pieces[index + 1],
      let attributes = text.prefixMatch(of: /\{(?:=(\w+)|[.#][^{}]*)\}/)
    else { return }
    pieces[index + 1] = .text(String(text[attributes.range.upperBound...]))
    guard let format = attributes.1 else { return }
    let isHTML = format.lowercased().hasPrefix("html")
    if !isHTML { note(.formatLeftOut(String(format)), number) }
    pieces[index] = .text(isHTML ? String(content.prefix { $0 != "`" }) : "")
  }

  private mutating func marks(_ text: String, _ number: Int) -> String {
    guard text.utf8.contains(where: { "\\{[=^~+%:".utf8.contains($0) }) else { return text }
    var text = obsidianMarks(numberedEnvironments(NumberedMarks.references(text)))
    text = wikiLinks(text, number)
    if kind == .plainMarkdown {
      if text.contains("{#") { text = text.replacing(/\[\]\(\)\{#([\w:.-]+)\}/) { "<a id=\"\($0.1)\"></a>" } }
      if text.contains("{:") { text = text.replacing(/\{:\s*[.#][^{}]*\}\s*$/, with: "") }
      // Pictures of Material for MkDocs.
      if text.contains(":") {
        text = text.replacing(/:(?:material|fontawesome|octicons|simple)-[\w-]+:(?:\{[^{}]*\})?\s?/, with: "")
      }
    }
    text = ShortMarks.html(text.contains("\\") ? textCommands(commands(text), number) : text, of: kind)
    if text.contains("{{") || text.contains("{%") { text = shortcodes(text, number) }
    // Inline notes become footnotes.
    while text.contains("^["),
      let match = text.firstMatch(of: /\^\[([^\[\]]*(?:\[[^\]]*\][^\[\]]*)*)\]/)
    {
      notes.append(String(match.1))
      text.replaceSubrange(match.range, with: "[^note-\(notes.count)]")
    }
    // Attributes after headings and spans are dropped, except for the anchor of a heading.
    if text.hasPrefix("#"), let heading = text.wholeMatch(of: /(#{1,6}\s.*?)\s*\{([^{}]*)\}\s*/) {
      let anchor = heading.2.firstMatch(of: /#([\w:.-]+)/).map { String($0.1) }
      if let anchor { anchors.insert(anchor) }
      text = heading.1 + (anchor.map { " {#\($0)}" } ?? "")
    }
    if text.contains("]{") { text = text.replacing(/\[([^\[\]]+)\]\{[^{}]*\}/) { $0.1 } }
    return text.contains("![") ? images(text, number) : text
  }

  /// Translates the commands of LaTeX that may stand in text.
  private func commands(_ text: String) -> String {
    var text = text
    text = text.replacing(/\\\\?\(\s*(.+?)\s*\\\\?\)/) { match in
      Self.isFormula(match.1) || match.0.hasPrefix("\\\\") ? "$\(match.1)$" : "(\(match.1))"
    }
    // Galley would read these escaped brackets as the signs of a formula.
    text = text.replacing(/\\\[([^\[\]$]*?)\\\]/) {
      Self.isFormula($0.1) ? String($0.0) : "&#91;\($0.1)&#93;"
    }
    text = text.replacing(/\\(?:eqref|ref|autoref|cref|Cref)\{([^}]*)\}/) { ReferenceMark.text(to: $0.1) }
    text = text.replacing(/\\cite[pt]?\{([^}]*)\}/) { match in
      "["
        + match.1.split(separator: ",").map { "@" + $0.trimmingCharacters(in: .whitespaces) }.joined(
          separator: "; ") + "]"
    }
    // Quarto passes these to LaTeX only.
    guard kind == .quarto else { return text }
    return text.replacing(/\\index\{(?:[^{}]|\{[^{}]*\})*\}/, with: "")
  }

  /// Whether a text between brackets is a formula, and not words in brackets.
  static func isFormula(_ text: Substring) -> Bool {
    text.count == 1 || text.contains { "\\^_=+<>".contains($0) }
  }

  /// Replaces `{{ key }}` and `{{< var key >}}` by their values. Leaves out the other shortcodes of Quarto and the tags of
  /// Liquid.
  private mutating func shortcodes(_ text: String, _ number: Int) -> String {
    var unknown: [String] = []
    var text = text.replacing(/\{\{<?\s*((?:(?:var|meta)\s+)?[A-Za-z_][\w.-]*)\s*>?\}\}/) { match in
      let key = match.1.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if let value = variables[key] { return value }
      if !match.0.hasPrefix("{{<") { unknown.append(String(match.0)) }
      return String(match.0)
    }
    for mark in unknown { note(.variableUnknown(mark), number) }
    for match in text.matches(of: /\{\{[<%]\s*(.*?)\s*[>%]\}\}/) {
      if let url = match.1.firstMatch(of: /https?:\/\/[^\s"]+/) {
        text = text.replacing(match.0, with: "<\(url.0)>")
      } else {
        if !match.1.hasPrefix("pagebreak") { note(.shortcodeDropped(String(match.0)), number) }
        text = text.replacing(match.0, with: "")
      }
    }
    text = text.replacing(/\{%-?\s*(?:end)?raw\s*-?%\}/, with: "")
    for match in text.matches(of: /\{%.*?%\}/) {
      note(.shortcodeDropped(String(match.0)), number)
      text = text.replacing(match.0, with: "")
    }
    return text
  }

  /// Translates images and their attributes. `BookWriter` copies the files later.
  private mutating func images(_ text: String, _ number: Int) -> String {
    var output = ""
    var rest = text[...]
    while let match = rest.firstMatch(
      of: /!\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)(\{[^{}]*\})?/)
    {
      output += rest[..<match.range.lowerBound]
      let label = match.3.flatMap { $0.firstMatch(of: /#([\w:.-]+)/) }.map { String($0.1) }
      if let label {
        anchors.insert(label)
        output += "<a id=\"\(label)\"></a>"
      }
      output += image(String(match.2), alternative: String(match.1), number)
      rest = rest[match.range.upperBound...]
    }
    return output + rest
  }

  /// An image with its path from the folder of the book, which `LinkTranslator` expects. An embedded or missing image
  /// becomes its description, and an image on the web becomes a link.
  mutating func image(_ target: String, alternative: String, _ number: Int) -> String {
    if target.contains("://") || target.hasPrefix("//") || target.hasPrefix("data:") {
      note(.imageElsewhere(String(target.prefix(80))), number)
      return target.hasPrefix("data:")
        ? alternative : "[\(alternative.isEmpty ? target : alternative)](\(target))"
    }
    let path = (target.removingPercentEncoding ?? target).prefix { $0 != "#" && $0 != "?" }
    guard let resolved = picture(String(path)) else {
      note(.imageMissing(target), number)
      return alternative
    }
    return "![\(alternative)](\(Self.encoded(resolved)))"
  }

  /// The path of a picture from the folder of the book. Quarto and Pandoc complete a name without an ending.
  private func picture(_ path: String) -> String? {
    let places = SourceFolder.places(of: path, from: self.path)
    if let place = places.first(where: files.has) { return place }
    guard let resolved = places.first, !(path.split(separator: "/").last ?? "").contains(".") else {
      return nil
    }
    return [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"].map { resolved + $0 }.first(where: files.has)
  }

  static func encoded(_ path: String) -> String {
    path.addingPercentEncoding(
      withAllowedCharacters: .urlPathAllowed.subtracting(CharacterSet(charactersIn: "()"))) ?? path
  }
}
