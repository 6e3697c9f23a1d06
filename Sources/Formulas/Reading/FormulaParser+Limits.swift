extension FormulaParser {
  /// Reads `\lim_{x \to a^+} f`.
  mutating func parseLimit() throws(ReadingError) -> MathExpression {
    advance()
    guard current.isMark("_"), peek(1).kind == .open, let end = groupEnd(from: index + 1) else {
      return try parseOpaqueOperator("lim")
    }
    let start = index
    index += 2
    guard let (variable, written, arrow) = try parseApproach(until: end - 1) else {
      index = start
      return try parseOpaqueOperator("lim")
    }
    index = end
    let (target, side) = Self.side(of: written, arrow: text(of: arrow))
    guard startsOperand(current) || current.isMark("-") else { throw failure(.expectedExpression) }
    let body = try descend { parser throws(ReadingError) in try parser.parseTerm() }
    return .limit(MathExpression.Limit(variable: variable, target: target, side: side, body: body))
  }

  private mutating func parseApproach(
    until end: Int
  ) throws(ReadingError) -> (MathSymbol, MathExpression, Token)? {
    let bars = openBars
    defer { openBars = bars }
    openBars.append(.none)
    guard case .symbol(let variable) = try parseOperand(allowsPower: false) else { return nil }
    let arrow = current
    switch arrow.kind {
    case .relation(.tends), .relation(.implies): advance()
    default: return nil
    }
    let target = try descend { parser throws(ReadingError) in try parser.parseExpression() }
    return index == end ? (variable, target, arrow) : nil
  }

  /// Splits `3^+` into the target 3 and the side above. An arrow up or down names the side as well.
  static func side(
    of target: MathExpression, arrow: String
  ) -> (MathExpression, MathExpression.Limit.Side) {
    if ["\\downarrow", "\\searrow"].contains(arrow) { return (target, .above) }
    if ["\\uparrow", "\\nearrow"].contains(arrow) { return (target, .below) }
    var sign: MathExpression?
    var point = target
    switch target {
    case .opaque("component", let parts) where parts.count == 2: (point, sign) = (parts[0], parts[1])
    case .symbol(let symbol) where symbol.labels.count == 1:
      (point, sign) = (.symbol(symbol.with(labels: [])), symbol.labels[0])
    case .negated(.opaque("component", let parts)) where parts.count == 2:
      (point, sign) = (.negated(parts[0]), parts[1])
    default: break
    }
    if sign == .symbol(MathSymbol("+")) { return (point, .above) }
    if sign == .symbol(MathSymbol("-")) { return (point, .below) }
    return (target, .both)
  }

  /// Reads the expression between `\left.` and `\right|`; ignores any other `\left.`.
  mutating func parseOpenGroup() throws(ReadingError) -> MathExpression {
    advance()
    guard let end = closingBar(from: index) else { return try parsePrimary() }
    let bars = openBars
    openBars.append(.separator)
    let inner = try descend { parser throws(ReadingError) in try parser.parseExpression() }
    openBars = bars
    guard index == end else { throw failure(.unexpectedToken) }
    return inner
  }

  private func closingBar(from start: Int) -> Int? {
    var level = 0
    for position in start..<tokens.count {
      switch tokens[position].kind {
      case .open, .text("begin", _), .command("left."): level += 1
      case .close, .text("end", _): level -= 1
      case .bar(double: false, side: .right) where level == 0: return position
      case .relation, .rowBreak, .end: return nil
      default: break
      }
      if level < 0 { return nil }
    }
    return nil
  }

  /// Whether `_a^b` follows a bracket that just closed.
  func startsIncrement(after start: Int) -> Bool {
    guard tokens[start].isMark("["), tokens[index - 1].isMark("]"), current.isMark("_"),
      let end = groupEnd(from: index + 1), end < tokens.count
    else { return false }
    return tokens[end].isMark("^")
  }

  /// Reads the bar and the values of `f|_{x = a}` or `F|_a^b` after a term: in `2\ln x|_1^2` the bar is that of 2 ln x.
  mutating func parseEvaluationBar(_ term: MathExpression) throws(ReadingError) -> MathExpression? {
    guard case .bar(double: false, let side) = current.kind, side != .left,
      openBars.last != .single && openBars.last != .separator, peek(1).isMark("_")
    else { return nil }
    advance()
    return try parseEvaluationPoints(term)
  }

  mutating func parseEvaluationPoints(_ body: MathExpression) throws(ReadingError) -> MathExpression? {
    var start: (variable: MathSymbol?, value: MathExpression)?
    var upper: MathExpression?
    while current.isMark("_") || current.isMark("^") {
      let isLower = current.isMark("_")
      advance()
      if current.kind == .open, let end = groupEnd(from: index) {
        let beginning = index
        if let range = try parseRange(until: end - 1) {
          if isLower { start = (range.index, range.lower) } else { upper = range.lower }
          index = end
          continue
        }
        index = beginning
        if isLower, let ranges = try parseRanges(until: end - 1) {
          index = end
          return ranges.reduce(body) { inner, range in
            .evaluated(.init(body: inner, variable: range.index, point: range.lower, start: nil))
          }
        }
        index = beginning
      }
      let script = current.kind == .open ? try parseScriptGroup() : [try parseBareScript()]
      guard let value = script.first else { return nil }
      if isLower { start = (nil, value) } else { upper = value }
    }
    guard let start else { return nil }
    if upper == nil, start.variable == nil, case .vector(let items) = start.value,
      (2...3).contains(items.count),
      body.contains(where: { if case .derivative = $0 { true } else { false } })
    {
      return zip(["x", "y", "z"], items).reduce(body) { inner, pair in
        .evaluated(.init(body: inner, variable: MathSymbol(pair.0), point: pair.1, start: nil))
      }
    }
    if upper == nil, start.variable == nil { return .opaque("component", [body, start.value]) }
    return .evaluated(
      MathExpression.Evaluated(
        body: body, variable: start.variable, point: upper ?? start.value,
        start: upper == nil ? nil : start.value))
  }
}
