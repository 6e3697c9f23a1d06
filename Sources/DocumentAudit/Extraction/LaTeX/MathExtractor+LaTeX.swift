import Book
import Formulas

extension MathExtractor {
  /// Reads LaTeX source: skips comments, verbatim text and the preamble, and takes the definitions of commands.
  mutating func readLaTeX() {
    if let body = find("\\begin{document}", from: 0, inParagraph: false) { readPreamble(to: body) }
    var atLineStart = true
    while index < bytes.count {
      if atLineStart, isBlankLine(index) { endParagraph() }
      atLineStart = bytes[index] == 10
      switch bytes[index] {
      case UInt8(ascii: "%"): skipLaTeXComment()
      case UInt8(ascii: "$"): readLaTeXDollars()
      case UInt8(ascii: "\\"): readLaTeXCommand()
      // Braces only group the words of a text.
      case UInt8(ascii: "{"), UInt8(ascii: "}"): skip(to: index + 1)
      case UInt8(ascii: "~"):
        take(words: " ")
        skip(to: index + 1)
      default: take()
      }
    }
  }

  /// Takes the definitions before `\begin{document}`.
  private mutating func readPreamble(to end: Int) {
    while index < end {
      if bytes[index] == UInt8(ascii: "%") {
        skipLaTeXComment()
      } else if !readDefinition(), !readLoading() {
        skip(to: bytes[index] == UInt8(ascii: "\\") ? index + 2 : index + 1)
      }
    }
  }

  private mutating func readDefinition() -> Bool {
    guard let end = definitionEnd() else { return false }
    _ = content.macros.takeDefinitions(from: string(index..<end))
    skip(to: end)
    return true
  }

  private mutating func skipLaTeXComment() {
    let end = lineEnd(index)
    obey(comment: string((index + 1)..<end))
    skip(to: end)
  }

  private mutating func readLaTeXDollars() {
    if matches("$$", at: index) {
      if let end = find("$$", from: index + 2, inParagraph: false, skippingComments: true) {
        emit(from: index + 2, to: end, closing: end + 2, isDisplay: true)
      } else {
        skip(to: index + 2)
      }
    } else if let end = closingDollarOutsideGroups() {
      emit(from: index + 1, to: end, closing: end + 1, isDisplay: false)
    } else {
      skip(to: index + 1)
    }
  }

  /// The `$` that closes the formula at the reading position. A `$` inside of braces or of an environment belongs to
  /// words within the formula: `$\emph{a $x$}$`, a `minipage`.
  private func closingDollarOutsideGroups() -> Int? {
    guard let first = closingDollar(from: index + 1) else { return nil }
    var end = first
    var depth = openGroups(in: (index + 1)..<end)
    while depth > 0 {
      guard end - index < 2_000, let inner = closingDollar(from: end + 1),
        let next = closingDollar(from: inner + 1)
      else { return first }
      depth += openGroups(in: end..<next)
      end = next
    }
    return end
  }

  /// The number of groups and environments that a part of the text opens and leaves open.
  private func openGroups(in range: Range<Int>) -> Int {
    var depth = 0
    var isEscaped = false
    for position in range {
      switch bytes[position] {
      case UInt8(ascii: "{") where !isEscaped: depth += 1
      case UInt8(ascii: "}") where !isEscaped: depth -= 1
      case UInt8(ascii: "b") where isEscaped && matches("begin{", at: position): depth += 1
      case UInt8(ascii: "e") where isEscaped && matches("end{", at: position): depth -= 1
      default: break
      }
      isEscaped = !isEscaped && bytes[position] == UInt8(ascii: "\\")
    }
    return depth
  }

  private mutating func readLaTeXCommand() {
    let name = word(at: index + 1)
    switch name {
    case "": readControlSymbol()
    case "begin": readEnvironment()
    case "end":
      let environment = environmentName(at: index + 4)
      if Self.isPart(environment) { beginHeading() } else { endParagraph() }
      skip(to: environment == "document" ? bytes.count : index + 4 + environment.utf8.count + 2)
    case "part", "chapter", "section", "subsection", "subsubsection", "paragraph":
      beginHeading()
      skip(to: index + 1 + name.utf8.count)
    case "item" where isTitled(behind: index + 5):
      beginHeading()
      skip(to: index + 5)
    case "item", "par":
      endParagraph()
      skip(to: index + 1 + name.utf8.count)
    case "verb", "lstinline": skipVerb(name)
    case "multicolumn": skipMulticolumn()
    default:
      if readDefinition() || readLoading() { return }
      skipCommand(name, withArguments: Self.withoutText.contains(name))
    }
  }

  /// Whether an item begins with a line in bold type, as the questions of an exercise sheet do.
  private func isTitled(behind item: Int) -> Bool {
    var position = item
    while position < bytes.count, bytes[position] == 32 || bytes[position] == 9 { position += 1 }
    guard matches("\\textbf{", at: position), let end = groupEnd(at: position + 7) else { return false }
    return end - position > 30 && (matches("\\\\", at: end) || isBlankLine(end))
  }

