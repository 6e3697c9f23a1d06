import Formulas

/// Reads numbers and operators up to the result of a calculation.
struct ArithmeticScanner {
  let bytes: [UInt8]
  var index: Int
  /// Whether the calculation is in words, as in "3 plus 4 is 7".
  var isInWords = false

  init(bytes: [UInt8], index: Int) {
    self.bytes = bytes
    self.index = index
  }

  /// The LaTeX of a calculation; nil if there is none at the index.
  mutating func calculation() -> String? {
    var numbers: [String] = []
    guard var latex = number(&numbers) else { return nil }
    var operators = 0
    if let conversion = conversion(latex) { return conversion }
    while let sign = sign(latex.hasSuffix("%") ? Self.operators + Self.shares : Self.operators) ?? word() {
      guard let next = number(&numbers) else { return nil }
      latex += " \(sign) \(next)"
      operators += 1
    }
    let isInMyriads = latex.contains("10^{")
    guard operators > 0 || isInMyriads, let relation = relation(), let result = number(&numbers),
      operators > 0 || result.contains("10^{")
    else { return nil }
    // Numbers of zeros and ones may be binary.
    guard numbers.contains(where: { $0.contains { !"01".contains($0) } }) else { return nil }
    // Odds of 1 : 4 are a chance of 20%, and "20% of 50 is 10%" means something else.
    if result.hasSuffix("%"), latex.contains(":") || isInWords || latex.contains("% \\cdot") { return nil }
    let remainder = operators == 1 && latex.contains("\\div") ? remainder(&numbers) : nil
    guard endsCalculation else { return nil }
    return "\(latex) \(relation) \(result)" + (remainder.map { " \\dots \($0)" } ?? "")
  }

  /// The LaTeX of a conversion such as 3 小时 = 180 分钟; nil if no unit and no `=` follow the number.
  private mutating func conversion(_ first: String) -> String? {
    let start = index
    var numbers: [String] = []
    guard let unit = unit(), let relation = sign(Self.relations), let second = number(&numbers),
      let other = self.unit(),
      endsCalculation
    else {
      index = start
      return nil
    }
    return "\(first)\\,\\text{\(unit)} \(relation) \(second)\\,\\text{\(other)}"
  }

  /// Reads a Chinese name of a unit.
  private mutating func unit() -> String? {
    var position = index
    while position < bytes.count, bytes[position] == 32 { position += 1 }
    for (name, unit) in Self.units where matches(name, at: position) {
      index = position + name.utf8.count
      return unit
    }
    return nil
  }

  private static let units = [
    ("小时", "h"), ("分钟", "min"), ("秒", "s"), ("毫秒", "ms"), ("公里", "km"), ("千米", "km"), ("厘米", "cm"),
    ("毫米", "mm"),
    ("米", "m"), ("千克", "kg"), ("公斤", "kg"), ("克", "g"), ("毫升", "mL"), ("升", "L"), ("天", "day"),
  ]

  /// The remainder behind dots, as in 17 ÷ 5 = 3……2.
  private mutating func remainder(_ numbers: inout [String]) -> String? {
    var position = index
    var dots = 0
    while position < bytes.count {
      if bytes[position] == 32 {
        position += 1
      } else if let sign = ["…", "⋯", "..."].first(where: { matches($0, at: position) }) {
        position += sign.utf8.count
        dots += 1
      } else {
        break
      }
    }
    guard dots > 0, position < bytes.count, FormulaLexer.isDigit(bytes[position]) else { return nil }
    index = position
    return number(&numbers)
  }

  private static let operators: [(sign: String, latex: String, needsSpace: Bool)] = [
    ("+", "+", false), ("-", "-", true), ("−", "-", false), ("×", "\\times", false), ("*", "\\times", false),
    ("÷", "\\div", false), ("/", "/", false), ("·", "\\cdot", false),
    (":", ":", true),
  ]
  /// "20% of 150" and "20% × 150".
  private static let shares: [(sign: String, latex: String, needsSpace: Bool)] = [("of", "\\cdot", true)]
  static let relations: [(sign: String, latex: String, needsSpace: Bool)] = [
    ("=", "=", false), ("≈", "\\approx", false), ("＝", "=", false),
  ]

