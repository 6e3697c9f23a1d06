import Formulas

extension MathExtractor {
  /// Reads a calculation in plain text, such as `3 × 4 = 12` or `2 万 + 3 万 = 5 万`, as a formula.
  ///
  /// A calculation consists of written numbers only. Dates, versions and prices have no `=` behind an operator.
  mutating func readArithmetic() -> Bool {
    guard FormulaLexer.isDigit(bytes[index]), startsCalculation else { return false }
    var scanner = ArithmeticScanner(bytes: bytes, index: index)
    guard let latex = wordsBefore.flatMap({ scanner.listResult(behind: $0) }) ?? scanner.calculation() else {
      return false
    }
    emit(from: index, to: scanner.index, closing: scanner.index, isDisplay: false, latex: latex)
    return true
  }

  /// The words before a number if they end with "of".
  private var wordsBefore: String? {
    guard index > 2, bytes[index - 1] == 32, bytes[index - 2] == UInt8(ascii: "f") else { return nil }
    return String(decoding: bytes[max(0, index - 24)..<index], as: UTF8.self).lowercased()
  }

  /// Whether nothing before the number can belong to it: a letter, an operator, a bracket of a larger expression.
  private var startsCalculation: Bool {
    var position = index - 1
    if position >= 0, bytes[position] != 32, bytes[position] != 10, bytes[position] < 0x80 { return false }
    while position >= 0, bytes[position] == 32 { position -= 1 }
    guard position >= 0, bytes[position] != 10 else { return true }
    let before = String(decoding: bytes[max(0, position - 2)...position], as: UTF8.self)
    return !(before.last.map { "+-*/^=<>×÷−·≈√∑({[|".contains($0) } ?? false)
  }
}
