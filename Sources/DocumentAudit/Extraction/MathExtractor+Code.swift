import Formulas

extension MathExtractor {
  /// Skips a fenced code block; a `math` fence becomes a display.
  mutating func skipFence() -> Bool {
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

  /// Skips `code`; false if the paragraph has no closing backticks.
  mutating func skipInlineCode() -> Bool {
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

  mutating func skip(to end: Int) {
    while index < end {
      if bytes[index] == 10 { line += 1 }
      index += 1
    }
  }
}