  private mutating func readControlSymbol() {
    for (opening, closing, isDisplay) in [("\\(", "\\)", false), ("\\[", "\\]", true)]
    where matches(opening, at: index) {
      if let end = find(closing, from: index + 2, inParagraph: false, skippingComments: true) {
        emit(from: index + 2, to: end, closing: end + 2, isDisplay: isDisplay)
      } else {
        skip(to: index + 2)
      }
      return
    }
    skip(to: index + 1)
    if index < bytes.count, bytes[index] == UInt8(ascii: "\\") {
      take(words: " ")
      skip(to: index + 1)
    } else if index < bytes.count {
      take()
    }
  }

  private mutating func readEnvironment() {
    let name = environmentName(at: index + 6)
    let closing = "\\end{\(name)}"
    // A comment of verbatim text is text.
    let isRead = !Self.notRead.contains(name)
    let end =
      name.isEmpty ? nil : find(closing, from: index, inParagraph: false, skippingComments: isRead)
    if let end, Vocabulary.displays.contains(name) {
      emit(
        from: index, to: end + closing.utf8.count, closing: end + closing.utf8.count,
        isDisplay: name != "math")
    } else if let end, !isRead {
      endParagraph()
      content.passedOver.codeBlocks += 1
      skip(to: end + closing.utf8.count)
    } else {
      if Self.isPart(name) { beginHeading() } else { endParagraph() }
      skip(to: index + 6 + name.utf8.count + (name.isEmpty ? 0 : 2))
      skipColumns(of: name)
    }
  }

  private mutating func skipVerb(_ name: String) {
    let start = index + 1 + name.utf8.count
    let mark = start < bytes.count ? bytes[start] : 0
    let end = start < bytes.count ? bytes[(start + 1)..<lineEnd(start)].firstIndex(of: mark) : nil
    skip(to: end.map { $0 + 1 } ?? min(start + 1, lineEnd(index)))
    if index <= start - 1 - name.utf8.count { skip(to: index + 1) }
  }

  /// Skips the name of a command of the text, and its arguments if they are not words of the text.
  mutating func skipCommand(_ name: String, withArguments: Bool) {
    skip(to: index + 1 + name.utf8.count)
    if peek() == UInt8(ascii: "*") { skip(to: index + 1) }
    guard withArguments else { return }
    while index < bytes.count, bytes[index] == UInt8(ascii: "[") || bytes[index] == UInt8(ascii: "{"),
      let end = groupEnd(at: index)
    {
      skip(to: end)
    }
  }

  /// The end of the definition of a command that begins at the reading position; nil when none begins there.
  func definitionEnd() -> Int? {
    let name = word(at: index + 1)
    guard FormulaMacros.defining.contains(name) else { return nil }
    var position = index + 1 + name.utf8.count
    if position < bytes.count, bytes[position] == UInt8(ascii: "*") { position += 1 }
    if name == "def" || name == "gdef" { return primitiveDefinitionEnd(behind: position) }
    guard position < bytes.count else { return nil }
    if bytes[position] == UInt8(ascii: "\\") {
      position += 1 + word(at: position + 1).utf8.count
    } else if bytes[position] == UInt8(ascii: "{"), let end = groupEnd(at: position) {
      position = end
    } else {
      return nil
    }
    while position < bytes.count, bytes[position] == UInt8(ascii: "["), let end = groupEnd(at: position) {
      position = end
    }
    while position < bytes.count, bytes[position] <= 32 { position += 1 }
    return position < bytes.count && bytes[position] == UInt8(ascii: "{") ? groupEnd(at: position) : nil
  }

  /// The end of `\def\name#1{…}` behind `\def`. Other text behind it uses the command as a sign for "is defined as".
  private func primitiveDefinitionEnd(behind start: Int) -> Int? {
    var position = start
    while position < bytes.count, bytes[position] == 32 { position += 1 }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\\") else { return nil }
    position += 1 + max(1, word(at: position + 1).utf8.count)
    while position < bytes.count,
      bytes[position] == UInt8(ascii: "#") || bytes[position] == 32 || FormulaLexer.isDigit(bytes[position])
    {
      position += 1
    }
    return position < bytes.count && bytes[position] == UInt8(ascii: "{") ? groupEnd(at: position) : nil
  }

  /// Whether the values of an environment end with it. Documents give such environments names of their own:
  /// `nexercise`, `examplebox`.
  private static func isPart(_ environment: String) -> Bool {
    let name = environment.lowercased()
    return ["thm", "prop", "defn"].contains(name) || parts.contains { name.contains($0) }
  }

  private static let parts = [
    "example", "exmp", "exercise", "solution", "proof", "theorem", "lemma", "corollary", "proposition",
    "definition", "problem", "question", "remark", "例", "题", "定理", "引理", "推论", "命题", "定义", "证明",
  ]

  /// Environments that hold no text: code, drawings, what is commented out.
  private static let notRead: Set<String> = [
    "verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "comment", "tikzpicture", "filecontents",
    "filecontents*", "alltt", "pgfpicture", "thebibliography", "algorithmic",
  ]

  /// Commands whose arguments are names and measures.
  private static let withoutText: Set<String> = [
    "label", "ref", "eqref", "cref", "Cref", "autoref", "pageref", "cite", "citep", "citet", "newcolumntype",
    "includegraphics", "bibliography", "bibliographystyle", "vspace", "hspace", "setlength",
    "hypersetup", "pagestyle", "thispagestyle", "setcounter", "addtocounter", "newtheorem", "theoremstyle",
    "url", "graphicspath", "geometry", "newenvironment", "renewenvironment", "index", "nocite",
  ]
}
