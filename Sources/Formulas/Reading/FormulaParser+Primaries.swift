extension FormulaParser {
  /// Reads a number, a letter, a group, or a command with its arguments.
  mutating func parsePrimary() throws(ReadingError) -> MathExpression {
    let token = current
    switch token.kind {
    case .number(let digits):
      advance()
      return try number(digits, at: token)
    case .letter(let letter):
      advance()
      if letter == "?" { throw failure(.unexpectedToken, at: token) }
      return .symbol(MathSymbol(letter))
    case .open: return try parseBraces()
    case .text(let command, let content): return try parseName(content, command: command)
    case .command("left."): return try parseOpenGroup()
    case .command(let name): return try parseCommand(name)
    case .bar(let double, let side):
      guard side != .right else { throw failure(.unopened) }
      return try parseBars(double: double)
    case .mark(let byte):
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { return try parseParentheses() }
      if byte == UInt8(ascii: "."), peek(1).isMark("."), peek(2).isMark(".") {
        index += 3
        return .symbol(MathSymbol("…"))
      }
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
        return try descend { parser throws(ReadingError) in try parser.parseFactor() }
      }
      throw failure(.expectedExpression)
    case .close, .align, .rowBreak, .relation, .quad, .end: throw failure(.expectedExpression)
    }
  }

  mutating func number(_ digits: String, at token: Token) throws(ReadingError) -> MathExpression {
    var digits = digits
    if current.isCommand("%") {
      advance()
      if !digits.contains("e") { digits += "e-2" }
    }
    guard let decimal = WrittenDecimal(digits) else { throw failure(.unexpectedToken, at: token) }
    if decimal.lastPlace < 0, startsDots {
      advance()
      return .number(decimal.cutOff)
    }
    return .number(decimal)
  }

  /// Whether dots follow that leave out digits: nothing else comes after them.
  private var startsDots: Bool {
    guard case .command(let name) = current.kind, Vocabulary.letters[name] == "…" else { return false }
    return !startsOperand(peek(1)) && !peek(1).isMark("+")
  }

  /// Reads `{…}`: one expression; a list becomes a set.
  mutating func parseBraces() throws(ReadingError) -> MathExpression {
    let open = current
    return try descend { parser throws(ReadingError) in
      parser.advance()
      if parser.current.kind == .close {
        parser.advance()
        return .opaque("", [])
      }
      let bars = parser.openBars
      parser.openBars.append(.none)
      var items = try parser.parseItems { $0.kind == .close }
      if case .command(let name) = parser.current.kind, ["choose", "over", "atop"].contains(name),
        let above = items.first
      {
        parser.advance()
        let below = try parser.parseExpression()
        items = [name == "choose" ? .function(.binomial, [above, below]) : .fraction(above, below)]
      }
      parser.openBars = bars
      guard parser.current.kind == .close else { throw parser.unclosed("}", from: open) }
      parser.advance()
      return items.count == 1 ? items[0] : .opaque("list", items)
    }
  }

  /// The error for an unclosed bracket, at the current token.
  func unclosed(_ closer: String, from open: Token) -> ReadingError { failure(.unclosed(closer)) }

  /// Reads expressions separated by commas, up to a token that `isClosing` accepts or that cannot continue the list.
  ///
  /// An item with a relation is a condition: `P(x > 0)`.
  mutating func parseItems(until isClosing: (Token) -> Bool) throws(ReadingError) -> [MathExpression] {
    var items: [MathExpression] = []
    var isCondition = false
    var isUnion = false
    while true {
      while case .text(let command, let content) = current.kind, Self.isConnective(content, command: command)
      {
        // A phrase that stands alone is a name: `P(\text{heads or tails})`.
        if items.isEmpty, isClosing(peek(1)), content.contains(where: { $0.isLetter }) {
          items.append(.symbol(MathSymbol(content)))
        }
        isUnion = !items.isEmpty && ["or", "或"].contains(content)
        isCondition = isCondition || !items.isEmpty && ["given", "given that"].contains(content)
        advance()
      }
      if isClosing(current) { break }
      if isPlaceholderDot {
        advance()
        items.append(.symbol(MathSymbol("·")))
      } else if let sign = loneSign(until: isClosing) {
        advance()
        items.append(.symbol(MathSymbol(sign)))
      } else {
        items.append(try parseExpression())
      }
      while let relation = acceptRelation() {
        let right = try parseExpression()
        let name = relation.kind == .equals ? "condition" : "comparison"
        let sign = relation.kind == .equals ? [] : [MathExpression.symbol(MathSymbol(relation.kind.text))]
        items[items.count - 1] = .opaque(name, [items[items.count - 1], right] + sign)
      }
      if isUnion, items.count > 1 {
        let last = items.removeLast()
        items[items.count - 1] = .opaque("∪", [items[items.count - 1], last])
        isUnion = false
      }
      if isCondition { items[items.count - 1] = .opaque("|", [items[items.count - 1]]) }
      if case .text(let command, let content) = current.kind, Self.isConnective(content, command: command) {
        continue
      }
      let separates =
        current.isMark(",") || current.isMark(";") || current.isMark(":") || current.kind == .quad
      if separates {
        advance()
      } else if case .bar(let double, _) = current.kind, openBars.last == .separator {
        isCondition = !double
        advance()
      } else {
        break
      }
    }
    return items
  }

  /// The `+` or `-` that is an item of its own, as in P(+).
  private func loneSign(until isClosing: (Token) -> Bool) -> String? {
    guard current.isMark("+") || current.isMark("-") else { return nil }
    let next = peek(1)
    if case .bar = next.kind { return text(of: current) }
    return isClosing(next) || next.isMark(",") ? text(of: current) : nil
  }

  /// Reads `(…)` or `[…]`: a group, a vector or an interval.
  mutating func parseParentheses() throws(ReadingError) -> MathExpression {
    let open = current
    let isBracket = open.isMark("[")
    return try descend { parser throws(ReadingError) in
      parser.advance()
      let bars = parser.openBars
      parser.openBars.append(.none)
      let items = try parser.parseItems { $0.isMark(")") || $0.isMark("]") }
      parser.openBars = bars
      let closesWithBracket = parser.current.isMark("]")
      guard closesWithBracket || parser.current.isMark(")") else {
        throw parser.unclosed(isBracket ? "]" : ")", from: open)
      }
      guard let first = items.first else { throw parser.failure(.expectedExpression) }
      parser.advance()
      if isBracket != closesWithBracket {
        guard items.count == 2 else { throw parser.failure(.unclosed(isBracket ? "]" : ")")) }
        return .interval(first, items[1], lowerClosed: isBracket, upperClosed: closesWithBracket)
      }
      if items.count == 1 {
        if isBracket, first.isWrittenNumber { return .vector([first]) }
        // `[z^n] G(z)` is the coefficient of z^n.
        if isBracket, case .power(.symbol, _) = first, parser.startsOperand(parser.current) {
          return .opaque("coefficient", [first])
        }
        return first
      }
      return Self.rows(of: items) ?? .vector(items)
    }
  }

  /// Vectors of equal length inside brackets are the rows of a matrix.
  static func rows(of items: [MathExpression]) -> MathExpression? {
    var rows: [[MathExpression]] = []
    for item in items {
      guard case .vector(let row) = item, rows.isEmpty || rows[0].count == row.count else { return nil }
      rows.append(row)
    }
    return .matrix(rows)
  }

  /// Reads the arguments `(a, b)` of a function.
  mutating func parseArguments() throws(ReadingError) -> [MathExpression] {
    let open = current
    return try descend { parser throws(ReadingError) in
      parser.advance()
      let bars = parser.openBars
      parser.openBars.append(.separator)
      let items = try parser.parseItems { $0.isMark(")") }
      parser.openBars = bars
      guard parser.accept(mark: ")") else { throw parser.unclosed(")", from: open) }
      return items
    }
  }

  mutating func parseBars(double: Bool) throws(ReadingError) -> MathExpression {
    let open = current
    return try descend { parser throws(ReadingError) in
      parser.advance()
      let bars = parser.openBars
      parser.openBars.append(double ? .double : .single)
      let inner = try parser.isPlaceholderDot ? parser.placeholder() : parser.parseExpression()
      parser.openBars = bars
      guard case .bar(double, let side) = parser.current.kind, side != .left else {
        throw parser.unclosed(double ? "\\|" : "|", from: open)
      }
      parser.advance()
      return double ? .norm(inner, order: nil) : .absolute(inner)
    }
  }

  mutating func placeholder() -> MathExpression {
    advance()
    return .symbol(MathSymbol("·"))
  }
}

extension MathExpression {
  /// Whether the expression is a written constant, perhaps with a sign.
  package var isWrittenNumber: Bool {
    switch self {
    case .number: true
    case .negated(let inner): inner.isWrittenNumber
    default: false
    }
  }
}
