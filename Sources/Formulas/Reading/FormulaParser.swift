/// Reads tokens into statements: recursive descent, one function for each level of binding.
struct FormulaParser {
  /// How many groups may be nested; a reader's formula needs fewer than ten.
  static let depthLimit = 64

  let lexer: FormulaLexer
  var tokens: [Token]
  var index = 0
  var depth = 0
  /// The bars that are open, innermost last: what would close them.
  var openBars: [OpenBar] = []
  /// Which letters are called as functions, and which are quantities.
  var calls: CallReading

  /// Why a bar would end the expression.
  enum OpenBar: Equatable {
    case single, double, separator, none
  }

  init(_ latex: String, functions: Set<String>) throws(ReadingError) {
    var lexer = FormulaLexer(latex)
    tokens = Self.unboxed(try lexer.tokenize())
    self.lexer = lexer
    calls = CallReading(tokens: tokens, functions: functions)
  }

  /// Removes `\boxed` and the like around whole statements.
  private static func unboxed(_ tokens: [Token]) -> [Token] {
    let frames: Set<String> = ["boxed", "fbox", "ensuremath"]
    guard
      tokens.contains(where: { if case .command(let name) = $0.kind { frames.contains(name) } else { false } }
      )
    else { return tokens }
    var dropped: Set<Int> = []
    for (start, token) in tokens.enumerated() {
      guard case .command(let name) = token.kind, frames.contains(name), tokens[start + 1].kind == .open
      else { continue }
      var level = 0
      for position in (start + 1)..<tokens.count {
        if tokens[position].kind == .open { level += 1 }
        if tokens[position].kind == .close { level -= 1 }
        if level == 0 {
          dropped.formUnion([start, start + 1, position])
          break
        }
      }
    }
    return tokens.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  // MARK: Tokens

  var current: Token { tokens[index] }

  func peek(_ ahead: Int) -> Token { tokens[min(index + ahead, tokens.count - 1)] }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  mutating func accept(mark: Unicode.Scalar) -> Bool {
    guard current.isMark(mark) else { return false }
    advance()
    return true
  }

  /// The text of a token.
  func text(of token: Token) -> String {
    String(decoding: lexer.bytes[token.start..<token.end], as: UTF8.self)
  }

  func text(from start: Int, to end: Int) -> String {
    guard start < end else { return "" }
    var (first, last) = (start, end)
    while first < last, lexer.bytes[first] <= 32 { first += 1 }
    while last > first, lexer.bytes[last - 1] <= 32 { last -= 1 }
    return String(decoding: lexer.bytes[first..<last], as: UTF8.self)
  }

  func position(_ token: Token) -> FormulaPosition { lexer.position(at: token.start) }

  func failure(_ problem: ReadingError.Problem, at token: Token? = nil) -> ReadingError {
    let token = token ?? current
    return ReadingError(problem: problem, token: text(of: token), position: position(token))
  }

  // MARK: Depth

  mutating func descend<T>(
    _ body: (inout FormulaParser) throws(ReadingError) -> T
  ) throws(ReadingError) -> T {
    guard depth < Self.depthLimit else { throw failure(.tooDeep) }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  // MARK: Sums

  /// Reads a sum, up to a token that cannot continue it.
  mutating func parseExpression() throws(ReadingError) -> MathExpression {
    var terms: [MathExpression] = []
    var negative = try acceptSigns() ?? false
    while true {
      let term = try parseTerm()
      terms.append(negative ? .negated(term) : term)
      if current.isCommand("pm") || current.isCommand("mp") {
        advance()
        let other = try parseTerm()
        terms = [.opaque("±", [Self.joined(terms), other])]
      }
      guard let next = try acceptSigns() else { break }
      negative = next
    }
    return Self.joined(terms)
  }

  static func joined(_ terms: [MathExpression]) -> MathExpression {
    terms.count == 1 ? terms[0] : .sum(terms)
  }

  /// Consumes `+` and `-` signs; nil when there is none.
  private mutating func acceptSigns() throws(ReadingError) -> Bool? {
    var negative: Bool?
    while current.isMark("+") || current.isMark("-") {
      negative = (negative ?? false) != current.isMark("-")
      advance()
    }
    return negative
  }

  // MARK: Products

  /// Reads a product, its factors joined by a sign or side by side.
  mutating func parseTerm() throws(ReadingError) -> MathExpression {
    if current.isCommand("pm") || current.isCommand("mp") {
      advance()
      return .opaque("±", [try parseTerm()])
    }
    var factors = [Factor(try parseFactor())]
    while true {
      if let sign = productSign(current), !isPlaceholderDot {
        advance()
        factors.append(Factor(try parseFactor(), sign: sign))
      } else if case .command(let name) = current.kind, let sign = Vocabulary.setOperations[name] {
        advance()
        factors = [Factor(.opaque(sign, [Self.product(factors), try parseFactor()]))]
      } else if startsOperand(current) {
        factors.append(Factor(try parseFactor()))
      } else {
        break
      }
    }
    return Self.product(factors)
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
    return result.count == 1 ? result[0].expression : .product(result)
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
