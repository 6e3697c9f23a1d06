extension FormulaParser {
  /// Reads a command and its arguments.
  mutating func parseCommand(_ name: String) throws(ReadingError) -> MathExpression {
    if let letter = Vocabulary.letters[name] {
      advance()
      return .symbol(MathSymbol(letter))
    }
    if let function = ElementaryFunction.named(name), name != "sqrt" {
      advance()
      if name == "max" || name == "min" || name == "det", !startsArgument { return .symbol(MathSymbol(name)) }
      return try parseFunction(function)
    }
    if Vocabulary.accents.contains(name) { return try parseAccent(name) }
    if let style = Vocabulary.styles[name] { return try parseStyle(style) }
    if let dropped = Vocabulary.wrappers[name] { return try parseWrapper(dropping: dropped) }
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac", "flatfrac": return try parseFraction()
    case "pmod", "bmod", "mod", "pod":
      // A congruence compares remainders, which the audit does not do; nothing may be decided.
      advance()
      return .opaque("mod", [try parseArgument()])
    case "lnot", "neg":
      advance()
      return .opaque("¬", [try parseArgument()])
    case "sqrt": return try parseRoot()
    case "sum", "prod", "bigodot", "sup", "inf": return try parseReduction(name)
    case "int": return try parseIntegral()
    case "lim": return try parseLimit()
    case "Pr":
      advance()
      return .symbol(MathSymbol("Pr"))
    case "iint", "oint", "iiint", "argmin", "argmax", "arg", "limsup", "liminf", "bigcup", "bigcap":
      advance()
      return try parseOpaqueOperator(name)
    case "nabla": return try parseNabla()
    case "partial": return try parsePartial()
    case "Delta": return try parseDifference()
    case "binom", "dbinom", "tbinom":
      advance()
      return .function(.binomial, [try parseArgument(), try parseArgument()])
    case "{":
      if case .text("begin", let name) = peek(1).kind, isBracedList(name) {
        advance()
        return try parseEnvironment(name, isBraced: true)
      }
      return try parseSet()
    case "langle": return try parseAngles()
    case "lfloor", "lceil": return try parseRounding(name)
    case "abs":
      advance()
      return .absolute(try parseArgument())
    case "norm":
      advance()
      return .norm(try parseArgument(), order: nil)
    case "bra", "ket", "braket", "Bra", "Ket", "Braket": return try parseState(name)
    case "mathbin", "cdot", "bullet":
      guard isPlaceholderDot else { throw failure(.expectedExpression) }
      return placeholder()
    case "}", "rangle", "rfloor", "rceil": throw failure(.unopened)
    default:
      if Vocabulary.products[name] != nil || name == "pm" || name == "mp" || name == "%" || name == "not" {
        throw failure(.expectedExpression)
      }
      throw failure(.unknownCommand)
    }
  }

  /// Reads `\ket{0}`, a state of quantum mechanics, which has no value here.
  private mutating func parseState(_ name: String) throws(ReadingError) -> MathExpression {
    advance()
    guard let end = groupEnd(from: index), end < tokens.count else { throw failure(.expectedExpression) }
    defer { index = end }
    return .opaque("\(name) \(rawText(tokens[index..<end]))", [])
  }

  /// Reads one argument: a group, or the single token after a command.
  mutating func parseArgument() throws(ReadingError) -> MathExpression {
    switch current.kind {
    case .end, .close, .align, .rowBreak, .relation, .quad: throw failure(.expectedExpression)
    case .number(let digits) where digits.count > 1 && !digits.contains("."):
      // `\frac12` is a half: the argument of a number without braces is only its first digit.
      let token = current
      guard let first = digits.first, let decimal = WrittenDecimal(String(first)) else {
        throw failure(.unexpectedToken)
      }
      let rest = Token(kind: .number(String(digits.dropFirst())), start: token.start + 1, end: token.end)
      tokens[index] = rest
      return .number(decimal)
    default: return try descend { parser throws(ReadingError) in try parser.parsePrimary() }
    }
  }

  mutating func parseAccent(_ name: String) throws(ReadingError) -> MathExpression {
    advance()
    let argument = try parseArgument()
    switch argument {
    case .symbol(let symbol): return .symbol(symbol.with(accent: name))
    case .power(.symbol(let symbol), let exponent):
      return .power(.symbol(symbol.with(accent: name)), exponent)
    case _ where name == "overline" && !argument.symbols.isEmpty: return .function(.conjugate, [argument])
    default: return .symbol(MathSymbol(argument.compactDescription, accents: [name]))
    }
  }

  mutating func parseStyle(_ style: String) throws(ReadingError) -> MathExpression {
    advance()
    let argument = try parseArgument()
    switch argument {
    case .symbol(let symbol): return .symbol(symbol.with(style: style))
    case .number(let number) where style == "bb" || style == "bold":
      return .symbol(MathSymbol(number.text, style: style))
    case .product(let factors):
      // `\mathbf{ab}` and `\mathcal{KL}` are one name.
      var letters = ""
      for factor in factors {
        guard case .symbol(let symbol) = factor.expression, symbol.name == symbol.base else {
          return argument
        }
        letters += symbol.base
      }
      if let function = ElementaryFunction.named(letters), startsArgument {
        return try parseFunction(function)
      }
      return .symbol(MathSymbol(letters, style: style))
    default: return argument
    }
  }

  mutating func parseWrapper(dropping count: Int) throws(ReadingError) -> MathExpression {
    advance()
    for _ in 0..<count {
      guard let end = groupEnd(from: index), end < tokens.count else { throw failure(.expectedExpression) }
      index = end
    }
    let content = try parseArgument()
    // Words under a brace are a remark and not part of the formula.
    while current.isMark("_") || current.isMark("^"), case .text = peek(2).kind,
      let end = groupEnd(from: index + 1)
    {
      index = end
    }
    return content
  }

  mutating func parseRoot() throws(ReadingError) -> MathExpression {
    advance()
    var degree: MathExpression?
    if current.isMark("[") {
      let open = current
      advance()
      degree = try descend { parser throws(ReadingError) in try parser.parseExpression() }
      guard accept(mark: "]") else { throw unclosed("]", from: open) }
    }
    return .root(try parseArgument(), degree: degree)
  }

  mutating func parseFraction() throws(ReadingError) -> MathExpression {
    advance()
    if let derivative = try parseDifferentialFraction() { return derivative }
    let above = try parseArgument()
    let below = try parseArgument()
    return .fraction(above, below)
  }
}
