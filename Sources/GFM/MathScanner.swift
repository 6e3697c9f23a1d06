import CCmarkGFM

/// Reads the formula at an inline parser's offset. Moves `offset` past the closing sign.
struct MathScanner {
  /// Zero outside of the text.
  private let byteAt: (Int32) -> UInt8
  private(set) var offset: Int32
  private let limit: Int32
  /// Text that is not a formula only because a letter or a digit follows it, as in `$n$th` or `$x^2$is`; nil when it
  /// does not look like a formula.
  private(set) var formulaBeforeLetter: String?

  init(_ parser: OpaquePointer) {
    byteAt = { cmark_inline_parser_peek_at(parser, $0) }
    offset = cmark_inline_parser_get_offset(parser)
    limit = offset + Int32(InlineMath.greatestLength)
  }

  /// Reads the formula at an offset of a text outside of Markdown.
  init(_ text: [UInt8], at offset: Int) {
    byteAt = { text.indices.contains(Int($0)) ? text[Int($0)] : 0 }
    self.offset = Int32(offset)
    limit = self.offset + Int32(InlineMath.greatestLength)
  }

  /// The byte at `offset`; zero outside of the paragraph.
  func byte(at offset: Int32) -> UInt8 { offset < 0 ? 0 : byteAt(offset) }

  /// The number of times that the sign is repeated at the offset.
  func runLength(of sign: UInt8) -> Int {
    var end = offset
    while byte(at: end) == sign { end += 1 }
    return Int(end - offset)
  }

  /// Reads the formula that a run of this many dollar signs opens; nil if it opens none.
  mutating func formula(afterRun run: Int) -> (form: MathNode.Form, latex: [UInt8])? {
    switch run {
    case 1:
      let latex = byte(at: offset + 1) == backtick ? codeLikeFormula() : formula()
      return latex.map { (.inline, $0) }
    case 2: return displayedFormula().map { (.displayed, $0) }
    default: return nil
    }
  }

  /// Reads `$…$`.
  private mutating func formula() -> [UInt8]? {
    let start = offset + 1
    guard !byte(at: start).isSpace, let end = closingSign(from: start, count: 1), !byte(at: end - 1).isSpace
    else { return nil }
    let latex = bytes(start..<end)
    guard !byte(at: end + 1).isASCIILetterOrDigit else {
      let isLetter = latex.count == 1 && latex[0].isASCIILetterOrDigit && latex[0] > UInt8(ascii: "9")
      if isLetter || latex.contains(where: { $0 == backslash || "^_=".utf8.contains($0) }) {
        formulaBeforeLetter = String(decoding: latex, as: UTF8.self)
      }
      return nil
    }
    offset = end + 1
    return latex
  }

  /// Reads `$$…$$`.
  private mutating func displayedFormula() -> [UInt8]? {
    let start = offset + 2
    guard let end = closingSign(from: start, count: 2) else { return nil }
    let latex = bytes(start..<end)
    guard !latex.allSatisfy(\.isSpace) else { return nil }
    offset = end + 2
    return latex
  }

  /// Reads `` $`…`$ ``, GitHub's form of a formula whose content Markdown does not parse.
  private mutating func codeLikeFormula() -> [UInt8]? {
    let start = offset + 2
    var end = start
    while end < limit, byte(at: end) != 0 {
      if byte(at: end) == backtick {
        guard byte(at: end + 1) == dollar, byte(at: end + 2) != dollar else { return nil }
        let latex = bytes(start..<end)
        guard !latex.allSatisfy(\.isSpace) else { return nil }
        offset = end + 2
        return latex
      }
      end += 1
    }
    return nil
  }

  /// The offset of the next sign outside of braces. Nil when the paragraph ends first, or when a code span, an autolink
  /// or the end of a link's text comes first.
  private func closingSign(from start: Int32, count: Int) -> Int32? {
    var position = start
    var braces = 0
    var brackets = 0
    while position < limit {
      let byte = byte(at: position)
      switch byte {
      case 0: return nil
      case backslash where self.byte(at: position + 1) != 0: position += 1
      case UInt8(ascii: "{"): braces += 1
      case UInt8(ascii: "}"): braces = max(0, braces - 1)
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"):
        let next = self.byte(at: position + 1)
        if brackets == 0, next == UInt8(ascii: "(") || next == UInt8(ascii: "[") { return nil }
        brackets = max(0, brackets - 1)
      case backtick where isCodeSpan(at: position): return nil
      case UInt8(ascii: "<") where isAutolink(at: position): return nil
      case dollar where braces == 0:
        if count == 1 { return position }
        if self.byte(at: position + 1) == dollar { return position }
      default: break
      }
      position += 1
    }
    return nil
  }

  /// Whether a later run of backticks has the same length as the run at `start`.
  private func isCodeSpan(at start: Int32) -> Bool {
    var position = start
    while byte(at: position) == backtick { position += 1 }
    let length = position - start
    while position < limit, byte(at: position) != 0 {
      let runStart = position
      while byte(at: position) == backtick { position += 1 }
      if position - runStart == length { return true }
      position += 1
    }
    return false
  }

  /// Whether an autolink such as `<https://example.org/$>` begins at `start`.
  private func isAutolink(at start: Int32) -> Bool {
    var position = start + 1
    while byte(at: position).isASCIILetterOrDigit { position += 1 }
    guard position > start + 2, byte(at: position) == UInt8(ascii: ":") else { return false }
    while position < limit, byte(at: position) != 0, !byte(at: position).isSpace {
      if byte(at: position) == UInt8(ascii: ">") { return true }
      position += 1
    }
    return false
  }

  private func bytes(_ range: Range<Int32>) -> [UInt8] { range.map { byte(at: $0) } }
}

extension UInt8 {
  var isSpace: Bool { self == 0 || self == UInt8(ascii: " ") || (9...13).contains(self) }

  var isASCIILetterOrDigit: Bool {
    (48...57).contains(self) || (65...90).contains(self) || (97...122).contains(self)
  }
}
