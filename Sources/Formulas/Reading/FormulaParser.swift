/// A recursive descent parser from tokens to statements, with one function for each level of precedence.
struct FormulaParser {
  /// The largest depth of nested groups; real formulas need fewer than ten.
  static let depthLimit = 36

  let lexer: FormulaLexer
  var tokens: [Token]
  var index = 0
  var depth = 0
  /// The open bars, innermost last.
  var openBars: [OpenBar] = []
  /// The start bytes of the d of all open integrals; no operand includes one of them.
  var differentials: Set<Int> = []
  /// Decides which letters are functions and which are quantities.
  var calls: CallReading

  /// Letters of the row before parentheses that were read as factors and may be functions.
  var possibleCalls: [String] = []

  /// Whether the formula has a ratio of numbers, such as 10 : 4.
  var readsRatios = false

  /// The meaning of a bar that would end the current expression.
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
  static func unboxed(_ tokens: [Token]) -> [Token] {
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
    return tokens.enumerated().filter { !dropped.contains($0.offset) }.map({ $0.element })
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
      terms.append(negative ? Self.negated(term) : term)
      if current.isCommand("pm") || current.isCommand("mp") {
        let sign = current.isCommand("pm") ? "±" : "∓"
        advance()
        let other = try parseTerm()
        terms = [.opaque(sign, [Self.joined(terms), other])]
      }
      guard let next = try acceptSigns() else { break }
      negative = next
    }
    return Self.joined(terms)
  }

  /// The term with a minus: −7 mod 3 is the remainder of −7.
  private static func negated(_ term: MathExpression) -> MathExpression {
    guard case .function(.remainder, let parts) = term, parts.count == 2 else { return .negated(term) }
    return .function(.remainder, [.negated(parts[0]), parts[1]])
  }

  static func joined(_ terms: [MathExpression]) -> MathExpression {
    terms.count == 1 ? terms[0] : Ellipsis.sum(terms) ?? .sum(terms)
  }

  /// Consumes `+` and `-` signs. True for an odd number of minus signs, nil for no sign.
  mutating func acceptSigns() throws(ReadingError) -> Bool? {
    var negative: Bool?
    while current.isMark("+") || current.isMark("-"), !isAssignmentOperator {
      negative = (negative ?? false) != current.isMark("-")
      advance()
    }
    return negative
  }

  /// Whether `+=` or `-=` begins here.
  var isAssignmentOperator: Bool {
    (current.isMark("+") || current.isMark("-")) && peek(1).kind == .relation(.equals)
      && peek(1).start == current.end
  }
}
