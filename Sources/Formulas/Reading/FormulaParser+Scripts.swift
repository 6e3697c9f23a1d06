extension FormulaParser {
  /// The subscripts and superscripts of an operand.
  struct Scripts {
    var subscripts: [MathExpression] = []
    var labels: [MathExpression] = []
    var power: MathExpression?
    var isTransposed = false
    var adjoint: Adjoint?
    var isEmpty: Bool {
      subscripts.isEmpty && labels.isEmpty && power == nil && !isTransposed && adjoint == nil
    }
  }

  /// The effect of a superscript mark on a matrix.
  struct Adjoint {
    var isTransposed: Bool
    var isConjugate: Bool
  }

  /// Reads an operand with its scripts, arguments, primes and factorials.
  mutating func parseOperand(allowsPower: Bool) throws(ReadingError) -> MathExpression {
    let start = index
    let isParenthesis = current.isMark("(")
    var operand = try parsePrimary()
    if isParenthesis, case .symbol = operand, current.isMark("'") {
      // `(x)'` is the derivative of x.
      var order = 0
      while accept(mark: "'") { order += 1 }
      operand = .derivative(
        MathExpression.Derivative(notation: .total, subject: operand, variables: [], order: order))
    }
    if startsIncrement(after: start), let increment = try parseEvaluationPoints(operand) {
      operand = increment
    }
    while true {
      let scripts = try parseScripts(on: operand, allowsPower: allowsPower)
      operand = apply(scripts, to: operand)
      if case .symbol(let symbol) = operand, isCompoundName(symbol) {
        operand = try parseCompoundName(symbol)
      } else if let symbol = scripts.power == nil && !scripts.isTransposed ? callee(operand) : nil,
        current.isMark("("), !allowsPower || calls.isFunction(symbol, isSimple: isSimpleArgument)
      {
        operand = .application(symbol, try parseArguments())
      } else if case .power(.symbol(let symbol), let exponent) = operand, current.isMark("("),
        calls.isFunction(symbol, isSimple: isSimpleArgument), allowsPower
      {
        operand = .power(.application(symbol, try parseArguments()), exponent)
      } else if current.isMark("!") {
        advance()
        operand = .function(.factorial, [operand])
      } else if scripts.isEmpty {
        if current.isMark("("), isSimpleArgument, let symbol = callee(operand) {
          possibleCalls.append(symbol.name)
        }
        return operand
      } else if !(current.isMark("_") || current.isMark("^") || current.isMark("'")) {
        if current.isMark("("), isSimpleArgument, let symbol = callee(operand) {
          possibleCalls.append(symbol.name)
        }
        return operand
      } else if scripts.power != nil {
        throw failure(.doubleScript)
      }
      if case .power = operand, current.isMark("^") { throw failure(.doubleScript) }
    }
  }

  /// Whether the parentheses that open here contain no sum.
  var isSimpleArgument: Bool {
    var level = 0
    for token in tokens[index...] {
      switch token.kind {
      case .mark(let byte):
        if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { level += 1 }
        if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { level -= 1 }
        if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { return false }
      case .open: level += 1
      case .close: level -= 1
      default: break
      }
      if level <= 0 { return true }
    }
    return true
  }

  func callee(_ operand: MathExpression) -> MathSymbol? {
    if case .symbol(let symbol) = operand { return symbol }
    return nil
  }

  /// Reads `_…`, `^…` and primes in any order.
  mutating func parseScripts(on base: MathExpression?, allowsPower: Bool = true) throws(ReadingError)
    -> Scripts
  {
    var scripts = Scripts()
    while true {
      if current.isMark("'") {
        scripts.labels.append(.symbol(MathSymbol("′")))
        advance()
      } else if current.isMark("_") {
        guard scripts.subscripts.isEmpty else { throw failure(.doubleScript) }
        advance()
        scripts.subscripts = try parseSubscript()
      } else if current.isMark("^"), allowsPower {
        guard scripts.power == nil, !scripts.isTransposed else { throw failure(.doubleScript) }
        advance()
        try parseSuperscript(on: base, into: &scripts)
      } else {
        return scripts
      }
    }
  }

  func apply(_ scripts: Scripts, to base: MathExpression) -> MathExpression {
    var result = base
    if !scripts.subscripts.isEmpty || !scripts.labels.isEmpty {
      switch base {
      case .symbol(let symbol):
        result = .symbol(
          MathSymbol(
            symbol.base, accents: symbol.accents, style: symbol.style,
            subscripts: symbol.subscripts + scripts.subscripts, labels: symbol.labels + scripts.labels))
      case .norm(let inner, nil) where scripts.labels.isEmpty:
        result = .norm(inner, order: scripts.subscripts[0])
      default:
        if let primed = Self.primed(base, scripts) ?? Self.degrees(base, scripts) { return primed }
        result = .opaque("component", [base] + scripts.subscripts + scripts.labels)
      }
    }
    if let adjoint = scripts.adjoint {
      if adjoint.isTransposed { result = .transposed(result) }
      if adjoint.isConjugate { result = .function(.conjugate, [result]) }
    }
    if scripts.isTransposed { result = .transposed(result) }
    if let power = scripts.power { result = .power(result, power) }
    return result
  }

  /// `30^\circ` in radians.
  private static func degrees(_ base: MathExpression, _ scripts: Scripts) -> MathExpression? {
    guard case .number = base, scripts.labels == [.symbol(MathSymbol("∘"))], scripts.subscripts.isEmpty else {
      return nil
    }
    return .product([
      Factor(base), Factor(.fraction(.symbol(MathSymbol("π")), .integer(180)), sign: .dot),
    ])
  }

  /// The meaning of primes on a group: the derivative, as in `(x e^x)'`, or the transpose of a matrix.
  private static func primed(_ base: MathExpression, _ scripts: Scripts) -> MathExpression? {
    let primes = scripts.labels.filter { $0 == .symbol(MathSymbol("′")) }.count
    guard primes > 0, primes == scripts.labels.count, scripts.subscripts.isEmpty else { return nil }
    if base.contains(where: { if case .matrix = $0 { true } else { false } }) {
      return primes % 2 == 0 ? base : .transposed(base)
    }
    let derivative = MathExpression.derivative(
      MathExpression.Derivative(notation: .total, subject: base, variables: [], order: primes))
    return scripts.power.map { .power(derivative, $0) } ?? derivative
  }

  // MARK: Subscripts

  mutating func parseSubscript() throws(ReadingError) -> [MathExpression] {
    guard current.kind == .open else { return [try parseBareScript()] }
    return try parseScriptGroup()
  }

  /// Reads `{…}` as a list of expressions, or as one name if it is not such a list.
  ///
  /// Letters in a subscript are a word; up to three letters in a power are a product.
  mutating func parseScriptGroup(isPower: Bool = false) throws(ReadingError) -> [MathExpression] {
    guard let end = groupEnd(from: index) else {
      throw failure(.unclosed("}"), at: tokens[tokens.count - 1])
    }
    let content = tokens[(index + 1)..<(end - 1)]
    if !isPower || content.count > 3, let items = lettersOnly(content) {
      index = end
      return items
    }
    let start = index
    let bars = openBars
    do {
      return try descend { parser throws(ReadingError) in
        parser.advance()
        parser.openBars.append(.none)
        var items = [try parser.parseExpression()]
        while parser.accept(mark: ",") || parser.accept(mark: ";") {
          items.append(try parser.parseExpression())
        }
        guard parser.index == end - 1 else { throw parser.failure(.unexpectedToken) }
        parser.openBars = bars
        parser.advance()
        return items
      }
    } catch {
      if error.problem == .tooDeep { throw error }
      index = end
      openBars = bars
      return [.symbol(MathSymbol(rawText(tokens[(start + 1)..<(end - 1)])))]
    }
  }

  /// `ij` as two indices, `old` as one word.
  func lettersOnly(_ content: ArraySlice<Token>) -> [MathExpression]? {
    guard content.count > 1 else { return nil }
    var letters: [String] = []
    for token in content {
      guard case .letter(let letter) = token.kind else { return nil }
      letters.append(letter)
    }
    let indices: Set<String> = ["i", "j", "k", "l", "m", "n", "t", "s"]
    if letters.count <= 3, letters.allSatisfy(indices.contains), letters != ["m", "i", "n"] {
      return letters.map { .symbol(MathSymbol($0)) }
    }
    return [.symbol(MathSymbol(letters.joined()))]
  }

  /// Reads a single token after `_` or `^`.
  mutating func parseBareScript() throws(ReadingError) -> MathExpression {
    switch current.kind {
    case .mark(let byte) where byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+"):
      advance()
      return .symbol(MathSymbol(String(UnicodeScalar(byte))))
    case .mark(UInt8(ascii: "-")):
      advance()
      guard case .number(let digits) = current.kind, let decimal = WrittenDecimal(digits) else {
        return .symbol(MathSymbol("-"))
      }
      advance()
      return .negated(.number(decimal))
    case .relation(.belongs):
      // `v_\perp`: the sign is a name.
      let sign = rawText([current])
      advance()
      return .symbol(MathSymbol(sign))
    case .end, .close, .mark, .align, .rowBreak, .relation, .quad, .bar: throw failure(.expectedExpression)
    default: return try descend { parser throws(ReadingError) in try parser.parsePrimary() }
    }
  }
}

extension MathExpression {
  /// Whether the expression is a written matrix, or a sum or product with one.
  var isMatrixLike: Bool {
    switch self {
    case .matrix: true
    case .sum(let terms): terms.contains { $0.isMatrixLike }
    case .product(let factors): factors.contains { $0.expression.isMatrixLike }
    case .negated(let inner), .transposed(let inner): inner.isMatrixLike
    default: false
    }
  }
}
