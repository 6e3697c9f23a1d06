import Formulas

extension Statement {
  /// Whether dots stand for some sides of the chain.
  var hasEllipsisForSide: Bool {
    sides.contains {
      if case .symbol(let symbol) = $0.expression { symbol.base.contains("…") } else { false }
    }
  }

  /// A letter before one letter or a number in parentheses that was read as a product and may be a call: `y(0)`.
  var unreadCall: String? {
    let called = Set(sides.flatMap { side in side.expression.calledNames })
    let bytes = Array(latex.utf8)
    let isWord: (UInt8) -> Bool = { FormulaLexer.isLetter($0) || FormulaLexer.isDigit($0) }
    for position in bytes.indices.dropLast(3) where bytes[position + 1] == UInt8(ascii: "(") {
      let inside = bytes[(position + 2)...]
      let digits = inside.prefix(while: FormulaLexer.isDigit).count
      let length = digits > 0 ? digits : inside.prefix(1).allSatisfy(isWord) ? 1 : 0
      guard FormulaLexer.isLetter(bytes[position]), length > 0,
        inside.dropFirst(length).first == UInt8(ascii: ")")
      else { continue }
      let isCommand =
        position > 0 && (FormulaLexer.isLetter(bytes[position - 1]) || bytes[position - 1] == 92)
      let name = String(UnicodeScalar(bytes[position]))
      if !isCommand, !called.contains(name) { return name }
    }
    return nil
  }
}

extension MathExpression {
  /// The letters that the expression calls as functions.
  fileprivate var calledNames: [String] {
    var names: [String] = []
    visit { if case .application(let symbol, _) = $0 { names.append(symbol.base) } }
    return names
  }
}
