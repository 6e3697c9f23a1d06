extension FormulaParser {
  /// Reads the whole text: rows of display environments, each with its statements.
  mutating func parseFormula() throws(ReadingError) -> [Statement] {
    var statements: [Statement] = []
    for row in try splitRows() {
      guard let first = row.first else { continue }
      let end = Token(kind: .end, start: row[row.count - 1].end, end: row[row.count - 1].end)
      tokens = row + [end]
      index = 0
      openBars = []
      if row.count == 1, let name = Self.loneSign(first) {
        let side = Statement.Side(
          expression: .symbol(MathSymbol(name)), latex: text(of: first), position: position(first))
        statements.append(
          Statement(sides: [side], relations: [], position: side.position, latex: side.latex))
        continue
      }
      try parseRow(from: first, into: &statements)
    }
    return statements
  }

  /// The name of a sign that stands alone because a sentence speaks of it: `$\odot$`.
  private static func loneSign(_ token: Token) -> String? {
    switch token.kind {
    case .relation(let kind): kind.text
    case .command(let name)
    where Vocabulary.products[name] != nil || name == "sum" || name == "prod" || name == "pm":
      name
    case .mark(let byte)
    where byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*"):
      String(UnicodeScalar(byte))
    default: nil
    }
  }

  /// Rows as lists of tokens, without the environment around them and without alignment marks.
  private func splitRows() throws(ReadingError) -> [[Token]] {
    var rows: [[Token]] = [[]]
    var environments: [(name: String, token: Token)] = []
    var braces = 0
    var inner = 0
    var resume = 0
    for (position, token) in tokens.enumerated() where token.kind != .end && position >= resume {
      switch token.kind {
      case .text("begin", let name):
        environments.append((name, token))
        if Vocabulary.displays.contains(name), inner == 0, braces == 0 {
          // `alignat` has the number of columns behind it.
          if tokens[position + 1].kind == .open, name.contains("at") {
            resume = groupEnd(from: position + 1) ?? resume
          }
          continue
        }
        inner += 1
      case .text("end", let name):
        guard let last = environments.popLast(), last.name == name else {
          throw failure(.unopened, at: token)
        }
        if inner == 0 { continue }
        inner -= 1
      case .open: braces += 1
      case .close:
        braces -= 1
        if braces < 0 { throw failure(.unopened, at: token) }
      case .rowBreak where braces == 0 && inner == 0:
        rows.append([])
        continue
      case .align where braces == 0 && inner == 0:
        continue
      default: break
      }
      rows[rows.count - 1].append(token)
    }
    if let open = environments.last {
      throw failure(.unclosed("\\end{\(open.name)}"), at: tokens[tokens.count - 1])
    }
    return Self.joinedRows(rows)
  }

  /// Joins a row that ends or begins with an operator with its neighbour.
  private static func joinedRows(_ rows: [[Token]]) -> [[Token]] {
    var result: [[Token]] = []
    for row in rows where !row.isEmpty {
      let opens = startsWithOperator(row)
      if let last = result.last?.last, opens || endsWithOperator(last) {
        result[result.count - 1] += row
      } else {
        result.append(row)
      }
    }
    return result
  }

  private static func startsWithOperator(_ row: [Token]) -> Bool {
    switch row[0].kind {
    case .mark(let byte):
      if byte == UInt8(ascii: "-") {
        return !row.contains { if case .relation = $0.kind { true } else { false } }
      }
      return byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "/")
    case .command(let name): return Vocabulary.products[name] != nil
    default: return false
    }
  }

  private static func endsWithOperator(_ token: Token) -> Bool {
    switch token.kind {
    case .mark(let byte):
      byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*")
        || byte == UInt8(ascii: "/")
    case .command(let name): Vocabulary.products[name] != nil
    case .relation: true
    default: false
    }
  }

  // MARK: One row

  private mutating func parseRow(from first: Token, into statements: inout [Statement]) throws(ReadingError) {
    while true {
      skipSeparators()
      if current.kind == .end { return }
      if isEquationNumber() { return }
      var statement = Statement(sides: [], relations: [], position: position(current), latex: "")
      let start = current.start
      if acceptRelation(peekOnly: true) == nil {
        statement.sides.append(try parseSide())
      }
      while let relation = acceptRelation() {
        if relation.kind == .implies {
          if statement.relations.isEmpty, statement.sides.isEmpty { continue }
          break
        }
        statement.relations.append(relation)
        statement.sides.append(try parseSide())
      }
      statement.latex = text(from: start, to: index > 0 ? tokens[index - 1].end : start)
      if !statement.sides.isEmpty { append(statement, to: &statements) }
      try expectSeparator()
    }
  }

  /// Items of a list are joined: `i = 1, \ldots, m` is one statement.
  private func append(_ statement: Statement, to statements: inout [Statement]) {
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

  private func followsComma(_ statement: Statement) -> Bool {
    var offset = statement.position.utf8Offset - 1
    while offset >= 0, lexer.bytes[offset] <= 32 { offset -= 1 }
    return offset >= 0 && lexer.bytes[offset] == UInt8(ascii: ",")
  }

  private mutating func parseSide() throws(ReadingError) -> Statement.Side {
    let start = current
    let expression = try parseExpression()
    let latex = text(from: start.start, to: tokens[index - 1].end)
    return Statement.Side(expression: expression, latex: latex, position: position(start))
  }

  private var isSeparator: Bool {
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

  private mutating func skipSeparators() {
    while isSeparator { advance() }
  }

  private mutating func expectSeparator() throws(ReadingError) {
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

  /// Whether the rest of the row is `(3)` or `(3.2)` behind a wide space.
  private func isEquationNumber() -> Bool {
    guard index > 0, tokens[index - 1].kind == .quad, current.isMark("("), case .number = peek(1).kind,
      peek(2).isMark(")"), peek(3).kind == .end
    else { return false }
    return true
  }

  // MARK: Relations

  /// Consumes a relation, also `\stackrel{def}{=}` and `\not=`.
  mutating func acceptRelation(peekOnly: Bool = false) -> Relation? {
    let start = current
    if case .relation(let kind) = start.kind {
      if !peekOnly { advance() }
      return Relation(kind: kind, position: position(start))
    }
    if start.isCommand("not"), case .relation = peek(1).kind {
      if !peekOnly {
        advance()
        advance()
      }
      return Relation(kind: .differs, position: position(start))
    }
    guard let stacked = stackedRelation(at: index) else { return nil }
    if !peekOnly { index = stacked.end }
    return Relation(kind: stacked.kind, position: position(start))
  }

  func isStackedRelation(_ token: Token) -> Bool {
    guard token.isCommand("stackrel") || token.isCommand("overset") || token.isCommand("underset") else {
      return false
    }
    return token == current && stackedRelation(at: index) != nil
  }

  private func stackedRelation(at start: Int) -> (kind: Relation.Kind, end: Int)? {
    guard case .command(let name) = tokens[start].kind, ["stackrel", "overset", "underset"].contains(name)
    else { return nil }
    guard let second = groupEnd(from: start + 1), second < tokens.count else { return nil }
    if case .relation(let kind) = tokens[second].kind { return (kind, second + 1) }
    guard tokens[second].kind == .open, second + 2 < tokens.count,
      case .relation(let kind) = tokens[second + 1].kind,
      tokens[second + 2].kind == .close
    else { return nil }
    return (kind == .equals && name != "underset" ? .defines : kind, second + 3)
  }

  /// The index behind the group or token at `start`.
  func groupEnd(from start: Int) -> Int? {
    guard start < tokens.count else { return nil }
    guard tokens[start].kind == .open else { return start + 1 }
    var depth = 0
    for position in start..<tokens.count {
      if tokens[position].kind == .open { depth += 1 }
      if tokens[position].kind == .close {
        depth -= 1
        if depth == 0 { return position + 1 }
      }
    }
    return nil
  }
}
