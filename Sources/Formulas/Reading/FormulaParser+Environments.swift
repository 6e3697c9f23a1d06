extension FormulaParser {
  /// Reads a matrix, a case distinction or a display inside a formula; `\begin` is the current token.
  ///
  /// After a brace, as in `\left\{\begin{array}…\right.`, the rows are cases.
  mutating func parseEnvironment(
    _ name: String, isBraced: Bool = false
  ) throws(ReadingError) -> MathExpression {
    let begin = current
    return try descend { parser throws(ReadingError) in
      parser.advance()
      let bars = parser.openBars
      parser.openBars.append(.none)
      if name == "array", parser.current.kind == .open, let end = parser.groupEnd(from: parser.index) {
        parser.index = end
      }
      // `\begin{pmatrix*}[r]` aligns its columns.
      if name.hasSuffix("*"), parser.current.isMark("[") {
        while !parser.current.isMark("]"), parser.current.kind != .end { parser.advance() }
        parser.advance()
      }
      let result: MathExpression
      if isBraced {
        result = .piecewise(try parser.parseBranches())
      } else if Vocabulary.matrices.contains(name) {
        let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
        result = Self.matrix(try parser.parseCells(), environment: plain)
      } else if name == "cases" || name == "dcases" || name == "rcases" {
        result = .piecewise(try parser.parseBranches())
      } else if Vocabulary.displays.contains(name) {
        result = .opaque(name, try parser.parseCells().flatMap { $0 })
      } else {
        throw ReadingError(problem: .unknownEnvironment, token: name, position: parser.position(begin))
      }
      parser.openBars = bars
      guard case .text("end", name) = parser.current.kind else {
        throw parser.unclosed("\\end{\(name)}", from: begin)
      }
      parser.advance()
      return result
    }
  }

  /// Whether the environment after a brace lists cases: no brace closes it.
  func isBracedList(_ name: String) -> Bool {
    guard ["array", "aligned", "matrix", "split", "gathered", "align"].contains(name) else { return false }
    var level = 0
    for position in (index + 1)..<tokens.count {
      switch tokens[position].kind {
      case .text("begin", _): level += 1
      case .text("end", _):
        level -= 1
        if level == 0 { return position + 1 >= tokens.count || !tokens[position + 1].isCommand("}") }
      default: break
      }
    }
    return false
  }

  private static func matrix(_ rows: [[MathExpression]], environment: String) -> MathExpression {
    let rows = rows.filter { !$0.isEmpty }
    guard let width = rows.first?.count, rows.allSatisfy({ $0.count == width }) else {
      return .opaque("ragged matrix", rows.flatMap { $0 })
    }
    let value: MathExpression = width == 1 && rows.count > 1 ? .vector(rows.map { $0[0] }) : .matrix(rows)
    switch environment {
    case "vmatrix": return .function(.determinant, [value])
    case "Vmatrix": return .norm(value, order: nil)
    default: return value
    }
  }

  private mutating func parseCells() throws(ReadingError) -> [[MathExpression]] {
    var rows: [[MathExpression]] = [[]]
    while true {
      switch current.kind {
      case .text("end", _), .end: return rows
      case .rowBreak:
        rows.append([])
        advance()
      case .align:
        if index > 0, tokens[index - 1].kind == .align { rows[rows.count - 1].append(.opaque("", [])) }
        advance()
      case .mark(let byte) where byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."): advance()
      case .relation, .quad: advance()
      case .text(let command, let content) where Self.isConnective(content, command: command): advance()
      default:
        let before = index
        rows[rows.count - 1].append(try parseExpression())
        if index == before { throw failure(.unexpectedToken) }
        switch current.kind {
        case .close, .mark(UInt8(ascii: ")")), .mark(UInt8(ascii: "]")), .bar: throw failure(.unopened)
        default: break
        }
      }
    }
  }

  private mutating func parseBranches() throws(ReadingError) -> [MathExpression.Branch] {
    var branches: [MathExpression.Branch] = []
    while true {
      while current.kind == .rowBreak { advance() }
      switch current.kind {
      case .text("end", _), .end: return branches
      default: break
      }
      var value = try parseExpression()
      if current.kind == .align, case .relation = peek(1).kind { advance() }
      while acceptRelation() != nil {
        // A system of equations is a list of conditions.
        if current.kind == .align { advance() }
        value = .opaque("condition", [value, try parseExpression()])
      }
      skipRemarks()
      var conditions: [MathExpression.Condition] = []
      if current.kind == .align {
        advance()
        skipRemarks()
        conditions = try parseConditions()
      }
      branches.append(MathExpression.Branch(value: value, condition: conditions))
      switch current.kind {
      case .rowBreak, .text("end", _), .end: break
      default: throw failure(.unexpectedToken)
      }
    }
  }

  private mutating func skipRemarks() {
    while true {
      switch current.kind {
      case .text(let command, let content) where command != "begin" && command != "end":
        if !Self.isConnective(content, command: command), ElementaryFunction.named(content) != nil { return }
        advance()
      case .mark(let byte)
      where byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "."):
        advance()
      case .quad: advance()
      default: return
      }
    }
  }

  private mutating func parseConditions() throws(ReadingError) -> [MathExpression.Condition] {
    var conditions: [MathExpression.Condition] = []
    while startsOperand(current) || current.isMark("-") {
      var left = try parseExpression()
      var isCompared = false
      while let relation = acceptRelation() {
        let right = try parseExpression()
        conditions.append(MathExpression.Condition(left: left, relation: relation.kind, right: right))
        left = right
        isCompared = true
      }
      // A condition in words, without a comparison, cannot be decided.
      if !isCompared {
        conditions.append(
          MathExpression.Condition(left: left, relation: .belongs, right: .opaque("words", [])))
      }
      skipRemarks()
    }
    return conditions
  }
}
