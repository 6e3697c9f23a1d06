import Formulas

/// Values that a text gives in words: 学习率 $\eta$ 设为 0.01, "β, usually 0.9".
struct ProseValues {
  /// A value given in words.
  struct Assignment: Hashable, Sendable {
    var quantity: MathExpression
    var value: MathExpression
    /// Whether the text only calls the value usual.
    var isUsual: Bool
  }

  private var recent: [MathExpression] = []
  private var pendingCue: Bool?
  private(set) var found: [Assignment] = []

  /// Reads the next piece of text; returns the values that it gives.
  mutating func read(text: String) -> [Assignment] {
    found = []
    var rest = Substring(text)
    pendingCue = nil
    while !rest.isEmpty {
      guard let cue = Self.nextCue(in: rest, isStart: rest.startIndex == text.startIndex) else { break }
      let sentence = rest[..<cue.range.lowerBound]
      if Self.endsSentence(sentence) || !cue.isUsual && Self.changesSubject(sentence) { recent = [] }
      let behind = rest[cue.range.upperBound...]
      let values = Self.values(at: behind)
      if values.isEmpty {
        if behind.allSatisfy({ $0 == " " }) { pendingCue = cue.isUsual }
      } else if values.count <= recent.count {
        for (quantity, value) in zip(recent.suffix(values.count), values) {
          found.append(Assignment(quantity: quantity, value: value, isUsual: cue.isUsual))
        }
        recent = []
      }
      rest = behind
    }
    if Self.endsSentence(rest) {
      recent = []
      pendingCue = nil
    }
    return found
  }

  /// Reads a formula in the sentence; returns the value that it gives to the quantity before it.
  mutating func read(formula: MathExpression) -> [Assignment] {
    defer { pendingCue = nil }
    if formula.quantityName != nil {
      recent.append(formula)
      return []
    }
    guard let isUsual = pendingCue, formula.isWrittenValue, let quantity = recent.last else { return [] }
    recent = []
    return [Assignment(quantity: quantity, value: formula, isUsual: isUsual)]
  }

  /// Forgets the quantities of the paragraph.
  mutating func endParagraph() {
    recent = []
    pendingCue = nil
  }

  // MARK: Words

  private struct Cue {
    var range: Range<Substring.Index>
    var isUsual: Bool
  }

  private static let usual = [
    "通常取值在", "通常取值为", "通常设置为", "通常取为", "通常设为", "通常取", "通常为", "一般取值为", "一般设置为", "一般设为", "一般取", "一般为",
    "默认值为", "默认值是", "默认为", "默认取", "默认", "常取", "推荐值为", "建议取", "usually set to", "typically set to",
    "commonly set to",
    "usually", "typically", "defaults to", "default value is", "default is", "default of", "default value of",
  ]

  private static let stated = [
    "设置为", "设定为", "取值为", "取为", "初始化为", "设为", "等于", "的值为", "值为", "is set to", "are set to", "set to", "equals",
    "is equal to", "initialized to", "with value", "has the value",
  ]

  private static let atStart = ["为", "是", "取", "is", "of"]

  private static func nextCue(in text: Substring, isStart: Bool) -> Cue? {
    let best = firstCue(in: text)
    guard isStart else { return best }
    let trimmed = text.drop { $0 == " " }
    for word in atStart where trimmed.hasPrefix(word) {
      let end = trimmed.index(trimmed.startIndex, offsetBy: word.count)
      if best.map({ $0.range.lowerBound > end }) ?? true, !values(at: trimmed[end...]).isEmpty {
        return Cue(range: trimmed.startIndex..<end, isUsual: false)
      }
    }
    return best
  }

  /// The first cue of the text; the longest one if several begin at the same place.
  private static func firstCue(in text: Substring) -> Cue? {
    let bytes = text.utf8
    var start = bytes.startIndex
    while start != bytes.endIndex {
      var best: Cue?
      for (word, isUsual) in cues[bytes[start]] ?? [] where bytes[start...].starts(with: word) {
        let end = bytes.index(start, offsetBy: word.count)
        if best.map({ end > $0.range.upperBound }) ?? true {
          best = Cue(range: start..<end, isUsual: isUsual)
        }
      }
      if let best { return best }
      start = bytes.index(after: start)
    }
    return nil
  }

  /// All cues by their first byte.
  private static let cues: [UInt8: [(word: [UInt8], isUsual: Bool)]] = {
    let all = usual.map { (Array($0.utf8), true) } + stated.map { (Array($0.utf8), false) }
    return Dictionary(grouping: all, by: { $0.0[0] })
  }()

  /// Whether words between a name and a value speak of something else: "side $S$, since the diameter is equal to 1".
  private static func changesSubject(_ text: Substring) -> Bool {
    let words = text.split { !$0.isLetter }
    return words.count > 6
      || words.contains {
        ["which", "since", "because", "while", "when", "if", "where", "and", "so"].contains($0.lowercased())
      }
  }

  private static func endsSentence(_ text: Substring) -> Bool {
    var isBehindPoint = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "。", "；", "！", "？", ";": return true
      case " ", "\n": if isBehindPoint { return true }
      default: break
      }
      isBehindPoint = scalar == "."
    }
    return false
  }

  // MARK: Numbers

  /// Numbers at the beginning of a text, perhaps several joined by 和 or "and"; empty for a range.
  private static func values(at text: Substring) -> [MathExpression] {
    var rest = text.drop { $0 == " " || $0 == "约" }
    for filler in ["about ", "around ", "to ", "be "] where rest.hasPrefix(filler) {
      rest = rest.dropFirst(filler.count)
    }
    var result: [MathExpression] = []
    while let (value, behind) = number(rest) {
      result.append(value)
      rest = behind
      let next = rest.drop { $0 == " " }
      var joined = false
      for word in ["和", "与", "、", "and "] where next.hasPrefix(word) {
        rest = next.dropFirst(word.count).drop { $0 == " " }
        joined = true
      }
      if !joined { break }
    }
    let next = rest.drop { $0 == " " }
    for word in ["到", "至", "~", "-", "–", "—", "to ", "～", "之间", "%", "个", "×"] where next.hasPrefix(word) {
      return []
    }
    return result
  }

  private static func number(_ text: Substring) -> (MathExpression, Substring)? {
    guard let first = text.first, first.isASCII, first.isNumber || first == "[" else { return nil }
    if first == "[" {
      guard let close = text.firstIndex(of: "]") else { return nil }
      let written = String(text[...close])
      guard let vector = try? MathExpression(latex: written), vector.isWrittenValue else { return nil }
      return (vector, text[text.index(after: close)...])
    }
    var end = text.startIndex
    var digits = ""
    while end < text.endIndex, text[end].isASCII, text[end].isNumber || ".eE-".contains(text[end]) {
      let isExponentSign = text[end] == "-" && (digits.last == "e" || digits.last == "E")
      if text[end] == "-", !isExponentSign { break }
      digits.append(text[end])
      end = text.index(after: end)
    }
    while digits.last == "." { digits.removeLast() }
    guard let decimal = WrittenDecimal(digits) else { return nil }
    let behind = text[end...]
    if let next = behind.first, next.isASCII, next.isLetter { return nil }
    return (.number(decimal), behind)
  }
}
