import Formulas

/// Finds the math in Markdown or plain text: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, environments, `math` fences.
struct MathExtractor {
  let bytes: [UInt8]
  var index = 0
  var line = 1
  var text: [UInt8] = []
  var textLine = 1
  var pieces: [DocumentPiece] = []
  /// The position up to which each closing delimiter is known to be absent.
  var failedSearches: [String: Int] = [:]

  init(_ document: String) { bytes = Array(document.utf8) }

  /// The pieces of a document in reading order.
  static func pieces(of document: String) -> [DocumentPiece] {
    var extractor = MathExtractor(document)
    return extractor.run()
  }

  mutating func run() -> [DocumentPiece] {
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

  mutating func take() {
    if text.isEmpty { textLine = line }
    text.append(bytes[index])
    if bytes[index] == 10 { line += 1 }
    index += 1
  }

  mutating func flush() {
    if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self), line: textLine)) }
    text = []
  }

  mutating func endParagraph() {
    flush()
    if pieces.last != .paragraphEnd { pieces.append(.paragraphEnd) }
  }

  func lineEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    return end
  }

  func isBlankLine(_ start: Int) -> Bool {
    bytes[start..<lineEnd(start)].allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
  }

  func isListItem(_ start: Int) -> Bool {
    var position = start
    while position < bytes.count, bytes[position] == 32 { position += 1 }
    let digits = position
    while position < bytes.count, FormulaLexer.isDigit(bytes[position]) { position += 1 }
    if position > digits, matches(".", at: position) || matches(")", at: position) { return true }
    return matches("- ", at: position) || matches("* ", at: position) || matches("+ ", at: position)
  }

  func matches(_ pattern: String, at position: Int) -> Bool {
    let pattern = pattern.utf8
    guard position >= 0, position + pattern.count <= bytes.count else { return false }
    return bytes[position..<(position + pattern.count)].elementsEqual(pattern)
  }

  mutating func readHeading() -> Bool {
    var position = index
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") { position += 1 }
    guard position > index, position - index <= 6, position < bytes.count, bytes[position] == 32 else {
      return false
    }
    endParagraph()
    pieces.append(.heading(line: line))
    return false
  }
}
