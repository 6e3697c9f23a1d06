import Formulas

/// The delimiters that Markdown and web pages share.
extension MathExtractor {
  mutating func readDollars(isMarkdown: Bool) -> Bool {
    if readDollarSign() { return true }
    if matches("$$", at: index) { return readDisplay(opening: "$$", closing: "$$", isMarkdown: isMarkdown) }
    if isMarkdown, matches("$`", at: index), let end = find("`$", from: index + 2, inParagraph: true) {
      emitMarkdown(from: index + 2, to: end, closing: end + 2, isDisplay: false)
      return true
    }
    guard let end = closingDollar(from: index + 1) else { return false }
    guard peek(1) > 32 && bytes[end - 1] > 32 || isMarkdown && isSpacedFormula(index + 1, end) else {
      return false
    }
    let isDigitBehind = end + 1 < bytes.count && FormulaLexer.isDigit(bytes[end + 1])
    guard !isDigitBehind else { return false }
    // A formula does not go on in the next row or the next cell of a table.
    if isMarkdown, isInTableRow, leavesCell(index + 1, end) { return false }
    emitMarkdown(from: index + 1, to: end, closing: end + 1, isDisplay: false, isMarkdown: isMarkdown)
    return true
  }

  /// Reads `${$}$`, MathJax's way to write a dollar.
  mutating func readDollarSign() -> Bool {
    guard matches("${$}$", at: index) else { return false }
    take(words: "$")
    skip(to: index + 5)
    return true
  }

  mutating func readBackslash(isMarkdown: Bool) -> Bool {
    if isInAddress {
      take()
      take()
      return true
    }
    for (opening, closing, isDisplay) in [
      ("\\\\(", "\\\\)", false), ("\\\\[", "\\\\]", true), ("\\(", "\\)", false), ("\\[", "\\]", true),
    ] where matches(opening, at: index) {
      let start = index + opening.utf8.count
      if isMarkdown, opening.utf8.count == 2, escapesProse(from: start) { return false }
      let place = DocumentPlace(line: line, column: column)
      if let end = find(closing, from: start, inParagraph: !isDisplay) {
        emitMarkdown(
          from: start, to: end, closing: end + closing.utf8.count, isDisplay: isDisplay, isMarkdown: false)
        // Brackets around words are often escaped on purpose.
        if isMarkdown, opening.utf8.count == 2, index > rawLaTeXEnd,
          case .math(let span)? = content.pieces.last, !span.isProse
        {
          content.losses.append(PlacedLoss(loss: .backslashDelimiter(opening), place: place))
        }
        return true
      }
      if isDisplay, isAloneOnLine(index, length: opening.utf8.count) {
        return readDisplay(opening: opening, closing: closing, isMarkdown: isMarkdown)
      }
    }
    if matches("\\begin{", at: index) {
      let name = environmentName(at: index + 6)
      let closing = "\\end{\(name)}"
      guard Vocabulary.displays.contains(name) else {
        // Converters keep the LaTeX of an environment as it is.
        if isFirstOnLine(index), let end = find(closing, from: index, inParagraph: false) {
          rawLaTeXEnd = max(rawLaTeXEnd, end)
        }
        return false
      }
      if let end = find(closing, from: index, inParagraph: false) {
        emit(from: index, to: end + closing.utf8.count, closing: end + closing.utf8.count, isDisplay: true)
        return true
      }
    }
    if isMarkdown, let end = definitionEnd() {
      _ = content.macros.takeDefinitions(from: string(index..<end))
      skip(to: end)
      return true
    }
    return false
  }

  /// Whether the reading position lies in the address of a link, where backslashes escape parentheses.
  private var isInAddress: Bool {
    let parenthesis = index + 1
    guard parenthesis < bytes.count, "()".utf8.contains(bytes[parenthesis]) else { return false }
    var start = index
    while start > max(0, index - 400), bytes[start - 1] > 32, bytes[start - 1] < 0x80 { start -= 1 }
    let link = bytes[start..<index]
    guard let end = link.indices.last(where: { matches("://", at: $0) || matches("](", at: $0) }) else {
      return false
    }
    return !link[(end + 2)...].indices.contains {
      bytes[$0] == UInt8(ascii: ">") || bytes[$0] == UInt8(ascii: ")") && bytes[$0 - 1] != UInt8(ascii: "\\")
    }
  }

