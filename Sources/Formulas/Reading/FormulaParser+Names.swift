extension FormulaParser {
  /// Reads an upright name; known functions take their argument, `\begin` its environment.
  mutating func parseName(_ content: String, command: String) throws(ReadingError) -> MathExpression {
    let token = current
    switch command {
    case "begin": return try parseEnvironment(content)
    case "end": throw failure(.unopened)
    default: break
    }
    advance()
    if let unit = parseUnit(content) { return unit }
    let key = content.filter { $0 != " " }
    if let function = ElementaryFunction.named(key), startsArgument { return try parseFunction(function) }
    if key == "argmin" || key == "argmax" || key == "arg" { return try parseOpaqueOperator(key) }
    if content.isEmpty { throw failure(.expectedExpression, at: token) }
    if key == "d", command != "text" { return .symbol(MathSymbol("d")) }
    return .symbol(MathSymbol(content.hasPrefix("\\") ? Self.letter(named: content) : content))
  }

  /// The unit after a number, in base units: 72 km/h. A power after a quotient means the last unit only: 3 m/s².
  private mutating func parseUnit(_ content: String) -> MathExpression? {
    guard index >= 2, case .number = tokens[index - 2].kind else { return nil }
    if current.isMark("^"), content.contains("/") {
      guard case .number(let digits) = peek(1).kind, let exponent = WrittenDecimal(digits),
        case .fraction(let above, let below)? = MeasurementUnit.expression(content)
      else { return nil }
      index += 2
      return .fraction(above, .power(below, .number(exponent)))
    }
    return MeasurementUnit.expression(content)
  }

  static func letter(named command: String) -> String {
    Vocabulary.letters[String(command.dropFirst())] ?? command
  }

  var startsArgument: Bool {
    current.isMark("_") || current.isMark("^") || current.isMark("(") || current.isMark("[")
      || (startsOperand(current) && current.kind != .end)
  }

  /// Whether the bracket after the symbol belongs to its name: `E[g^2]`, `\operatorname{Var}[x]`.
  func isCompoundName(_ symbol: MathSymbol) -> Bool {
    guard symbol.labels.isEmpty else { return false }
    let names: Set<String> = ["E", "RMS", "Var", "Cov", "V", "Pr", "P"]
    if symbol.style == "bb", symbol.base == "1" || symbol.base == "I" {
      return current.isMark("[") || current.isMark("(") || current.isCommand("{")
    }
    guard names.contains(symbol.base) else { return false }
    if current.isMark("[") { return true }
    // E(X) with a capital letter is an expectation; E(x) may be an energy.
    if symbol.base == "E", current.isMark("("), case .letter(let letter) = peek(1).kind,
      letter.unicodeScalars.first?.properties.isUppercase == true
    {
      return true
    }
    return symbol.base != "V" && symbol.base != "P" && (current.isMark("(") || current.isCommand("{"))
      && (symbol.base.count > 1 || symbol.style == "bb")
  }

  /// Reads the bracket as text and makes it part of the name.
  mutating func parseCompoundName(_ symbol: MathSymbol) throws(ReadingError) -> MathExpression {
    let open = current
    var level = 0
    let start = index
    var end = index
    while tokens[end].kind != .end {
      if tokens[end].kind == open.kind || tokens[end].isMark("[") || tokens[end].isMark("(") { level += 1 }
      if tokens[end].isMark("]") || tokens[end].isMark(")") || tokens[end].isCommand("}") { level -= 1 }
      end += 1
      if level == 0 { break }
    }
    guard level == 0 else { throw failure(.unclosed("]"), at: tokens[tokens.count - 1]) }
    let arguments = parseInside(from: start, to: end)
    index = end
    let name = symbol.base + SymbolText.lower(symbol.subscripts) + rawText(tokens[start..<end])
    return .symbol(
      MathSymbol(name, symbol.accents, symbol.style == "bold" ? "bold" : nil, [], [], arguments: arguments))
  }

  /// The expressions in a bracket; empty if it contains anything else.
  private mutating func parseInside(from start: Int, to end: Int) -> [MathExpression] {
    let bars = openBars
    defer { openBars = bars }
    index = start + 1
    openBars.append(.separator)
    let items = try? descend { parser throws(ReadingError) in
      try parser.parseItems { $0.isMark("]") || $0.isMark(")") || $0.isCommand("}") }
    }
    return index == end - 1 ? items ?? [] : []
  }
}