  /// Reads one of the signs with the spaces around it; a hyphen or a slash needs spaces.
  mutating func sign(_ signs: [(sign: String, latex: String, needsSpace: Bool)]) -> String? {
    var position = index
    while position < bytes.count, bytes[position] == 32 { position += 1 }
    let hasSpace = position > index
    for (sign, latex, needsSpace) in signs where matches(sign, at: position) {
      var end = position + sign.utf8.count
      let isSpaced = hasSpace && end < bytes.count && bytes[end] == 32
      if needsSpace, !isSpaced { return nil }
      while end < bytes.count, bytes[end] == 32 { end += 1 }
      index = end
      return latex
    }
    return nil
  }

  /// Reads a number with its sign, its groups of thousands, percent, 万 or 亿.
  mutating func number(_ numbers: inout [String]) -> String? {
    var position = index
    var digits = ""
    if position < bytes.count, bytes[position] == UInt8(ascii: "-") {
      digits = "-"
      position += 1
    }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      let isInside =
        position > start && position + 1 < bytes.count && FormulaLexer.isDigit(bytes[position + 1])
      if FormulaLexer.isDigit(byte) {
        digits.append(Character(UnicodeScalar(byte)))
      } else if byte == UInt8(ascii: "."), isInside, !digits.contains(".") {
        digits.append(".")
      } else if byte == UInt8(ascii: ","), isInside, isGroup(at: position + 1), !digits.contains(".") {
        digits += "{,}"
      } else {
        break
      }
      position += 1
    }
    guard position > start, FormulaLexer.isDigit(bytes[start]) else { return nil }
    numbers.append(digits.filter { $0 != "-" })
    index = position
    if matches("%", at: index) {
      index += 1
      return digits + "\\%"
    }
    let unit = matches(" ", at: index) ? index + 1 : index
    for (name, exponent) in [("万", 4), ("亿", 8)] where matches(name, at: unit) {
      index = unit + name.utf8.count
      return "\(digits) \\cdot 10^{\(exponent)}"
    }
    return digits
  }

  private func isGroup(at position: Int) -> Bool {
    let digits = bytes[position...].prefix(while: FormulaLexer.isDigit).count
    return digits == 3
  }

  /// Whether nothing behind the result can belong to it.
  var endsCalculation: Bool {
    var position = index
    if position < bytes.count, FormulaLexer.isLetter(bytes[position]) { return false }
    while position < bytes.count, bytes[position] == 32 { position += 1 }
    let rest = String(decoding: bytes[position...].prefix { $0 != 10 }.prefix(48), as: UTF8.self).lowercased()
    if let next = rest.first, "+-*/^=<>×÷−·≈²³!_(\\{°".contains(next) { return false }
    // 3 : 2 = 6 : 4 is a proportion.
    if rest.first == ":", rest.dropFirst().drop(while: { $0 == " " }).first?.isNumber ?? false {
      return false
    }
    if rest.contains("mod") || rest.contains("模") { return false }
    return !Self.multiples.contains { rest.hasPrefix($0) }
  }

  private static let multiples = [
    "x ", "more", "less", "times", "or ", "to ", "plus", "minus", "hundred", "thousand", "million", "billion",
    "trillion", "dozen", "k ", "m ", "千", "百", "十", "余",
    "多", "几",
    "万", "亿", "%", "percent",
  ]

  func matches(_ sign: String, at position: Int) -> Bool {
    position + sign.utf8.count <= bytes.count
      && bytes[position..<(position + sign.utf8.count)].elementsEqual(sign.utf8)
  }
}
