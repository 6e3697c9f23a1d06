extension FormulaParser {
  /// Reads the whole text: rows of display environments, each with its statements.
  mutating func parseFormula() throws(ReadingError) -> [Statement] {
    var statements: [Statement] = []
    for row in try splitRows().map(Self.withoutBraces) {
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

  /// The row without braces around all of it, as in `\color{red}{a = b}`.
  private static func withoutBraces(_ row: [Token]) -> [Token] {
    guard row.count > 2, row[0].kind == .open, row[row.count - 1].kind == .close else { return row }
    var depth = 0
    for token in row.dropLast() {
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth -= 1 }
      if depth == 0 { return row }
    }
    let inner = Array(row[1..<(row.count - 1)])
    return inner.contains(where: { $0.isRelation }) ? inner : row
  }

  /// The name of a sign that is the whole formula because a sentence mentions it: `$\odot$`.
  static func loneSign(_ token: Token) -> String? {
    switch token.kind {
    case .relation(let kind): kind.text
    case .command(let name)
    where Vocabulary.products[name] != nil || ElementaryFunction.named(name) != nil || name == "sum"
      || name == "prod" || name == "pm":
      name
    case .mark(let byte)
    where byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*"):
      String(UnicodeScalar(byte))
    default: nil
    }
  }

  /// Rows as lists of tokens, without the environment around them and without alignment marks.
  func splitRows() throws(ReadingError) -> [[Token]] {
    var rows: [[Token]] = [[]]
    var environments: [(name: String, token: Token)] = []
    var braces = 0
    var inner = 0
    var resume = 0
    var hasColumns = false
    for (position, token) in tokens.enumerated() where token.kind != .end && position >= resume {
      switch token.kind {
      case .text("begin", let name):
        environments.append((name, token))
        if Vocabulary.displays.contains(name), inner == 0, braces == 0 {
          // The number of columns follows `alignat`.
          if tokens[position + 1].kind == .open, name.hasPrefix("alignat") || name == "alignedat" {
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
        if let end = endOfComment(behind: position) {
          resume = end
          continue
        }
        if isRowNumber(rows[rows.count - 1], before: position) {
          rows[rows.count - 1] = []
          continue
        }
        if beginsEquation(behind: position, in: rows[rows.count - 1]) {
          rows.append([])
          hasColumns = true
        }
        continue
      default: break
      }
      if hasColumns, rows[rows.count - 1].isEmpty, token.isRelation {
        // It is not known which column a row that begins with a relation continues.
        rows[rows.count - 1].append(Token(kind: .command("dots"), start: token.start, end: token.start))
      }
      rows[rows.count - 1].append(token)
    }
    if let open = environments.last {
      throw failure(.unclosed("\\end{\(open.name)}"), at: tokens[tokens.count - 1])
    }
    return Self.joinedRows(rows)
  }

  /// The end of the row if its last column has only words, which are a remark: `&= b && \text{by symmetry}`.
  private func endOfComment(behind mark: Int) -> Int? {
    guard mark > 0 else { return nil }
    let isSecond = tokens[mark - 1].kind == .align || tokens[mark + 1].kind == .align
    let rest = tokens[(mark + 1)...].drop { $0.kind == .quad || $0.kind == .align }
    guard isSecond, case .text(let command, _)? = rest.first?.kind,
      command.hasPrefix("text") || command == "mbox"
    else { return nil }
    let behind = rest.dropFirst().drop { $0.kind == .quad }
    switch behind.first?.kind {
    case .rowBreak, .end, .text("end", _): return behind.startIndex
    default: return nil
    }
  }

  /// Whether a column consists of the number of the row: `&(2)& a = b`.
  private func isRowNumber(_ column: [Token], before mark: Int) -> Bool {
    guard column.count == 3, column[0].isMark("("), case .number = column[1].kind, column[2].isMark(")"),
      let next = tokens[(mark + 1)...].first(where: { $0.kind != .align && $0.kind != .quad })
    else { return false }
    return !next.isRelation && next.kind != .rowBreak && next.kind != .end
  }

  /// Whether an alignment mark separates two equations of a row: `a &= b & c &= d`.
  private func beginsEquation(behind mark: Int, in row: [Token]) -> Bool {
    guard let last = row.last, FormulaLexer.endsOperand(last), row.contains(where: { $0.isRelation }) else {
      return false
    }
    let rest = tokens[(mark + 1)...].drop { $0.kind == .quad || $0.kind == .align }
    guard let next = rest.first, FormulaLexer.startsStatement(next) else { return false }
    var level = 0
    for token in rest {
      switch token.kind {
      case .open, .text("begin", _): level += 1
      case .close, .text("end", _): level -= 1
      case .rowBreak, .end: if level == 0 { return false }
      case .relation: if level == 0 { return true }
      default: break
      }
      if level < 0 { return false }
    }
    return false
  }

  /// Joins a row that begins or ends with an operator to its neighbour.
  static func joinedRows(_ rows: [[Token]]) -> [[Token]] {
    var result: [[Token]] = []
    for row in rows where !row.isEmpty {
      let opens = startsWithOperator(row)
      // The star of `a^*` is no operator.
      let isScript = result.last?.dropLast().last.map { $0.isMark("^") || $0.isMark("_") } ?? false
      if let last = result.last?.last, opens || !isScript && endsWithOperator(last) {
        result[result.count - 1] += row
      } else {
        result.append(row)
      }
    }
    return result
  }

  static func startsWithOperator(_ row: [Token]) -> Bool {
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

  static func endsWithOperator(_ token: Token) -> Bool {
    switch token.kind {
    case .mark(let byte):
      byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*")
        || byte == UInt8(ascii: "/")
    case .command(let name): Vocabulary.products[name] != nil
    case .relation: true
    default: false
    }
  }
}
