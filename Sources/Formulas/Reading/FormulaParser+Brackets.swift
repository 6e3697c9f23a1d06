extension FormulaParser {
  /// Reads `\{…\}`: a group if it contains one expression, else a set.
  mutating func parseSet() throws(ReadingError) -> MathExpression {
    let start = index
    let bars = openBars
    var level = 0
    var end = index
    while tokens[end].kind != .end {
      if tokens[end].isCommand("{") { level += 1 }
      if tokens[end].isCommand("}") { level -= 1 }
      end += 1
      if level == 0 { break }
    }
    guard level == 0 else { throw failure(.unclosed("\\}"), at: tokens[tokens.count - 1]) }
    do {
      return try descend { parser throws(ReadingError) in
        parser.advance()
        parser.openBars.append(.separator)
        let items = try parser.parseItems { $0.isCommand("}") }
        guard parser.index == end - 1, !items.isEmpty else { throw parser.failure(.unexpectedToken) }
        parser.openBars = bars
        parser.advance()
        if items.count == 1, case .opaque = items[0] { return .opaque("set", items) }
        return items.count == 1 ? items[0] : .opaque("set", items)
      }
    } catch {
      if error.problem == .tooDeep { throw error }
      openBars = bars
      index = end
      return .opaque("{" + rawText(tokens[(start + 1)..<(end - 1)]) + "}", [])
    }
  }

  mutating func parseAngles() throws(ReadingError) -> MathExpression {
    let open = current
    return try descend { parser throws(ReadingError) in
      parser.advance()
      parser.openBars.append(.separator)
      let items = try parser.parseItems { $0.isCommand("rangle") }
      parser.openBars.removeLast()
      guard parser.current.isCommand("rangle") else { throw parser.unclosed("\\rangle", from: open) }
      parser.advance()
      guard items.count == 2 else { return .opaque("mean", items) }
      return .product([Factor(.transposed(items[0])), Factor(items[1], sign: .dot)])
    }
  }

  mutating func parseRounding(_ name: String) throws(ReadingError) -> MathExpression {
    let open = current
    let closer = name == "lfloor" ? "rfloor" : "rceil"
    return try descend { parser throws(ReadingError) in
      parser.advance()
      let inner = try parser.parseExpression()
      guard parser.current.isCommand(closer) else { throw parser.unclosed("\\\(closer)", from: open) }
      parser.advance()
      return .function(name == "lfloor" ? .floor : .ceiling, [inner])
    }
  }
}
