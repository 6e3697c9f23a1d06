extension FormulaParser {
  // MARK: Functions

  /// Reads the scripts and the argument of a known function, whose name has been consumed.
  mutating func parseFunction(_ function: ElementaryFunction) throws(ReadingError) -> MathExpression {
    var function = function
    var scripts = try parseScripts(on: nil)
    if function == .naturalLogarithm, case .number(let base)? = scripts.subscripts.first {
      if base.text == "2" { function = .binaryLogarithm }
      if base.text == "10" { function = .decimalLogarithm }
      scripts.subscripts = []
    }
    if case .negated(.number(let one))? = scripts.power, one.text == "1", let inverse = function.inverse {
      function = inverse
      scripts.power = nil
    }
    if !scripts.subscripts.isEmpty, function == .maximum || function == .minimum {
      var index: MathSymbol?
      if case .symbol(let symbol) = scripts.subscripts[0] { index = symbol }
      return .reduction(
        MathExpression.Reduction(
          operation: function == .maximum ? .maximum : .minimum, index: index,
          lower: index == nil ? scripts.subscripts[0] : nil, upper: nil, body: try parseTerm()))
    }
    let call = MathExpression.function(function, try parseFunctionArguments(function))
    let result: MathExpression =
      scripts.subscripts.isEmpty ? call : .opaque("component", [call] + scripts.subscripts)
    return scripts.power.map { .power(result, $0) } ?? result
  }

  /// Arguments in brackets, or the factors side by side that follow.
  private mutating func parseFunctionArguments(
    _ function: ElementaryFunction
  ) throws(ReadingError) -> [MathExpression] {
    if current.isMark("(") { return try parseArguments() }
    if current.isCommand("{") || current.isMark("[") {
      let group = try parsePrimary()
      if case .opaque("set", let items) = group { return items }
      if case .vector(let items) = group, function == .maximum || function == .minimum { return items }
      return [group]
    }
    var factors = [Factor(try parseFactor())]
    while startsOperand(current), !current.isMark("("), !startsFunction(current) {
      factors.append(Factor(try parseFactor()))
    }
    return [Self.product(factors)]
  }

  private func startsFunction(_ token: Token) -> Bool {
    guard case .command(let name) = token.kind else { return false }
    return ElementaryFunction.named(name) != nil && name != "sqrt" || name == "sum" || name == "prod"
  }

  /// Reads scripts and operand of something that can be read but has no value here.
  mutating func parseOpaqueOperator(_ name: String) throws(ReadingError) -> MathExpression {
    let limits = try parseLimits()
    var name = name
    if name == "arg", case .command(let next) = current.kind, next == "min" || next == "max" {
      advance()
      name = "arg" + next
      _ = try parseLimits()
    }
    var parts = [limits.index.map { MathExpression.symbol($0) }, limits.lower, limits.upper].compactMap { $0 }
    if startsOperand(current) || current.isMark("-") { parts.append(try parseTerm()) }
    return .opaque(name, parts)
  }

  // MARK: Sums and products over an index

  struct Limits {
    var index: MathSymbol?
    var lower: MathExpression?
    var upper: MathExpression?
  }

  mutating func parseReduction(_ name: String) throws(ReadingError) -> MathExpression {
    advance()
    let limits = try parseLimits()
    guard startsOperand(current) || current.isMark("-") else { throw failure(.expectedExpression) }
    let body = try descend { parser throws(ReadingError) in try parser.parseTerm() }
    let operation: MathExpression.Reduction.Operation =
      switch name {
      case "sum": .sum
      case "sup": .maximum
      case "inf": .minimum
      default: .product
      }
    return .reduction(
      MathExpression.Reduction(
        operation: operation, index: limits.index, lower: limits.lower, upper: limits.upper, body: body))
  }

  /// Reads `_{i=1}^{m}` in either order.
  private mutating func parseLimits() throws(ReadingError) -> Limits {
    var limits = Limits()
    while current.isMark("_") || current.isMark("^") {
      let isLower = current.isMark("_")
      advance()
      guard current.kind == .open else {
        let script = try parseArgument()
        if !isLower {
          limits.upper = script
        } else if case .symbol(let symbol) = script {
          limits.index = symbol
        }
        continue
      }
      guard isLower, let end = groupEnd(from: index) else {
        limits.upper = try parseScriptGroup().first
        continue
      }
      let start = index
      if let range = try parseRange(until: end - 1) {
        limits.index = range.index
        limits.lower = range.lower
      } else {
        index = start
        let items = try parseScriptGroup()
        if items.count == 1, case .symbol(let symbol) = items[0] {
          limits.index = symbol
        } else {
          limits.lower = items.first
        }
      }
      index = end
    }
    return limits
  }

  private mutating func parseRange(until end: Int) throws(ReadingError) -> (
    index: MathSymbol, lower: MathExpression
  )? {
    let bars = openBars
    defer { openBars = bars }
    advance()
    openBars.append(.none)
    do {
      let left = try descend { parser throws(ReadingError) in try parser.parseExpression() }
      guard case .symbol(let symbol) = left, let relation = acceptRelation() else { return nil }
      let right = try descend { parser throws(ReadingError) in try parser.parseExpression() }
      guard index == end else { return nil }
      return relation.kind == .equals ? (symbol, right) : (symbol, .opaque(relation.kind.text, [right]))
    } catch {
      if error.problem == .tooDeep { throw error }
      return nil
    }
  }

  // MARK: Derivatives

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
    // ∇‖x‖² is the gradient of the square, ∇J(x)² the square of the gradient.
    var isGroup = current.isMark("(")
    if case .bar = current.kind { isGroup = true }
    let subject = try descend { [isGroup] parser throws(ReadingError) in
      try parser.parseOperand(allowsPower: isGroup)
    }
    return .derivative(
      MathExpression.Derivative(notation: .nabla, subject: subject, variables: variables, order: order))
  }

  /// Reads `\partial L`, whose denominator may follow behind a slash.
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
    let subject = try descend { parser throws(ReadingError) in try parser.parseOperand(allowsPower: true) }
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

  /// Reads `\frac{\partial L}{\partial w}` and `\frac{dL}{dw}`; nil, with nothing consumed, for another fraction.
  mutating func parseDifferentialFraction() throws(ReadingError) -> MathExpression? {
    guard current.kind == .open, let middle = groupEnd(from: index), middle < tokens.count,
      tokens[middle].kind == .open, let notation = differential(at: index + 1),
      differential(at: middle + 1) == notation, isDifferentialVariable(at: middle + 2),
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
    if subject == nil {
      guard startsOperand(current) else {
        let below = variables.map(\.compactDescription).joined(separator: ",")
        return .opaque("\(notation == .partial ? "∂" : "d")/\(notation == .partial ? "∂" : "d")\(below)", [])
      }
      let isBracketed = current.isMark("(") || current.isMark("[")
      subject = try descend { parser throws(ReadingError) in
        isBracketed ? try parser.parseFactor() : try parser.parseTerm()
      }
    }
    guard let subject else { throw failure(.expectedExpression) }
    return .derivative(
      MathExpression.Derivative(
        notation: notation, subject: subject, variables: variables, order: max(order, variables.count)))
  }

  private mutating func parseOrder() throws(ReadingError) -> Int {
    let script = current.kind == .open ? try parseScriptGroup() : [try parseArgument()]
    guard case .number(let number)? = script.first, let value = MathScalar(number).integer, value > 0,
      value < 10
    else { return 1 }
    return value
  }

  private func isNumber(_ token: Token) -> Bool {
    if case .number = token.kind { return true }
    return false
  }

  private func differential(at position: Int) -> MathExpression.Derivative.Notation? {
    switch tokens[min(position, tokens.count - 1)].kind {
    case .command("partial"): .partial
    case .letter("d"), .text("mathrm", "d"), .text("text", "d"), .text("operatorname", "d"): .total
    default: nil
    }
  }

  private func isDifferentialVariable(at position: Int) -> Bool {
    switch tokens[min(position, tokens.count - 1)].kind {
    case .letter, .command, .text, .open: true
    default: false
    }
  }

  /// Whether what follows the d of the numerator can be its subject, so that `\frac{d_t}{…}` is no derivative.
  private func isSubject(at position: Int) -> Bool {
    !tokens[min(position, tokens.count - 1)].isMark("_")
  }
}

extension ElementaryFunction {
  /// The function that `f^{-1}` means for trigonometric functions.
  var inverse: ElementaryFunction? {
    switch self {
    case .sine: .arcsine
    case .cosine: .arccosine
    case .tangent: .arctangent
    default: nil
    }
  }
}
