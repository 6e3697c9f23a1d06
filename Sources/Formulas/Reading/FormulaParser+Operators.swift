extension FormulaParser {
  // MARK: Functions

  /// Reads the scripts and the argument of a known function after its name.
  mutating func parseFunction(_ function: ElementaryFunction) throws(ReadingError) -> MathExpression {
    var function = function
    var scripts = try parseScripts(on: nil)
    var base: MathExpression?
    if function == .naturalLogarithm, scripts.subscripts.count == 1 {
      base = scripts.subscripts[0]
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
    var call = MathExpression.function(function, try parseFunctionArguments(function))
    let primes = scripts.labels.filter { $0 == .symbol(MathSymbol("′")) }.count
    if primes > 0, case .function(_, let arguments) = call, arguments.count == 1 {
      call = Self.derivative(of: function, order: primes, at: arguments[0])
    }
    if let base, case .function(_, let arguments) = call { call = Self.logarithm(of: arguments, base: base) }
    let result: MathExpression =
      scripts.subscripts.isEmpty ? call : .opaque("component", [call] + scripts.subscripts)
    return scripts.power.map { .power(result, $0) } ?? result
  }

  /// The derivative of a function by its argument, as in `\tanh'(x)`.
  private static func derivative(
    of function: ElementaryFunction, order: Int, at point: MathExpression
  ) -> MathExpression {
    let variable = MathExpression.symbol(MathSymbol("u", style: "index"))
    let quantity = if case .symbol = point { point } else { variable }
    let derivative = MathExpression.derivative(
      MathExpression.Derivative(
        notation: .total, subject: .function(function, [quantity]),
        variables: [MathExpression](repeating: quantity, count: order), order: order))
    guard quantity != point, case .symbol(let symbol) = variable else { return derivative }
    return .evaluated(MathExpression.Evaluated(body: derivative, variable: symbol, point: point))
  }

  private static func logarithm(of arguments: [MathExpression], base: MathExpression) -> MathExpression {
    if case .number(let number) = base {
      if number.text == "2" { return .function(.binaryLogarithm, arguments) }
      if number.text == "10" { return .function(.decimalLogarithm, arguments) }
    }
    if case .symbol(let symbol) = base, symbol.name == "e" { return .function(.naturalLogarithm, arguments) }
    return .function(.logarithm, [base] + arguments)
  }

  /// Reads the arguments in brackets, or the adjacent factors after the function.
  mutating func parseFunctionArguments(
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

  /// Whether a function in another typeface begins here: `\mathbf{cot}`.
  private var isStyledFunction: Bool {
    guard peek(1).kind == .open, let end = groupEnd(from: index + 1) else { return false }
    return ElementaryFunction.named(text(from: peek(1).end, to: tokens[end - 1].start)) != nil
  }

  func startsFunction(_ token: Token) -> Bool {
    guard case .command(let name) = token.kind else { return false }
    if Vocabulary.styles[name] != nil { return isStyledFunction }
    return ElementaryFunction.named(name) != nil && name != "sqrt" || name == "sum" || name == "prod"
  }

  /// Reads the scripts and the operand of an operator that has no value here.
  mutating func parseOpaqueOperator(_ name: String) throws(ReadingError) -> MathExpression {
    var limits = try parseLimits()
    var name = name
    if name == "arg", case .command(let next) = current.kind, next == "min" || next == "max" {
      advance()
      name = "arg" + next
      limits = try parseLimits()
    }
    var parts = [limits.index.map { MathExpression.symbol($0) }, limits.lower, limits.upper].compactMap { $0 }
    if startsOperand(current) || current.isMark("-") {
      // The place of an extremum is that of the whole sum behind it.
      parts.append(name.hasPrefix("argm") && limits.index != nil ? try parseExpression() : try parseTerm())
    }
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
  mutating func parseLimits() throws(ReadingError) -> Limits {
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

  mutating func parseRanges(until end: Int) throws(ReadingError) -> [(
    index: MathSymbol, lower: MathExpression
  )]? {
    var ranges: [(index: MathSymbol, lower: MathExpression)] = []
    for position in (index + 1)...end where position == end || tokens[position].isMark(",") {
      guard let range = try parseRange(until: position) else { return nil }
      ranges.append(range)
    }
    return ranges.count > 1 ? ranges : nil
  }

  mutating func parseRange(until end: Int) throws(ReadingError) -> (
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
}
