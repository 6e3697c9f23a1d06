/// Finds the math in Markdown or plain text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, environments, `math` fences.
struct MathExtractor {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var text: [UInt8] = []
  private var textLine = 1
  private var pieces: [DocumentPiece] = []

  init(_ document: String) { bytes = Array(document.utf8) }

  /// Text and math in order.
  static func pieces(of document: String) -> [DocumentPiece] {
    var extractor = MathExtractor(document)
    return extractor.run()
  }

  private mutating func run() -> [DocumentPiece] {
    var atLineStart = true
    while index < bytes.count {
      if atLineStart {
        if skipFence() || readHeading() { continue }
        if isBlankLine(index) { endParagraph() }
        if isListItem(index) { endParagraph() }
      }
      atLineStart = bytes[index] == 10
      if !readMath() { take() }
    }
    endParagraph()
    return pieces
  }

  // MARK: Text

  private mutating func take() {
    if text.isEmpty { textLine = line }
    text.append(bytes[index])
    if bytes[index] == 10 { line += 1 }
    index += 1
  }

  private mutating func flush() {
    if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self), line: textLine)) }
    text = []
  }

  private mutating func endParagraph() {
    flush()
    if pieces.last != .paragraphEnd { pieces.append(.paragraphEnd) }
  }

  private func lineEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    return end
  }

  private func isBlankLine(_ start: Int) -> Bool {
    bytes[start..<lineEnd(start)].allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
  }

  private func isListItem(_ start: Int) -> Bool {
    var position = start
    while position < bytes.count, bytes[position] == 32 { position += 1 }
    let digits = position
    while position < bytes.count, FormulaLexer.isDigit(bytes[position]) { position += 1 }
    if position > digits, matches(".", at: position) || matches(")", at: position) { return true }
    return matches("- ", at: position) || matches("* ", at: position) || matches("+ ", at: position)
  }

  private func matches(_ pattern: String, at position: Int) -> Bool {
    let pattern = pattern.utf8
    guard position >= 0, position + pattern.count <= bytes.count else { return false }
    return bytes[position..<(position + pattern.count)].elementsEqual(pattern)
  }

  private mutating func readHeading() -> Bool {
    var position = index
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") { position += 1 }
    guard position > index, position - index <= 6, position < bytes.count, bytes[position] == 32 else {
      return false
    }
    endParagraph()
    pieces.append(.heading(line: line))
    return false
  }

  // MARK: Code

  /// Skips a fenced code block; a `math` fence becomes a display.
  private mutating func skipFence() -> Bool {
    var start = index
    while start < bytes.count, bytes[start] == 32 || bytes[start] == 9 || bytes[start] == UInt8(ascii: ">") {
      start += 1
    }
    guard matches("```", at: start) || matches("~~~", at: start) else { return false }
    let mark = bytes[start]
    var length = 0
    while start + length < bytes.count, bytes[start + length] == mark { length += 1 }
    let infoEnd = lineEnd(start)
    let info = String(decoding: bytes[(start + length)..<infoEnd], as: UTF8.self)
    if mark == UInt8(ascii: "`"), info.contains("`") { return false }
    endParagraph()
    let openingLine = line
    var content: [UInt8] = []
    var position = min(infoEnd + 1, bytes.count)
    var lines = 1
    var isClosed = false
    while position < bytes.count, !isClosed {
      let end = lineEnd(position)
      var first = position
      while first < end, bytes[first] == 32 || bytes[first] == 9 || bytes[first] == UInt8(ascii: ">") {
        first += 1
      }
      var run = 0
      while first + run < end, bytes[first + run] == mark { run += 1 }
      if run >= length, bytes[(first + run)..<end].allSatisfy({ $0 <= 32 }) {
        isClosed = true
      } else {
        content += matches("%|", at: first) ? [10] : bytes[position..<end] + [10]
      }
      lines += 1
      position = min(end + 1, bytes.count)
    }
    let language = info.split(separator: " ").first.map(String.init) ?? ""
    if language == "math" {
      pieces.append(
        .math(
          MathSpan(
            latex: String(decoding: content, as: UTF8.self), line: openingLine + 1, openingLine: openingLine,
            isDisplay: true, isClosed: isClosed)))
    }
    index = position
    line += lines
    return true
  }

  /// Skips `code`; false when the backticks close nowhere in the paragraph.
  private mutating func skipInlineCode() -> Bool {
    var length = 0
    while index + length < bytes.count, bytes[index + length] == UInt8(ascii: "`") { length += 1 }
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

  private mutating func skip(to end: Int) {
    while index < end {
      if bytes[index] == 10 { line += 1 }
      index += 1
    }
  }

  // MARK: Math

  private mutating func readMath() -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "`"):
      if skipInlineCode() { return true }
    case UInt8(ascii: "<") where matches("<!--", at: index):
      if let end = find("-->", from: index + 4, inParagraph: false) {
        skip(to: end + 3)
        return true
      }
    case UInt8(ascii: "$"): return readDollars()
    case UInt8(ascii: "\\"):
      if matches("\\$", at: index) || matches("\\`", at: index) {
        take()
        take()
        return true
      }
      return readBackslash()
    default: break
    }
    return false
  }

  private mutating func readDollars() -> Bool {
    if matches("$$", at: index) { return readDisplay(opening: "$$", closing: "$$") }
    if matches("$`", at: index), let end = find("`$", from: index + 2, inParagraph: true) {
      emit(from: index + 2, to: end, closing: end + 2, isDisplay: false)
      return true
    }
    guard index + 1 < bytes.count, bytes[index + 1] > 32 else { return false }
    var position = index + 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 10, position + 1 >= bytes.count || isBlankLine(position + 1) { return false }
      if byte == UInt8(ascii: "\\") {
        position += 2
        continue
      }
      if byte == UInt8(ascii: "$") {
        let isDigitBehind = position + 1 < bytes.count && FormulaLexer.isDigit(bytes[position + 1])
        if bytes[position - 1] > 32, !isDigitBehind {
          emit(from: index + 1, to: position, closing: position + 1, isDisplay: false)
          return true
        }
        return false
      }
      position += 1
    }
    return false
  }

  private mutating func readBackslash() -> Bool {
    for (opening, closing, isDisplay) in [
      ("\\\\(", "\\\\)", false), ("\\\\[", "\\\\]", true), ("\\(", "\\)", false), ("\\[", "\\]", true),
    ] where matches(opening, at: index) {
      let start = index + opening.utf8.count
      if let end = find(closing, from: start, inParagraph: !isDisplay) {
        emit(from: start, to: end, closing: end + closing.utf8.count, isDisplay: isDisplay)
        return true
      }
      if isDisplay, isAloneOnLine(index, length: opening.utf8.count) {
        return readDisplay(opening: opening, closing: closing)
      }
    }
    if matches("\\begin{", at: index) {
      let name = String(
        decoding: bytes[(index + 7)..<lineEnd(index)].prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self)
      guard Vocabulary.displays.contains(name) else { return false }
      let closing = "\\end{\(name)}"
      if let end = find(closing, from: index, inParagraph: false) {
        emit(from: index, to: end + closing.utf8.count, closing: end + closing.utf8.count, isDisplay: true)
        return true
      }
    }
    return false
  }

  private func isAloneOnLine(_ position: Int, length: Int) -> Bool {
    var start = position
    while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 9 { start -= 1 }
    return (start == 0 || bytes[start - 1] == 10) && isBlankLine(position + length)
  }

  /// Reads a display whose closing delimiter may be missing.
  private mutating func readDisplay(opening: String, closing: String) -> Bool {
    let start = index + opening.utf8.count
    let isFirst = isFirstOnLine(index)
    if let end = find(closing, from: start, inParagraph: false), !leavesDisplay(start, end) {
      emit(from: start, to: end, closing: end + closing.utf8.count, isDisplay: true)
      if isFirst { readStray() }
      return true
    }
    var end = start
    while end < bytes.count,
      !(bytes[end] == 10 && end > start + 1 && (end + 1 >= bytes.count || isBlankLine(end + 1)))
    {
      end += 1
    }
    emit(from: start, to: end, closing: end, isDisplay: true, isClosed: false)
    return true
  }

  private func isFirstOnLine(_ position: Int) -> Bool {
    var start = position
    while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 9 || bytes[start - 1] == UInt8(ascii: ">")
    { start -= 1 }
    return start == 0 || bytes[start - 1] == 10
  }

  /// Whether the text up to a delimiter runs through a heading, a fence or other math: the delimiter opens.
  private func leavesDisplay(_ start: Int, _ end: Int) -> Bool {
    var position = start
    while position < end {
      if bytes[position] == 10 {
        if matches("```", at: position + 1) || matches("# ", at: position + 1)
          || matches("## ", at: position + 1)
          || matches("### ", at: position + 1) || matches("#### ", at: position + 1)
        {
          return true
        }
      }
      if bytes[position] == UInt8(ascii: "$"), bytes[position - 1] != UInt8(ascii: "\\") {
        // `$` inside `\text{…}` stays within a line; a `$` behind a blank line does not belong here.
        if hasBlankLine(start, position) { return true }
      }
      position += 1
    }
    return false
  }

  private func hasBlankLine(_ start: Int, _ end: Int) -> Bool {
    var position = start
    while position < end {
      if bytes[position] == 10, position + 1 < end, isBlankLine(position + 1) { return true }
      position += 1
    }
    return false
  }

  /// Takes backticks, quotes or asterisks behind a display as stray characters.
  private mutating func readStray() {
    let end = lineEnd(index)
    let rest = bytes[index..<end].filter { $0 > 32 }
    let marks = Set("`'\"*_~$".utf8)
    guard !rest.isEmpty, rest.count <= 3, rest.allSatisfy(marks.contains) else { return }
    pieces.append(.stray(String(decoding: rest, as: UTF8.self), line: line))
    skip(to: end)
  }

  private func find(_ pattern: String, from start: Int, inParagraph: Bool) -> Int? {
    var position = start
    while position < bytes.count {
      if inParagraph, bytes[position] == 10, position + 1 >= bytes.count || isBlankLine(position + 1) {
        return nil
      }
      if matches(pattern, at: position) { return position }
      // `\\` inside math is a line break and not the beginning of a delimiter.
      position += matches("\\\\", at: position) && !pattern.hasPrefix("\\\\") ? 2 : 1
    }
    return nil
  }

  private mutating func emit(
    from start: Int, to end: Int, closing: Int, isDisplay: Bool, isClosed: Bool = true
  ) {
    flush()
    let openingLine = line
    var content = Array(bytes[start..<max(start, end)])
    var contentLine = openingLine
    contentLine += bytes[index..<start].reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
    Self.blankQuoteMarks(&content)
    pieces.append(
      .math(
        MathSpan(
          latex: String(decoding: content, as: UTF8.self), line: contentLine, openingLine: openingLine,
          isDisplay: isDisplay, isClosed: isClosed)))
    skip(to: closing)
  }

  /// Replaces the `>` of a block quote at the beginning of lines by a space.
  private static func blankQuoteMarks(_ content: inout [UInt8]) {
    for position in content.indices where content[position] == 10 {
      var next = position + 1
      while next < content.count, content[next] == 32 { next += 1 }
      if next < content.count, content[next] == UInt8(ascii: ">"),
        next + 1 >= content.count || content[next + 1] == 32
      {
        content[next] = 32
      }
    }
  }
}
