extension FormulaParser {
  /// Reads `\int_a^b f\,dx`, also `\int \frac{dx}{x}` and `\int dx\, f`.
  mutating func parseIntegral() throws(ReadingError) -> MathExpression {
    let sign = current
    advance()
    let (lower, upper) = try parseIntegralLimits()
    let end = differentialIndex(from: index)
    guard let end else { return try parseFractionIntegral(lower, upper, sign) }
    let start = tokens[end].start
    differentials.insert(start)
    var body: MathExpression?
    if index < end {
      body = try descend { parser throws(ReadingError) in try parser.parseExpression() }
    }
    differentials.remove(start)
    guard index == end else { throw failure(.unexpectedToken) }
    let variable = try parseDifferential()
    if body == nil, startsOperand(current) {
      body = try descend { parser throws(ReadingError) in try parser.parseTerm() }
    }
    return Self.integral(body ?? .integer(1), variable, lower, upper)
  }

  /// Reads the limits. A set, as in `\int_\Omega`, is a lower limit without an upper one.
  private mutating func parseIntegralLimits() throws(ReadingError) -> (MathExpression?, MathExpression?) {
    var lower: MathExpression?
    var upper: MathExpression?
    while current.isMark("_") || current.isMark("^") {
      let isLower = current.isMark("_")
      advance()
      let named = try parseNamedLimit()
      let script = if let named { named } else { try parseBareLimit() }
      if isLower { lower = script } else { upper = script }
    }
    if upper == nil, case .symbol(let symbol)? = lower, symbol.name == "ℝ" {
      let infinity = MathExpression.symbol(MathSymbol("∞"))
      return (.negated(infinity), infinity)
    }
    return (lower, upper)
  }

  /// Reads the limit that names its variable, as in `\int_{x=0}^{x=1}`.
  private mutating func parseNamedLimit() throws(ReadingError) -> MathExpression? {
    guard current.kind == .open, let end = groupEnd(from: index) else { return nil }
    let start = index
    if let range = try parseRange(until: end - 1), !range.lower.isOpaque {
      index = end
      return range.lower
    }
    index = start
    return nil
  }

  private mutating func parseBareLimit() throws(ReadingError) -> MathExpression? {
    if current.kind == .open { return try parseScriptGroup().first }
    guard current.isMark("-") else { return try parseArgument() }
    advance()
    return .negated(try parseArgument())
  }

  private static func integral(
    _ body: MathExpression, _ variable: MathSymbol, _ lower: MathExpression?, _ upper: MathExpression?
  ) -> MathExpression {
    if lower != nil, upper == nil {
      return .opaque("an integral over a set", [body, .symbol(variable)] + [lower].compactMap { $0 })
    }
    return .integral(MathExpression.Integral(variable: variable, lower: lower, upper: upper, body: body))
  }

  /// Reads an integral with the differential in a numerator.
  private mutating func parseFractionIntegral(
    _ lower: MathExpression?, _ upper: MathExpression?, _ sign: Token
  ) throws(ReadingError) -> MathExpression {
    guard startsOperand(current) || current.isMark("-") else { throw failure(.expectedExpression) }
    let body = try descend { parser throws(ReadingError) in try parser.parseTerm() }
    guard let (rest, variable) = Self.withoutDifferential(body) else {
      return .opaque("int", [lower, upper, body].compactMap { $0 })
    }
    return Self.integral(rest, variable, lower, upper)
  }

  /// Splits `3 dz/z` into the integrand 3/z and the variable z.
  private static func withoutDifferential(_ body: MathExpression) -> (MathExpression, MathSymbol)? {
    switch body {
    case .fraction(let above, let below):
      return withoutDifferential(above).map { (.fraction($0.0, below), $0.1) }
    case .product(var factors):
      if factors.count >= 2, case .symbol(let d) = factors[factors.count - 2].expression, d.name == "d",
        case .symbol(let variable) = factors[factors.count - 1].expression
      {
        factors.removeLast(2)
        return (factors.isEmpty ? .integer(1) : product(factors), variable)
      }
      for position in factors.indices {
        guard case .fraction = factors[position].expression,
          let (rest, variable) = withoutDifferential(factors[position].expression)
        else { continue }
        factors[position].expression = rest
        return (product(factors), variable)
      }
      return nil
    default: return nil
    }
  }

  /// The index of the d of this integral: the first one at this level that does not belong to an inner integral.
  private func differentialIndex(from start: Int) -> Int? {
    var level = 0
    var inner = 0
    for position in start..<tokens.count {
      switch tokens[position].kind {
      case .open, .text("begin", _): level += 1
      case .close, .text("end", _): level -= 1
      case .mark(let byte) where byte == UInt8(ascii: "(") || byte == UInt8(ascii: "["): level += 1
      case .mark(let byte) where byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]"): level -= 1
      case .relation, .rowBreak, .end: return nil
      case .command("int") where level == 0: inner += 1
      default:
        guard level == 0, isDifferential(at: position) else { continue }
        if inner == 0 { return position }
        inner -= 1
      }
      if level < 0 { return nil }
    }
    return nil
  }

  private func isDifferential(at position: Int) -> Bool {
    guard differential(at: position) == .total, position + 1 < tokens.count else {
      if case .text("mathrm", let word) = tokens[position].kind {
        return word.count == 2 && word.hasPrefix("d")
      }
      return false
    }
    switch tokens[position + 1].kind {
    case .letter: return true
    case .command(let name): return Vocabulary.letters[name] != nil || Vocabulary.styles[name] != nil
    default: return false
    }
  }

  private mutating func parseDifferential() throws(ReadingError) -> MathSymbol {
    if case .text("mathrm", let word) = current.kind, word.count == 2 {
      advance()
      return MathSymbol(String(word.dropFirst()))
    }
    advance()
    let primary = try parsePrimary()
    guard case .symbol = primary,
      case .symbol(let variable) = apply(try parseScripts(on: primary, allowsPower: false), to: primary)
    else { throw failure(.expectedExpression) }
    return variable
  }
}

extension MathExpression {
  /// Whether the node has no value, such as a set or a condition.
  fileprivate var isOpaque: Bool { if case .opaque = self { true } else { false } }
}
