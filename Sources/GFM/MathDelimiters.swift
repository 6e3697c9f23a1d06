/// Replaces LaTeX's delimiters, `\\(…\\)` and `\\[…\\]`, with the delimiters of chapters.
///
/// CommonMark reads `\\(` as an escaped bracket, so the page would show the formula as text. The replacements have the
/// same length, so that all positions stay the same: `` $` `` replaces `\\(` and `$$` replaces `\\[`. They have one
/// more space where the backslash is doubled, as kramdown requires.
struct MathDelimiters {
  /// The text with the delimiters replaced.
  private(set) var text: String
  /// One remark for each pair of delimiters.
  private(set) var remarks: [MathRemark] = []

  /// Replaces the delimiters in the lines of `text` that hold prose.
  ///
  /// - Parameter prose: The lines of each paragraph, heading or table, counted from one.
  init(_ text: String, prose: [ClosedRange<Int>]) {
    self.text = text
    var bytes = Array(text.utf8)
    var lineStarts = [0]
    for (index, byte) in bytes.enumerated() where byte == 10 { lineStarts.append(index + 1) }
    lineStarts.append(bytes.count + 1)
    for lines in prose where lines.lowerBound >= 1 && lines.upperBound < lineStarts.count {
      let range = lineStarts[lines.lowerBound - 1]..<min(bytes.count, lineStarts[lines.upperBound])
      for pair in Self.pairs(in: bytes[range]) {
        for (offset, sign) in zip([pair.open, pair.close], [pair.delimiter.open, pair.delimiter.close]) {
          bytes.replaceSubrange(offset..<(offset + sign.utf8.count), with: sign.utf8)
        }
        let line = lines.lowerBound + bytes[range.lowerBound..<pair.open].count { $0 == 10 }
        remarks.append(MathRemark(line: line, kind: .latexDelimiter(pair.delimiter.spelling)))
      }
    }
    if !remarks.isEmpty { self.text = String(decoding: bytes, as: UTF8.self) }
  }

  /// Whether the text may have delimiters. Most texts have none.
  static func mayBeNeeded(in text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if previous == backslash, byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { return true }
      previous = byte
    }
    return false
  }

  private struct Pair {
    var open: Int
    var close: Int
    var delimiter: Delimiter
  }

  private struct Delimiter {
    var spelling: String
    var open: String
    var close: String
  }

  private static func pairs(in bytes: ArraySlice<UInt8>) -> [Pair] {
    var pairs: [Pair] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case backtick: index = endOfCode(from: index, in: bytes)
      case backslash:
        let isDoubled = bytes.has(backslash, at: index + 1)
        let bracket = index + (isDoubled ? 2 : 1)
        guard bracket < bytes.endIndex, let delimiter = delimiter(bytes[bracket], isDoubled: isDoubled),
          let close = close(of: bytes[bracket], isDoubled: isDoubled, from: bracket + 1, in: bytes),
          isFormula(bytes[(bracket + 1)..<close], behind: bytes[..<index], bracket: bytes[bracket])
        else {
          index += 2
          continue
        }
        pairs.append(Pair(open: index, close: close, delimiter: delimiter))
        index = close + (isDoubled ? 3 : 2)
      default: index += 1
      }
    }
    return pairs
  }

  /// The end of the code span that begins at `start`, or the end of its run of backticks when the run does not open a
  /// code span.
  private static func endOfCode(from start: Int, in bytes: ArraySlice<UInt8>) -> Int {
    let opening = bytes[start...].prefix { $0 == backtick }
    var index = opening.endIndex
    while index < bytes.endIndex {
      let run = bytes[index...].prefix { $0 == backtick }
      if run.count == opening.count { return run.endIndex }
      index = run.isEmpty ? index + 1 : run.endIndex
    }
    return opening.endIndex
  }

  private static func delimiter(_ bracket: UInt8, isDoubled: Bool) -> Delimiter? {
    let space = isDoubled ? " " : ""
    let backslashes = isDoubled ? "\\\\" : "\\"
    return switch bracket {
    case UInt8(ascii: "("):
      Delimiter(spelling: backslashes + "(", open: "$`" + space, close: space + "`$")
    case UInt8(ascii: "["):
      Delimiter(spelling: backslashes + "[", open: "$$" + space, close: space + "$$")
    default: nil
    }
  }

  /// The index of the closing delimiter.
  private static func close(
    of bracket: UInt8, isDoubled: Bool, from start: Int, in bytes: ArraySlice<UInt8>
  ) -> Int? {
    let closing = bracket == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var index = start
    while index < bytes.endIndex {
      if bytes[index] == backtick { return nil }
      if bytes[index] == backslash {
        if isDoubled {
          if bytes.has(backslash, at: index + 1), bytes.has(closing, at: index + 2) { return index }
        } else if bytes.has(closing, at: index + 1) {
          return index
        }
        if bytes.has(bracket, at: index + 1) { return nil }
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Whether the content has a formula of its own between dollar signs. Then it is prose in brackets.
  private static func holdsFormula(_ content: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var isEscaped = false
    for byte in content {
      defer { isEscaped = byte == backslash && !isEscaped }
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "$") where depth == 0 && !isEscaped: return true
      default: break
      }
    }
    return false
  }

  /// Whether the content is a formula. Escaped square brackets are common in prose, so they must contain a sign of
  /// mathematics or begin a line.
  private static func isFormula(
    _ content: ArraySlice<UInt8>, behind before: ArraySlice<UInt8>, bracket: UInt8
  ) -> Bool {
    if content.allSatisfy(\.isSpace) || holdsFormula(content) { return false }
    if bracket == UInt8(ascii: "(") { return true }
    let line = before.suffix(while: { $0 != 10 })
    if line.allSatisfy({ $0.isSpace || $0 == UInt8(ascii: ">") }) { return true }
    return content.contains { $0 == backslash || "^_=".utf8.contains($0) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func has(_ byte: UInt8, at index: Int) -> Bool { index < endIndex && self[index] == byte }

  fileprivate func suffix(while isIn: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isIn(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
