extension FormulaParser {
  /// The largest number of factors in a product: the search for names among neighbours is slow for very many factors.
  private static let factorLimit = 2_000

  /// Reads a product, its factors joined by a sign or side by side.
  mutating func parseTerm() throws(ReadingError) -> MathExpression {
    if current.isCommand("pm") || current.isCommand("mp") {
      let sign = current.isCommand("pm") ? "±" : "∓"
      advance()
      return .opaque(sign, [try parseTerm()])
    }
    var factors = [Factor(try parseFactor())]
    while true {
      if factors.count > Self.factorLimit { throw failure(.tooLong) }
      if let evaluated = try parseEvaluationBar(Self.product(factors)) {
        factors = [Factor(evaluated)]
      } else if let sign = productSign(current), !isPlaceholderDot {
        advance()
        factors.append(Factor(try parseFactor(), sign: sign))
      } else if factors.count == 1, dividesRatio(factors[0].expression) {
        readsRatios = true
        advance()
        factors.append(Factor(try parseFactor(), sign: .division))
      } else if case .command(let name) = current.kind, let sign = Vocabulary.setOperations[name] {
        advance()
        factors = [Factor(.opaque(sign, [Self.product(factors), try parseFactor()]))]
      } else if Self.isModulo(current), !startsModulus {
        advance()
        factors = [Factor(.function(.remainder, [Self.product(factors), try parseFactor()]))]
      } else if factors.count == 1, current.isCommand("tfrac"),
        case .number(let whole) = factors[0].expression,
        whole.isInteger
      {
        // A mixed number such as 3½ is a sum.
        factors = [Factor(.sum([factors[0].expression, try parseFactor()]))]
      } else if startsOperand(current), !startsModulus {
        factors.append(Factor(try parseFactor()))
      } else {
        break
      }
    }
    return Self.product(factors)
  }

  /// Whether the colon divides two written numbers: 10 : 4 = 2.5, and 5 : 2 behind it. Ratios of three numbers and times
  /// such as 12:30 are none.
  private func dividesRatio(_ first: MathExpression) -> Bool {
    guard current.isMark(":"), index > 0, first.isWrittenNumber, case .number = tokens[index - 1].kind,
      case .number(let second) = peek(1).kind, !peek(2).isMark(":"),
      index < 2 || !tokens[index - 2].isMark(":")
    else { return false }
    let isTime = second.count == 2 && tokens[index - 1].end == current.start && current.end == peek(1).start
    if isTime { return false }
    switch peek(2).kind {
    case .relation(.equals), .relation(.approximates): return true
    default: return readsRatios
    }
  }

  /// A product, or its only factor; `\partial a / \partial b` becomes a derivative.
  static func product(_ factors: [Factor]) -> MathExpression {
    var result: [Factor] = []
    for factor in factors {
      if factor.sign == .division, case .opaque("∂", let below) = factor.expression, below.count == 1,
        let last = result.last, case .opaque("∂", let above) = last.expression, above.count == 1
      {
        let derivative = MathExpression.Derivative(
          notation: .partial, subject: above[0], variables: below, order: 1)
        result[result.count - 1].expression = .derivative(derivative)
      } else {
        result.append(factor)
      }
    }
    if result.count == 1 { return result[0].expression }
    return Ellipsis.product(result) ?? .product(result)
  }

  func productSign(_ token: Token) -> ProductSign? {
    switch token.kind {
    case .command(let name): Vocabulary.products[name]
    case .mark(UInt8(ascii: "*")): .dot
    case .mark(UInt8(ascii: "/")): .division
    default: nil
    }
  }

  /// Whether the dot stands for an argument, as in `f(\cdot)`.
  var isPlaceholderDot: Bool {
    guard current.isCommand("cdot") || current.isCommand("bullet") else { return false }
    switch peek(1).kind {
    case .mark(let byte):
      return byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
    case .bar:
      guard index > 0, case .bar = tokens[index - 1].kind else { return false }
      return openBars.last == .single || openBars.last == .double
    case .close, .end: return true
    default: return false
    }
  }

  /// Whether a token can begin a factor.
  func startsOperand(_ token: Token) -> Bool {
    if Self.isModulo(token) || differentials.contains(token.start) { return false }
    switch token.kind {
    case .number, .letter, .open: return true
    case .text(let command, let content):
      if command == "end" { return false }
      return command == "begin" || !Self.isConnective(content, command: command)
    case .command(let name):
      if name == "}" || name == "rangle" || name == "rfloor" || name == "rceil" || name == "pm"
        || name == "mp"
      {
        return false
      }
      if name == "not" || name == "atop" || name == "over" || name == "choose" { return false }
      if isStackedRelation(token) { return false }
      return Vocabulary.products[name] == nil && Vocabulary.setOperations[name] == nil
    case .mark(let byte): return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
    case .bar(let double, let side):
      if side == .right { return false }
      if side == .left { return true }
      // The bar of `F|_a^b`.
      if !double, openBars.isEmpty, token.start == current.start, peek(1).isMark("_") { return false }
      switch openBars.last ?? .none {
      case .single: return double
      case .double: return !double
      case .separator: return false
      case .none: return true
      }
    default: return false
    }
  }

  /// Reads one factor with its sign, scripts and arguments.
  mutating func parseFactor() throws(ReadingError) -> MathExpression {
    var negative = false
    while current.isMark("-") || current.isMark("+") {
      if current.isMark("-") { negative.toggle() }
      advance()
    }
    let factor = try descend { parser throws(ReadingError) in
      try parser.parseOperand(allowsPower: true)
    }
    return negative ? .negated(factor) : factor
  }

  static func isConnective(_ content: String, command: String) -> Bool {
    if command == "begin" || command == "end" { return false }
    if content.isEmpty || Vocabulary.connectives.contains(content) { return true }
    if command.hasPrefix("operatorname") { return false }
    let words = content.split(separator: " ")
    return words.count > 1 && words.contains { Vocabulary.connectives.contains(String($0)) }
      || content.allSatisfy { !$0.isLetter && !$0.isNumber }
  }
}
