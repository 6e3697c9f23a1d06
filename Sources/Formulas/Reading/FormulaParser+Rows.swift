extension FormulaParser {
  mutating func parseRow(from first: Token, into statements: inout [Statement]) throws(ReadingError) {
    while true {
      skipSeparators()
      if current.kind == .end { return }
      if isEquationNumber() { return }
      var statement = Statement(sides: [], relations: [], position: position(current), latex: "")
      let start = current.start
      possibleCalls = []
      if let name = acceptNameWithDigits() {
        statement.sides.append(name)
      } else if acceptRelation(peekOnly: true) == nil {
        statement.sides.append(try parseSide())
      }
      if isAssignmentOperator, let side = statement.sides.first { try parseIncrement(side, into: &statement) }
      while let relation = acceptRelation() {
        if relation.kind == .implies {
          if statement.relations.isEmpty, statement.sides.isEmpty { continue }
          break
        }
        statement.relations.append(relation)
        statement.sides.append(try parseSide())
      }
      if startsModulus {
        statement.sides = reduced(statement.sides, by: try parseModulus())
      } else {
        statement = readingCongruence(statement)
      }
      // A letter may have been tried as a factor before it was read as a function.
      let called = statement.sides.flatMap { $0.expression.calledNames }
      statement.possibleCalls = possibleCalls.filter { !called.contains($0) }
      statement.latex = text(from: start, to: index > 0 ? tokens[index - 1].end : start)
      // `a \equiv b \pmod 5 \implies …`
      if current.kind == .relation(.implies) { advance() }
      if !statement.sides.isEmpty { append(statement, to: &statements) }
      try expectSeparator()
    }
  }

  /// Consumes a letter with digits that is the whole left side: M1 = 35 is about M_1. Nil for anything else.
  private mutating func acceptNameWithDigits() -> Statement.Side? {
    guard case .letter(let letter) = current.kind, case .number(let digits) = peek(1).kind, digits.count <= 2,
      let number = WrittenDecimal(digits), number.isInteger, current.end == peek(1).start,
      case .relation(let relation) = peek(2).kind, relation == .equals || relation == .defines
    else { return nil }
    let first = current
    let symbol = MathSymbol(letter, subscripts: [.number(number)])
    advance()
    advance()
    return Statement.Side(
      expression: .symbol(symbol), latex: text(from: first.start, to: tokens[index - 1].end),
      position: position(first))
  }

  /// Reads `w += v` as `w \leftarrow w + v`.
  mutating func parseIncrement(
    _ left: Statement.Side, into statement: inout Statement
  ) throws(ReadingError) {
    let isNegative = current.isMark("-")
    let sign = position(current)
    advance()
    advance()
    var side = try parseSide()
    side.expression = .sum([left.expression, isNegative ? .negated(side.expression) : side.expression])
    statement.relations.append(Relation(kind: .becomes, position: sign))
    statement.sides.append(side)
  }

  /// Appends a statement, or joins it to the last one as an item of a list: `i = 1, \ldots, m` is one statement.
  func append(_ statement: Statement, to statements: inout [Statement]) {
    if statement.relations.isEmpty, var last = statements.last, let side = last.sides.last,
      last.position.line == statement.position.line, followsComma(statement)
    {
      var items = [side.expression]
      if case .opaque("list", let earlier) = side.expression { items = earlier }
      items.append(statement.sides[0].expression)
      last.sides[last.sides.count - 1].expression = .opaque("list", items)
      last.sides[last.sides.count - 1].latex += ", " + statement.latex
      last.latex += ", " + statement.latex
      statements[statements.count - 1] = last
    } else {
      statements.append(statement)
    }
  }

  func followsComma(_ statement: Statement) -> Bool {
    var offset = statement.position.utf8Offset - 1
    while offset >= 0, lexer.bytes[offset] <= 32 { offset -= 1 }
    return offset >= 0 && lexer.bytes[offset] == UInt8(ascii: ",")
  }

  mutating func parseSide() throws(ReadingError) -> Statement.Side {
    let start = current
    var expression = try parseExpression()
    // `x = (1, 2)^T` is a column, written on one line.
    if case .transposed(.vector(let items)) = expression { expression = .vector(items) }
    let latex = text(from: start.start, to: tokens[index - 1].end)
    return Statement.Side(expression: expression, latex: latex, position: position(start))
  }

  var isSeparator: Bool {
    switch current.kind {
    case .quad: return true
    case .mark(let byte):
      return byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: ".")
    case .text(let command, let content): return Self.isConnective(content, command: command)
    case .rowBreak, .align: return true
    default: return false
    }
  }

  mutating func skipSeparators() {
    while isSeparator { advance() }
  }

  mutating func expectSeparator() throws(ReadingError) {
    if current.kind == .end || isSeparator { return }
    // `\Rightarrow` has been consumed as the end of a statement.
    if index > 0, case .relation(.implies) = tokens[index - 1].kind { return }
    switch current.kind {
    case .close, .text("end", _): throw failure(.unopened)
    case .mark(let byte) where byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]"):
      throw failure(.unopened)
    case .bar: throw failure(.unopened)
    default: throw failure(.unexpectedToken)
    }
  }

  /// Whether the rest of the row is an equation number such as `(3)` or `(3.2)` after a wide space.
  func isEquationNumber() -> Bool {
    guard index > 0, tokens[index - 1].kind == .quad, current.isMark("("), case .number = peek(1).kind,
      peek(2).isMark(")"), peek(3).kind == .end
    else { return false }
    return true
  }
}

extension MathExpression {
  /// The names that the expression calls as functions.
  fileprivate var calledNames: [String] {
    var names: [String] = []
    visit { if case .application(let symbol, _) = $0 { names.append(symbol.name) } }
    return names
  }
}
