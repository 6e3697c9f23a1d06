import Formulas

extension MathExtractor {
  /// Reads a web page: its text, the formulas between delimiters, and the sources that KaTeX and MathJax leave in it.
  mutating func readHTML() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): if !readTag() { take() }
      case UInt8(ascii: "&"): takeEntity()
      case UInt8(ascii: "$"), UInt8(ascii: "\\"): if !readPageMath() { take() }
      default: take()
      }
    }
  }

  private mutating func takeEntity() {
    guard let end = bytes[index..<min(index + 12, bytes.count)].firstIndex(of: UInt8(ascii: ";")) else {
      take()
      return
    }
    take(words: HTMLEntities.decoded(string(index..<(end + 1))))
    skip(to: end + 1)
  }

  /// Reads `\(…\)`, `\[…\]`, `$$…$$`, `$…$` and environments.
  private mutating func readPageMath() -> Bool {
    for (opening, closing, isDisplay) in [("\\(", "\\)", false), ("\\[", "\\]", true), ("$$", "$$", true)]
    where matches(opening, at: index) {
      guard let end = find(closing, from: index + 2, inParagraph: false) else { return false }
      return emitPage(from: index + 2, to: end, closing: end + 2, isDisplay: isDisplay)
    }
    if readDollarSign() { return true }
    if peek() == UInt8(ascii: "$") {
      guard peek(1) > 32, let end = closingDollar(from: index + 1), bytes[end - 1] > 32,
        end + 1 >= bytes.count || !FormulaLexer.isDigit(bytes[end + 1])
      else { return false }
      return emitPage(from: index + 1, to: end, closing: end + 1, isDisplay: false)
    }
    let name = matches("\\begin{", at: index) ? environmentName(at: index + 6) : ""
    guard Vocabulary.displays.contains(name),
      let end = find("\\end{\(name)}", from: index, inParagraph: false)
    else { return false }
    let closing = end + "\\end{\(name)}".utf8.count
    return emitPage(from: index, to: closing, closing: closing, isDisplay: true)
  }

  private mutating func emitPage(from start: Int, to end: Int, closing: Int, isDisplay: Bool) -> Bool {
    guard let latex = HTMLEntities.formula(string(start..<max(start, end))) else { return false }
    emit(from: start, to: end, closing: closing, isDisplay: isDisplay, latex: latex)
    return true
  }

  private mutating func readTag() -> Bool {
    if skipComment() { return true }
    if matches("<!", at: index) || matches("<?", at: index) {
      skip(to: (bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? index) + 1)
      return true
    }
    guard let tag = HTMLTagPlace(bytes, at: index) else { return false }
    if tag.isClosing {
      if Self.htmlBlocks.contains(tag.name) { endParagraph() }
      skip(to: tag.end)
      return true
    }
    let classes = tag.value(of: "class") ?? ""
    switch tag.name {
    case "script": readScript(tag)
    case "style", "pre", "code", "textarea", "svg", "template", "kbd", "samp":
      if tag.name == "pre" { content.passedOver.codeBlocks += 1 }
      skipElement(tag)
    case "math": readMathML(tag)
    case "img": readPicture(tag)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      beginHeading()
      skip(to: tag.end)
    case "span" where classes.contains("katex-html") || classes.contains("MathJax_Preview"):
      skipElement(tag)
    default:
      if classes.contains("katex-display") { isInDisplay = true }
      if Self.htmlBlocks.contains(tag.name) { endParagraph() }
      skip(to: tag.end)
    }
    return true
  }

  /// Skips an element with the elements of the same name in it.
  private mutating func skipElement(_ tag: HTMLTagPlace) {
    skip(to: tag.end)
    if tag.attributes.hasSuffix("/") { return }
    guard let end = elementEnd(tag.name) else { return }
    skip(to: end)
  }

  /// The position behind the end tag of the element that is open at the reading position.
  private mutating func elementEnd(_ name: String) -> Int? {
    // A script is no markup: a tag in its strings opens nothing.
    if name == "script" || name == "style" || name == "textarea" {
      guard let end = find("</\(name)", from: index, inParagraph: false) else { return nil }
      return HTMLTagPlace(bytes, at: end)?.end ?? bytes.count
    }
    if let failed = failedSearches["</\(name)"], index < failed { return nil }
    var depth = 1
    var position = index
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<"), let tag = HTMLTagPlace(bytes, at: position) {
        if tag.name == name {
          depth += tag.isClosing ? -1 : tag.attributes.hasSuffix("/") ? 0 : 1
          if depth == 0 { return tag.end }
        }
        position = tag.end
      } else {
        position += 1
      }
    }
    failedSearches["</\(name)"] = bytes.count
    return nil
  }

  /// Reads `<script type="math/tex; mode=display">`, MathJax's own form, and skips other scripts.
  private mutating func readScript(_ tag: HTMLTagPlace) {
    guard let type = tag.value(of: "type"), type.hasPrefix("math/tex"),
      let end = find("</script", from: tag.end, inParagraph: false)
    else { return skipElement(tag) }
    emit(from: tag.end, to: end, closing: end, isDisplay: type.contains("display"))
  }

  /// Reads the LaTeX that an element of MathML carries as an annotation.
  private mutating func readMathML(_ tag: HTMLTagPlace) {
    let isDisplay = isInDisplay || tag.value(of: "display") == "block"
    isInDisplay = false
    guard let end = find("</math", from: tag.end, inParagraph: false) else { return skip(to: tag.end) }
    let annotation = (tag.end..<end).first { matches("<annotation", at: $0) && $0 + 11 < bytes.count }
    guard let annotation, let open = HTMLTagPlace(bytes, at: annotation), open.attributes.contains("tex"),
      let close = (min(open.end, end)..<end).first(where: { matches("</annotation", at: $0) })
    else { return skip(to: end) }
    if !emitPage(from: open.end, to: close, closing: end, isDisplay: isDisplay) { skip(to: end) }
  }

  /// Reads a formula that a server draws.
  private mutating func readPicture(_ tag: HTMLTagPlace) {
    let address = tag.value(of: "src").flatMap { FormulaAddress.latex(in: $0) }
    let isFormula = ["latex", "tex", "math"].contains { (tag.value(of: "class") ?? "").hasPrefix($0) }
    if let latex = address ?? (isFormula ? tag.value(of: "alt") : nil), !latex.isEmpty {
      emit(from: index, to: tag.end, closing: tag.end, isDisplay: false, latex: latex)
    } else {
      skip(to: tag.end)
    }
  }

  /// Elements that begin and end a paragraph.
  static let htmlBlocks: Set<String> = [
    "p", "div", "li", "ul", "ol", "td", "th", "tr", "table", "blockquote", "dd", "dt", "dl", "section",
    "article", "figure", "figcaption", "header", "footer", "nav", "main", "aside", "body", "head", "title",
    "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary", "form", "hr",
  ]
}