  /// The name in `{…}` at a position.
  func environmentName(at position: Int) -> String {
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "{") else { return "" }
    return String(
      decoding: bytes[(position + 1)..<lineEnd(position)].prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self)
  }

  private func isAloneOnLine(_ position: Int, length: Int) -> Bool {
    var start = position
    while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 9 { start -= 1 }
    return (start == 0 || bytes[start - 1] == 10) && isBlankLine(position + length)
  }

  /// Reads a display whose closing delimiter may be missing.
  private mutating func readDisplay(opening: String, closing: String, isMarkdown: Bool) -> Bool {
    let start = index + opening.utf8.count
    let isFirst = isFirstOnLine(index)
    if let end = find(closing, from: start, inParagraph: false), !leavesDisplay(start, end) {
      emitMarkdown(
        from: start, to: end, closing: end + closing.utf8.count, isDisplay: true, isMarkdown: isMarkdown)
      if isFirst { readStray() }
      if isMarkdown { skipLabel() }
      return true
    }
    var end = start
    while end < bytes.count,
      !(bytes[end] == 10 && end > start + 1 && (end + 1 >= bytes.count || isBlankLine(end + 1)))
    {
      end += 1
    }
    emit(from: min(start, end), to: end, closing: end, isDisplay: true, isClosed: false)
    return true
  }

  /// Whether an escaped bracket stands in prose: directly behind a letter, as in K\(x\), or around a reference such as
  /// \[eq:loss\].
  private func escapesProse(from start: Int) -> Bool {
    if index > 0, FormulaLexer.isLetter(bytes[index - 1]) { return true }
    let inside = bytes[start..<min(start + 60, bytes.count)].prefix { $0 != UInt8(ascii: "\\") && $0 != 10 }
    let isReference = inside.contains(UInt8(ascii: ":"))
    // The number of a reference, or an interval: `\[3.2\]`, `\[0, 1\]`.
    let isNumbered =
      inside.contains { FormulaLexer.isDigit($0) } && inside.contains { ".,".utf8.contains($0) }
    if isReference || isNumbered,
      inside.allSatisfy({
        (isReference && FormulaLexer.isLetter($0)) || FormulaLexer.isDigit($0) || ":-_,. @".utf8.contains($0)
      })
    {
      return true
    }
    return inside.contains(where: Self.beginsIdeograph) && !inside.contains { "=^_<>+".utf8.contains($0) }
  }

  /// Whether the text between two signs is a formula with a space at one or both ends: `$ x^2 $`. Prices have no signs of
  /// mathematics.
  private func isSpacedFormula(_ start: Int, _ end: Int) -> Bool {
    let inside = bytes[start..<end]
    guard end - start > 1, inside.first == 32 || inside.last == 32, !inside.contains(10),
      !inside.contains(where: Self.beginsIdeograph)
    else { return false }
    if inside.first == 32, inside.last == 32, inside.contains(where: { "\\=^_".utf8.contains($0) }) {
      return true
    }
    // One space at one end only, and no words: `1 − a `.
    let text = String(decoding: inside, as: UTF8.self)
    return inside.first != inside.last && end - start < 40 && text.contains(where: \.isLetter)
      && !text.split(whereSeparator: { !$0.isLetter }).contains { $0.count > 1 }
      && text.contains(/[-+=−<>≤≥^_\\]/)
  }

  /// Adds a formula of Markdown and notes what a renderer would lose of it.
  private mutating func emitMarkdown(
    from start: Int, to end: Int, closing: Int, isDisplay: Bool, isMarkdown: Bool = true
  ) {
    var latex = Array(bytes[start..<max(start, end)])
    Self.blankQuoteMarks(&latex)
    let place = DocumentPlace(line: line, column: column)
    if isMarkdown {
      let losses = RendererLoss.losses(
        in: String(decoding: latex, as: UTF8.self), isDisplay: isDisplay, isInTable: isInTableRow)
      content.losses += losses.map { PlacedLoss(loss: $0, place: place) }
    }
    emit(
      from: start, to: end, closing: closing, isDisplay: isDisplay,
      latex: String(decoding: latex, as: UTF8.self))
  }

  /// Whether the text between two signs in a row of a table is the text between two formulas: `$) | price ($`.
  private func leavesCell(_ start: Int, _ end: Int) -> Bool {
    let inside = bytes[start..<end]
    return inside.contains(10) || inside.first == UInt8(ascii: ")") && inside.contains(UInt8(ascii: "|"))
  }

  /// Whether the line of the reading position begins with a bar.
  var isInTableRow: Bool {
    guard column < 4_000 else { return false }
    var start = index
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    return bytes[start...].first { $0 > 32 } == UInt8(ascii: "|")
  }

  private func isFirstOnLine(_ position: Int) -> Bool {
    var start = position
    while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 9 || bytes[start - 1] == UInt8(ascii: ">")
    { start -= 1 }
    return start == 0 || bytes[start - 1] == 10
  }

  /// Whether a heading, a fence or other math comes before a delimiter, so that the delimiter opens a new display.
  private func leavesDisplay(_ start: Int, _ end: Int) -> Bool {
    var position = start
    var sawBlankLine = false
    while position < end {
      if bytes[position] == 10 {
        if position + 1 < end, isBlankLine(position + 1) { sawBlankLine = true }
        if ["```", "# ", "## ", "### ", "#### "].contains(where: { matches($0, at: position + 1) }) {
          return true
        }
      }
      if bytes[position] == UInt8(ascii: "\\"), let behind = endOfWords(at: position) {
        position = behind
        continue
      }
      if bytes[position] == UInt8(ascii: "$"), bytes[position - 1] != UInt8(ascii: "\\") {
        // A `$` after a blank line belongs to other math.
        if sawBlankLine { return true }
      }
      position += 1
    }
    return false
  }

  /// Skips the label behind a display: `(eq-loss)` as in MyST, `{#eq-loss}` as in Quarto.
  private mutating func skipLabel() {
    let end = lineEnd(index)
    guard end - index < 200 else { return }
    let label = string(index..<end).trimmed
    guard label.wholeMatch(of: /\([\w:.-]+\)|\{#[\w:.-]+\}/) != nil else { return }
    content.hidden.append(index..<end)
    skip(to: end)
  }

  /// Reads backticks, quotes or asterisks after a display as stray characters.
  private mutating func readStray() {
    let end = lineEnd(index)
    let rest = bytes[index..<end].filter { $0 > 32 }
    let marks = Set("`'\"*_~$".utf8)
    guard !rest.isEmpty, rest.count <= 3, rest.allSatisfy(marks.contains) else { return }
    content.pieces.append(.stray(String(decoding: rest, as: UTF8.self), line: line))
    skip(to: end)
  }
}
