extension FormulaLexer {
  /// Reads digits, `1{,}000`, `1\,000`, `1~000`, `1,000` outside brackets, `1{,}5` with a decimal comma, and `1e-8`.
  mutating func readNumber() throws(ReadingError) {
    let start = index
    var text: [UInt8] = []
    var seenPoint = false
    var isGrouped = false
    while index < bytes.count {
      let byte = bytes[index]
      if Self.isDigit(byte) {
        text.append(byte)
        index += 1
      } else if byte == UInt8(ascii: "."), !seenPoint, Self.isDigit(peek(1)) {
        seenPoint = true
        text.append(byte)
        index += 1
      } else if !seenPoint, !isGrouped, isDecimalComma(after: text) {
        seenPoint = true
        text.append(UInt8(ascii: "."))
        index += 3
      } else if !seenPoint, let skip = thousandsSeparator(after: text, isGrouped: isGrouped) {
        index += skip
        isGrouped = true
      } else {
        break
      }
    }
    if seenPoint, peek() == UInt8(ascii: "."), Self.isDigit(peek(1)) {
      let rest = bytes[index...].prefix { Self.isDigit($0) || $0 == UInt8(ascii: ".") }
      let number = String(decoding: bytes[start..<rest.endIndex], as: UTF8.self)
      throw ReadingError(problem: .twoPoints, token: number, position: position(at: start))
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      let signed = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+")
      if Self.isDigit(peek(signed ? 2 : 1)) {
        text.append(UInt8(ascii: "e"))
        if peek(1) == UInt8(ascii: "-") { text.append(UInt8(ascii: "-")) }
        index += signed ? 2 : 1
        while Self.isDigit(peek()) {
          text.append(peek())
          index += 1
        }
      }
    }
    if emitRepeatingDecimal(text, from: start) { return }
    emit(.number(String(decoding: text, as: UTF8.self)), from: start)
  }

  /// Emits 0.1\overline{6} as (0.1 + 6/90).
  private mutating func emitRepeatingDecimal(_ text: [UInt8], from start: Int) -> Bool {
    let hasPoint = text.contains(UInt8(ascii: "."))
    var position = index
    if !hasPoint {
      guard peek() == UInt8(ascii: ".") else { return false }
      position += 1
    }
    let rest = bytes[position...]
    guard let command = ["\\overline{", "\\dot{", "\\bar{"].first(where: { rest.starts(with: $0.utf8) })
    else {
      return false
    }
    let period = rest.dropFirst(command.utf8.count).prefix(while: Self.isDigit)
    guard (1...6).contains(period.count), period.endIndex < bytes.count,
      bytes[period.endIndex] == UInt8(ascii: "}")
    else { return false }
    index = period.endIndex + 1
    let places = hasPoint ? text.count - 1 - (text.firstIndex(of: UInt8(ascii: ".")) ?? 0) : 0
    let below = String(repeating: "9", count: period.count) + String(repeating: "0", count: places)
    let kinds: [Token.Kind] = [
      .mark(UInt8(ascii: "(")), .number(String(decoding: text, as: UTF8.self)), .mark(UInt8(ascii: "+")),
      .command("frac"), .open, .number(String(decoding: period, as: UTF8.self)), .close, .open,
      .number(below), .close,
      .mark(UInt8(ascii: ")")),
    ]
    for kind in kinds { emit(kind, from: start) }
    return true
  }

  /// Whether `{,}` stands for a decimal point: behind a zero, or before other than three digits.
  private func isDecimalComma(after text: [UInt8]) -> Bool {
    guard matches("{,}"), Self.isDigit(peek(3)) else { return false }
    let digits = bytes[(index + 3)...].prefix(while: Self.isDigit).count
    return text == [UInt8(ascii: "0")] || digits != 3
  }

  /// The length of a separator before a group of exactly three digits; nil if there is none.
  private func thousandsSeparator(after text: [UInt8], isGrouped: Bool) -> Int? {
    func isFollowed(_ separator: String) -> Bool {
      let length = separator.utf8.count
      return matches(separator) && (0..<3).allSatisfy { Self.isDigit(peek(length + $0)) }
        && !Self.isDigit(peek(length + 3))
    }
    if isFollowed("{,}") { return 3 }
    guard isGrouped || (1...3).contains(text.count) && text.first != UInt8(ascii: "0") else { return nil }
    for separator in ["\\,", "\\;", "\\:", "~", ",\\!"] where isFollowed(separator) {
      return separator.utf8.count
    }
    // Between the cells of a matrix a space separates numbers.
    if isFollowed("\\ "), !latexHasEnvironment {
      return 2
    }
    return isFollowed(",") && (bracketDepth <= 0 || groupsThousands) ? 1 : nil
  }

  private func matches(_ pattern: String) -> Bool {
    let pattern = pattern.utf8
    return index + pattern.count <= bytes.count
      && bytes[index..<(index + pattern.count)].elementsEqual(pattern)
  }

  private var latexHasEnvironment: Bool {
    let begin = Array("\\begin".utf8)
    return bytes.indices.dropLast(begin.count).contains { bytes[$0...].starts(with: begin) }
  }

  /// Reads one letter, or a whole word if the run of letters is a known name.
  mutating func readLetters() {
    let start = index
    var end = index
    while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
    if end - start > 1 {
      var word = String(decoding: bytes[start..<end], as: UTF8.self)
      if Vocabulary.functionWords.contains(word) {
        index = end
        emit(.command(word), from: start)
        return
      }
      if isConjunction(word, from: start, to: end) {
        index = end
        emit(.text(command: "text", content: word.lowercased()), from: start)
        return
      }
      let known = Vocabulary.words.contains(word) && !(word.hasPrefix("d") && end - start == 2 && usesLetterD)
      while end - start > 2, let next = joinedWordEnd(from: end) {
        end = next
        word = String(decoding: bytes[start..<end], as: UTF8.self).filter { $0 != "\\" }
      }
      if known || word.contains("_") {
        index = end
        emit(.text(command: "mathrm", content: word), from: start)
        return
      }
    }
    index = start + 1
    emit(.letter(String(UnicodeScalar(bytes[start]))), from: start)
  }

  /// Whether a word between spaces joins two statements: `x = 1 or x = 2`. `OR` may also be a segment from O to R.
  private func isConjunction(_ word: String, from start: Int, to end: Int) -> Bool {
    guard ["or", "and", "OR", "AND"].contains(word), start > 0, bytes[start - 1] == 32, end < bytes.count,
      bytes[end] == 32, let last = tokens.last, Self.endsOperand(last)
    else { return false }
    guard let next = bytes[end...].first(where: { $0 != 32 }) else { return false }
    return Self.isLetter(next) || Self.isDigit(next)
  }

  /// Whether the formula multiplies by the letter d, as in `ad - bc`, so that `db` is a product too.
  private var usesLetterD: Bool {
    bytes.indices.dropFirst().contains { position in
      bytes[position] == UInt8(ascii: "d") && Self.isLetter(bytes[position - 1])
        && (position < 2 || !Self.isLetter(bytes[position - 2]) && bytes[position - 2] != UInt8(ascii: "\\"))
        && (position + 1 == bytes.count || !Self.isLetter(bytes[position + 1]))
    }
  }

  /// The end of `_rate` in `learning_rate`, if the underscore joins two words.
  func joinedWordEnd(from offset: Int) -> Int? {
    var end = offset
    if end < bytes.count, bytes[end] == UInt8(ascii: "\\") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "_") else { return nil }
    end += 1
    let first = end
    while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
    return end - first > 2 ? end : nil
  }
}
