extension FormulaParser {
  mutating func parseNabla() throws(ReadingError) -> MathExpression {
    advance()
    var variables: [MathExpression] = []
    var order = 1
    while current.isMark("_") || current.isMark("^") {
      let isLower = current.isMark("_")
      advance()
      let script = current.kind == .open ? try parseScriptGroup() : [try parseArgument()]
      if isLower {
        variables = script
      } else if case .number(let number)? = script.first, let value = MathScalar(number).integer {
        order = min(max(value, 1), 9)
      }
    }
    guard startsOperand(current) else {
      return .symbol(MathSymbol("∇" + SymbolText.lower(variables)))
    }
    // ∇‖x‖² is the gradient of the square; ∇J(x)² is the square of the gradient.
    if startsOperator(current) {
      let subject = try descend { parser throws(ReadingError) in try parser.parseTerm() }
      return .derivative(
        MathExpression.Derivative(notation: .nabla, subject: subject, variables: variables, order: order))
    }
    var isGroup = current.isMark("(")
    if case .bar = current.kind { isGroup = true }
    let subject = try descend { [isGroup] parser throws(ReadingError) in
      try parser.parseOperand(allowsPower: isGroup)
    }
    return .derivative(
      MathExpression.Derivative(notation: .nabla, subject: subject, variables: variables, order: order))
  }

  /// Reads `\partial L`, perhaps the numerator of a derivative with a slash.
  mutating func parsePartial() throws(ReadingError) -> MathExpression {
    advance()
    var variables: [MathExpression] = []
    while current.isMark("_") || current.isMark("^") {
      let isLower = current.isMark("_")
      advance()
      let script = current.kind == .open ? try parseScriptGroup() : [try parseArgument()]
      if isLower { variables = script }
    }
    guard startsOperand(current) else { return .symbol(MathSymbol("∂" + SymbolText.lower(variables))) }
    let takesTerm = startsOperator(current) && !variables.isEmpty
    let subject = try descend { parser throws(ReadingError) in
      takesTerm ? try parser.parseTerm() : try parser.parseOperand(allowsPower: true)
    }
    guard !variables.isEmpty else { return .opaque("∂", [subject]) }
    return .derivative(
      MathExpression.Derivative(notation: .partial, subject: subject, variables: variables, order: 1))
  }

  mutating func parseDifference() throws(ReadingError) -> MathExpression {
    advance()
    guard startsOperand(current), !current.isMark("("), !current.isMark("[") else {
      return .symbol(MathSymbol("Δ"))
    }
    if case .bar = current.kind { return .symbol(MathSymbol("Δ")) }
    let argument = try parseArgument()
    if case .symbol(let symbol) = argument { return .symbol(symbol.with(accent: "Delta")) }
    return .opaque("Δ", [argument])
  }

