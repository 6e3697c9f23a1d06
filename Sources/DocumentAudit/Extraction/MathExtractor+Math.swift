import Formulas

extension MathExtractor {
  mutating func readMath() -> Bool {
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

  mutating func readDollars() -> Bool {
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

  mutating func readBackslash() -> Bool {
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

  func isAloneOnLine(_ position: Int, length: Int) -> Bool {
    var start = position
    while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 9 { start -= 1 }
    return (start == 0 || bytes[start - 1] == 10) && isBlankLine(position + length)
  }

  /// Reads a display whose closing delimiter may be missing.
  mutating func readDisplay(opening: String, closing: String) -> Bool {
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

  func isFirstOnLine(_ position: Int) -> Bool {
    var start = position
    while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 9 || bytes[start - 1] == UInt8(ascii: ">")
    { start -= 1 }
    return start == 0 || bytes[start - 1] == 10
  }

  /// Whether a heading, a fence or other math comes before a delimiter, so that the delimiter opens a new display.
  func leavesDisplay(_ start: Int, _ end: Int) -> Bool {
    var position = start
    var sawBlankLine = false
    while position < end {
      if bytes[position] == 10 {
        if position + 1 < end, isBlankLine(position + 1) { sawBlankLine = true }
        if matches("```", at: position + 1) || matches("# ", at: position + 1)
          || matches("## ", at: position + 1)
          || matches("### ", at: position + 1) || matches("#### ", at: position + 1)
        {
          return true
        }
      }
      if bytes[position] == UInt8(ascii: "$"), bytes[position - 1] != UInt8(ascii: "\\") {
        // A `$` inside `\text{…}` stays within a line; a `$` after a blank line belongs to other math.
        if sawBlankLine { return true }
      }
      position += 1
    }
    return false
  }

  /// Reads backticks, quotes or asterisks after a display as stray characters.
  mutating func readStray() {
    let end = lineEnd(index)
    let rest = bytes[index..<end].filter { $0 > 32 }
    let marks = Set("`'\"*_~$".utf8)
    guard !rest.isEmpty, rest.count <= 3, rest.allSatisfy(marks.contains) else { return }
    pieces.append(.stray(String(decoding: rest, as: UTF8.self), line: line))
    skip(to: end)
  }

  mutating func find(_ pattern: String, from start: Int, inParagraph: Bool) -> Int? {
    // A search that failed up to some place fails from everywhere before it.
    if let end = failedSearches[pattern], start < end { return nil }
    var position = start
    while position < bytes.count {
      if inParagraph, bytes[position] == 10, position + 1 >= bytes.count || isBlankLine(position + 1) {
        failedSearches[pattern] = position
        return nil
      }
      if matches(pattern, at: position) { return position }
      // `\\` inside math is a line break and not the beginning of a delimiter.
      position += matches("\\\\", at: position) && !pattern.hasPrefix("\\\\") ? 2 : 1
    }
    failedSearches[pattern] = bytes.count
    return nil
  }

  mutating func emit(
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
  static func blankQuoteMarks(_ content: inout [UInt8]) {
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
