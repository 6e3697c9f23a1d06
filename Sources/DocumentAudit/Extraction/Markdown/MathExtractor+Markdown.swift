import Book
import Formulas

extension MathExtractor {
  /// Reads Markdown or plain text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, environments, `math` fences and directives.
  mutating func readMarkdown() {
    skipFrontMatter()
    var atLineStart = true
    var lines = MarkdownLines()
    while index < bytes.count {
      if atLineStart {
        if skipFence() {
          lines.endBlock()
          continue
        }
        if lines.isIndentedCode(at: index, in: self) {
          if lines.beginsCode { content.passedOver.codeBlocks += 1 }
          endParagraph()
          skip(to: lineEnd(index) + 1)
          continue
        }
        if isHeading(index) { beginHeading() }
        if isBlankLine(index) || isListItem(index) || bytes[index] == UInt8(ascii: "|") { endParagraph() }
      }
      atLineStart = bytes[index] == 10
      if !readMarkdownMath(), !readArithmetic() { take() }
    }
  }

  /// Skips the settings between `---` lines at the top, or `+++` lines as in Hugo, and takes their macros.
  private mutating func skipFrontMatter() {
    guard let mark = ["---", "+++"].first(where: { matches($0, at: 0) }), isBlankLine(3) else { return }
    var position = lineEnd(0) + 1
    let start = position
    while position < bytes.count {
      let end = lineEnd(position)
      if matches(mark, at: position) || matches("...", at: position), isBlankLine(position + 3) {
        let settings = string(start..<position)
        content.macros = FormulaMacros(yaml: settings)
        content.setsMathematics = settings.split(separator: "\n").contains { Self.setsMathematics($0) }
        content.hidden.append(0..<min(end + 1, bytes.count))
        skip(to: end + 1)
        return
      }
      position = end + 1
    }
  }

  /// Whether a setting such as `math: true` or `mathjax = "yes"` tells the renderer to set mathematics.
  private static func setsMathematics(_ setting: Substring) -> Bool {
    let words = setting.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    guard setting.first?.isWhitespace == false, words.count >= 2, let name = words.first else { return false }
    let names = ["math", "mathjax", "katex", "latex"]
    return names.contains { name == $0 || name.hasSuffix("_" + $0) || name == "use" + $0 }
      && !["false", "no", "off", "none", "0"].contains(words[1])
  }

  func isListItem(_ start: Int) -> Bool {
    var position = start
    while position < bytes.count, bytes[position] == 32 || bytes[position] == 9 { position += 1 }
    let digits = position
    while position < bytes.count, FormulaLexer.isDigit(bytes[position]) { position += 1 }
    if position > digits, matches(".", at: position) || matches(")", at: position) { return true }
    return ["- ", "* ", "+ ", "-\t", "*\t", "+\t"].contains { matches($0, at: position) }
  }

  private func isHeading(_ start: Int) -> Bool {
    var position = start
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") { position += 1 }
    return position > start && position - start <= 6 && position < bytes.count && bytes[position] == 32
  }

  // MARK: Inside of a line

  private mutating func readMarkdownMath() -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "`"): return skipInlineCode()
    case UInt8(ascii: "<"): return skipComment() || skipElement()
    case UInt8(ascii: "!"): return readImage()
    case UInt8(ascii: "$"): return readDollars(isMarkdown: true)
    case UInt8(ascii: "\\"):
      if matches("\\$", at: index) || matches("\\`", at: index) {
        take()
        take()
        return true
      }
      return readBackslash(isMarkdown: true)
    default: return false
    }
  }

  /// Skips `code`; false if the paragraph has no closing backticks.
  mutating func skipInlineCode() -> Bool {
    var length = 0
    while peek(length) == UInt8(ascii: "`") { length += 1 }
    var position = index + length
    while position < bytes.count {
      if bytes[position] == 10, position + 1 >= bytes.count || isBlankLine(position + 1) { return false }
      if bytes[position] == UInt8(ascii: "`") {
        var run = 0
        while position + run < bytes.count, bytes[position + run] == UInt8(ascii: "`") { run += 1 }
        if run == length {
          skip(to: position + run)
          return true
        }
        position += run
      } else {
        position += 1
      }
    }
    return false
  }

  /// Skips `<!-- … -->`, which can be a remark for the audit.
  mutating func skipComment() -> Bool {
    guard matches("<!--", at: index), let end = find("-->", from: index + 4, inParagraph: false) else {
      return false
    }
    obey(comment: string((index + 4)..<end))
    skip(to: end + 3)
    return true
  }

  /// Skips raw HTML whose content is not text.
  private mutating func skipElement() -> Bool {
    for name in ["script", "style", "pre", "textarea"] where matches("<" + name, at: index) {
      guard let end = find("</" + name, from: index, inParagraph: false) else { return false }
      skip(to: end)
      return true
    }
    return false
  }
}

/// The state of the lines before a line of Markdown, which decides whether the line is code.
struct MarkdownLines {
  private var isBehindBlankLine = true
  private var isInList = false
  private var isInCode = false
  /// Whether the last line of code was the first of its block.
  private(set) var beginsCode = false

  /// Whether the line is code by its indentation. The lines of a list item or of an admonition of MkDocs are
  /// indented too; they are text.
  mutating func isIndentedCode(at start: Int, in extractor: MathExtractor) -> Bool {
    if extractor.isBlankLine(start) {
      isBehindBlankLine = true
      return false
    }
    defer { isBehindBlankLine = false }
    let indentation = extractor.indentation(at: start)
    if indentation < 4 {
      isInCode = false
      if extractor.isListItem(start) || Self.indenting.contains(where: { extractor.matches($0, at: start) }) {
        isInList = true
      } else if indentation == 0 {
        isInList = false
      }
      return false
    }
    guard !isInList, isInCode || isBehindBlankLine else { return false }
    var first = start
    while extractor.bytes[first] <= 32 { first += 1 }
    if extractor.matches("$$", at: first) || extractor.isListItem(start) {
      isInList = true
      return false
    }
    beginsCode = !isInCode
    isInCode = true
    return true
  }

  mutating func endBlock() {
    isBehindBlankLine = true
    isInCode = false
  }

  /// The beginnings of lines after which text is indented: admonitions and tabs, footnotes, definitions.
  private static let indenting = ["!!!", "???", "===", "[^", ":", "///", "<details", "<summary"]
}