  /// Reads `\frac{\partial L}{\partial w}` and `\frac{dL}{dw}`. Nil for other fractions, without consuming tokens.
  mutating func parseDifferentialFraction() throws(ReadingError) -> MathExpression? {
    guard current.kind == .open, let middle = groupEnd(from: index), middle < tokens.count,
      tokens[middle].kind == .open, let notation = differential(at: index + 1),
      differential(at: middle + 1) == notation,
      isDifferentialVariable(at: middle + 2)
        || notation == .partial && tokens[middle + 2].isMark("(") && tokens[index + 2].isMark("("),
      isSubject(at: index + 2)
    else { return nil }
    let end = groupEnd(from: middle)
    index += 2
    var order = 1
    if accept(mark: "^") { order = try parseOrder() }
    var subject: MathExpression?
    if index < middle - 1 {
      subject = try descend { parser throws(ReadingError) in try parser.parseExpression() }
    }
    guard current.kind == .close, index == middle - 1 else { throw failure(.unclosed("}")) }
    index = middle + 1
    var variables: [MathExpression] = []
    while differential(at: index) == notation {
      advance()
      var variable = try descend { parser throws(ReadingError) in try parser.parseOperand(allowsPower: false)
      }
      var times = 1
      if current.isMark("^"), isNumber(peek(1)) || (peek(1).kind == .open && isNumber(peek(2))) {
        advance()
        times = try parseOrder()
      } else if current.isMark("^") {
        variable = apply(try parseScripts(on: variable), to: variable)
      }
      for _ in 0..<times { variables.append(variable) }
    }
    guard current.kind == .close, index + 1 == end else { throw failure(.unclosed("}")) }
    advance()
    if let subject, let determinant = Self.functionalDeterminant(subject, variables) { return determinant }
    // In `\frac{dx(t)}{dt}`, x is a function of the variable in parentheses.
    if case .product(let factors)? = subject, factors.count == 2,
      case .symbol(let symbol) = factors[0].expression,
      factors[1].sign == .juxtaposed, factors[1].expression == variables.first, tokens[middle - 2].isMark(")")
    {
      subject = .application(symbol, [factors[1].expression])
    }
    if subject == nil {
      guard startsOperand(current) else {
        let below = variables.map({ $0.compactDescription }).joined(separator: ",")
        return .opaque("\(notation == .partial ? "∂" : "d")/\(notation == .partial ? "∂" : "d")\(below)", [])
      }
      let isBracketed = current.isMark("(") || current.isMark("[")
      subject = try descend { parser throws(ReadingError) in
        isBracketed ? try parser.parseFactor() : try parser.parseTerm()
      }
    }
    guard var subject else { throw failure(.expectedExpression) }
    // `\frac{df}{dx}(3)` and `\frac{\partial f}{\partial x}(1, 2)` are values at a point.
    if case .symbol(let symbol) = subject, current.isMark("("), calls.isFunction(symbol, isSimple: true) {
      subject = .application(symbol, try parseArguments())
    }
    return .derivative(
      MathExpression.Derivative(
        notation: notation, subject: subject, variables: variables, order: max(order, variables.count)))
  }

  /// The determinant of all derivatives that `\frac{\partial(x, y)}{\partial(r, \theta)}` means.
  private static func functionalDeterminant(
    _ subject: MathExpression, _ variables: [MathExpression]
  ) -> MathExpression? {
    guard case .vector(let items) = subject, variables.count == 1, case .vector(let letters) = variables[0],
      items.count == letters.count
    else { return nil }
    let rows = items.map { item in
      letters.map { letter in
        MathExpression.derivative(
          MathExpression.Derivative(notation: .partial, subject: item, variables: [letter], order: 1))
      }
    }
    return .function(.determinant, [.matrix(rows)])
  }

  mutating func parseOrder() throws(ReadingError) -> Int {
    let script = current.kind == .open ? try parseScriptGroup() : [try parseArgument()]
    guard case .number(let number)? = script.first, let value = MathScalar(number).integer, value > 0,
      value < 10
    else { return 1 }
    return value
  }

  /// Whether a fraction or a sum follows ∇, so that ∇ applies to the whole term.
  func startsOperator(_ token: Token) -> Bool {
    guard case .command(let name) = token.kind else { return false }
    return ["frac", "dfrac", "tfrac", "sum", "prod"].contains(name)
  }

  func isNumber(_ token: Token) -> Bool {
    if case .number = token.kind { return true }
    return false
  }

  func differential(at position: Int) -> MathExpression.Derivative.Notation? {
    switch tokens[min(position, tokens.count - 1)].kind {
    case .command("partial"): .partial
    case .letter("d"), .text("mathrm", "d"), .text("text", "d"), .text("operatorname", "d"): .total
    default: nil
    }
  }

  func isDifferentialVariable(at position: Int) -> Bool {
    switch tokens[min(position, tokens.count - 1)].kind {
    case .letter, .command, .text, .open: true
    default: false
    }
  }

  /// Whether a subject may follow the d of the numerator: `\frac{d_t}{…}` is not a derivative.
  func isSubject(at position: Int) -> Bool {
    !tokens[min(position, tokens.count - 1)].isMark("_")
  }
}
