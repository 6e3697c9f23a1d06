import Formulas

/// Calculations in words: "3 plus 4 is 7", "20% of 150 is 30", "the average of 3, 5 and 10 is 6", 150 的 20% 是 30.
extension ArithmeticScanner {
  /// Reads an operator in words.
  mutating func word() -> String? {
    let start = index
    guard let sign = sign(Self.words) else { return nil }
    // "150 的 20%" is a share, and "3 的 4" is nothing.
    if matches("的", at: bytes[start...].firstIndex { $0 != 32 } ?? start) {
      let number = bytes[index...].drop { FormulaLexer.isDigit($0) || $0 == UInt8(ascii: ".") }
      guard number.first == UInt8(ascii: "%") else {
        index = start
        return nil
      }
    }
    isInWords = true
    return sign
  }

  /// Reads the relation before the result: a sign, or a verb behind operators in words and shares.
  mutating func relation() -> String? {
    let start = index
    if let sign = sign(Self.relations) { return sign }
    let before = String(decoding: bytes[max(0, start - 24)..<start], as: UTF8.self)
    guard isInWords || before.contains("% of ") else { return nil }
    return sign(Self.verbs)
  }

  /// The LaTeX of a calculation such as "the average of 3, 5 and 10 is 6", read from its first number.
  mutating func listResult(behind words: String) -> String? {
    guard let kind = Self.kinds.first(where: { words.hasSuffix($0.words) }) else { return nil }
    let start = index
    var numbers: [String] = []
    guard var items = number(&numbers).map({ [$0] }) else { return nil }
    while let separator = [", and ", ", ", " and "].first(where: { matches($0, at: index) }) {
      index += separator.utf8.count
      guard let next = number(&numbers) else { break }
      items.append(next)
    }
    guard items.count >= 2, let relation = sign(Self.relations) ?? sign(Self.verbs),
      let result = number(&numbers),
      endsCalculation
    else {
      index = start
      return nil
    }
    let joined = items.joined(separator: " \(kind.sign) ")
    return kind.isMean
      ? "\\frac{\(joined)}{\(items.count)} \(relation) \(result)" : "\(joined) \(relation) \(result)"
  }

  private static let kinds: [(words: String, sign: String, isMean: Bool)] = [
    (" average of ", "+", true), (" mean of ", "+", true), (" sum of ", "+", false),
    (" product of ", "\\times", false),
  ]

  private static let words: [(sign: String, latex: String, needsSpace: Bool)] = [
    ("plus", "+", true), ("minus", "-", true), ("times", "\\times", true), ("divided by", "\\div", true),
    ("加", "+", false), ("减", "-", false), ("乘以", "\\times", false), ("除以", "\\div", false),
    ("的", "\\cdot", false),
  ]
  private static let verbs: [(sign: String, latex: String, needsSpace: Bool)] = [
    ("is about", "\\approx", true), ("is", "\\approx", true), ("equals", "=", true), ("makes", "=", true),
    ("等于", "=", false), ("是", "\\approx", false), ("为", "\\approx", false), ("得", "=", false),
  ]
}
