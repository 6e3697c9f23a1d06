extension FormulaParser {
  /// What stands below and above an operand.
  struct Scripts {
    var subscripts: [MathExpression] = []
    var labels: [MathExpression] = []
    var power: MathExpression?
    var isTransposed = false
    var isEmpty: Bool { subscripts.isEmpty && labels.isEmpty && power == nil && !isTransposed }
  }

  /// Reads an operand with its scripts, arguments, primes and factorials.
  mutating func parseOperand(allowsPower: Bool) throws(ReadingError) -> MathExpression {
    var operand = try parsePrimary()
    while true {
      let scripts = try parseScripts(on: operand, allowsPower: allowsPower)
      operand = apply(scripts, to: operand)
      if case .symbol(let symbol) = operand, isCompoundName(symbol) {
        operand = try parseCompoundName(symbol)
      } else if let symbol = scripts.power == nil && !scripts.isTransposed ? callee(operand) : nil,
        current.isMark("("), !allowsPower || calls.isFunction(symbol, isSimple: isSimpleArgument)
      {
        operand = .application(symbol, try parseArguments())
      } else if case .power(.symbol(let symbol), let exponent) = operand, current.isMark("("),
        calls.isFunction(symbol, isSimple: isSimpleArgument), allowsPower
      {
        operand = .power(.application(symbol, try parseArguments()), exponent)
      } else if current.isMark("!") {
        advance()
        operand = .function(.factorial, [operand])
      } else if scripts.isEmpty {
        return operand
      } else if !(current.isMark("_") || current.isMark("^") || current.isMark("'")) {
        return operand
      } else if scripts.power != nil {
        throw failure(.doubleScript)
      }
      if case .power = operand, current.isMark("^") { throw failure(.doubleScript) }
    }
  }

  /// Whether no sum stands between the parentheses that open here.
  private var isSimpleArgument: Bool {
    var level = 0
    for token in tokens[index...] {
      switch token.kind {
      case .mark(let byte):
        if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { level += 1 }
        if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { level -= 1 }
        if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { return false }
      case .open: level += 1
      case .close: level -= 1
      default: break
      }
      if level <= 0 { return true }
    }
    return true
  }

  private func callee(_ operand: MathExpression) -> MathSymbol? {
    if case .symbol(let symbol) = operand { return symbol }
    return nil
  }

  /// Reads `_…`, `^…` and primes in any order.
  mutating func parseScripts(on base: MathExpression?, allowsPower: Bool = true) throws(ReadingError)
    -> Scripts
  {
    var scripts = Scripts()
    while true {
      if current.isMark("'") {
        scripts.labels.append(.symbol(MathSymbol("′")))
        advance()
      } else if current.isMark("_") {
        guard scripts.subscripts.isEmpty else { throw failure(.doubleScript) }
        advance()
        scripts.subscripts = try parseSubscript()
      } else if current.isMark("^"), allowsPower {
        guard scripts.power == nil, !scripts.isTransposed else { throw failure(.doubleScript) }
        advance()
        try parseSuperscript(on: base, into: &scripts)
      } else {
        return scripts
      }
    }
  }

  func apply(_ scripts: Scripts, to base: MathExpression) -> MathExpression {
    var result = base
    if !scripts.subscripts.isEmpty || !scripts.labels.isEmpty {
      switch base {
      case .symbol(let symbol):
        result = .symbol(
          MathSymbol(
            symbol.base, accents: symbol.accents, style: symbol.style,
            subscripts: symbol.subscripts + scripts.subscripts, labels: symbol.labels + scripts.labels))
      case .norm(let inner, nil) where scripts.labels.isEmpty:
        result = .norm(inner, order: scripts.subscripts[0])
      default:
        result = .opaque("component", [base] + scripts.subscripts + scripts.labels)
      }
    }
    if scripts.isTransposed { result = .transposed(result) }
    if let power = scripts.power { result = .power(result, power) }
    return result
  }

  // MARK: Subscripts

  private mutating func parseSubscript() throws(ReadingError) -> [MathExpression] {
    guard current.kind == .open else { return [try parseBareScript()] }
    return try parseScriptGroup()
  }

  /// Reads `{…}` as a list of expressions; what is none stays text.
  mutating func parseScriptGroup() throws(ReadingError) -> [MathExpression] {
    guard let end = groupEnd(from: index) else {
      throw failure(.unclosed("}"), at: tokens[tokens.count - 1])
    }
    let content = tokens[(index + 1)..<(end - 1)]
    if let items = lettersOnly(content) {
      index = end
      return items
    }
    let start = index
    let bars = openBars
    do {
      return try descend { parser throws(ReadingError) in
        parser.advance()
        parser.openBars.append(.none)
        var items = [try parser.parseExpression()]
        while parser.accept(mark: ",") || parser.accept(mark: ";") {
          items.append(try parser.parseExpression())
        }
        guard parser.index == end - 1 else { throw parser.failure(.unexpectedToken) }
        parser.openBars = bars
        parser.advance()
        return items
      }
    } catch {
      if error.problem == .tooDeep { throw error }
      index = end
      openBars = bars
      return [.symbol(MathSymbol(rawText(tokens[(start + 1)..<(end - 1)])))]
    }
  }

  /// `ij` as two indices, `old` as one word.
  private func lettersOnly(_ content: ArraySlice<Token>) -> [MathExpression]? {
    guard content.count > 1 else { return nil }
    var letters: [String] = []
    for token in content {
      guard case .letter(let letter) = token.kind else { return nil }
      letters.append(letter)
    }
    let indices: Set<String> = ["i", "j", "k", "l", "m", "n", "t", "s"]
    if letters.count <= 3, letters.allSatisfy(indices.contains), letters != ["m", "i", "n"] {
      return letters.map { .symbol(MathSymbol($0)) }
    }
    return [.symbol(MathSymbol(letters.joined()))]
  }

  /// A single token behind `_` or `^`.
  private mutating func parseBareScript() throws(ReadingError) -> MathExpression {
    switch current.kind {
    case .mark(let byte) where byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+"):
      advance()
      return .symbol(MathSymbol(String(UnicodeScalar(byte))))
    case .mark(UInt8(ascii: "-")):
      advance()
      guard case .number(let digits) = current.kind, let decimal = WrittenDecimal(digits) else {
        return .symbol(MathSymbol("-"))
      }
      advance()
      return .negated(.number(decimal))
    case .end, .close, .mark, .align, .rowBreak, .relation, .quad, .bar: throw failure(.expectedExpression)
    default: return try descend { parser throws(ReadingError) in try parser.parsePrimary() }
    }
  }

  // MARK: Superscripts

  private mutating func parseSuperscript(
    on base: MathExpression?, into scripts: inout Scripts
  ) throws(ReadingError) {
    let isGroup = current.kind == .open
    let first = isGroup ? peek(1) : current
    let isAlone = !isGroup || peek(2).kind == .close
    if isAlone, isTransposition(first, base: base) {
      if isGroup { advance() }
      advance()
      if isGroup { advance() }
      scripts.isTransposed = true
      return
    }
    if isAlone, !isSignedNumber, let label = labelSign(first) {
      if isGroup { advance() }
      advance()
      if isGroup { advance() }
      scripts.labels.append(.symbol(MathSymbol(label)))
      return
    }
    if isGroup, let label = try parseIndexLabel(on: base) {
      scripts.labels.append(label)
      return
    }
    if isGroup {
      let items = try parseScriptGroup()
      scripts.power = items.count == 1 ? items[0] : .opaque("list", items)
    } else {
      scripts.power = try parseBareScript()
    }
  }

  /// Whether a sign and a number follow without braces, as in `10^-8`.
  private var isSignedNumber: Bool {
    guard current.isMark("-") || current.isMark("+"), case .number = peek(1).kind else { return false }
    return true
  }

  private func isTransposition(_ token: Token, base: MathExpression?) -> Bool {
    switch token.kind {
    case .command(let name): return name == "top" || name == "intercal"
    case .text(_, "T"): return true
    case .letter("T"):
      if case .symbol(let symbol)? = base {
        return !["α", "β", "γ", "ρ", "λ", "μ", "η"].contains(symbol.base)
      }
      if case .number? = base { return false }
      return true
    default: return false
    }
  }

  private func labelSign(_ token: Token) -> String? {
    switch token.kind {
    case .mark(UInt8(ascii: "*")): "*"
    case .mark(UInt8(ascii: "+")): "+"
    case .mark(UInt8(ascii: "-")): "-"
    case .mark(UInt8(ascii: "'")): "′"
    case .command("star"), .command("ast"): "*"
    case .command("dagger"): "†"
    case .command("prime"): "′"
    case .command("circ"): "∘"
    case .text(_, let word) where word.count > 1: word
    default: nil
    }
  }

  /// Reads `{(k)}` or `{[l]}` on a symbol, which counts and does not multiply.
  private mutating func parseIndexLabel(on base: MathExpression?) throws(ReadingError) -> MathExpression? {
    guard case .symbol? = base, peek(1).isMark("(") || peek(1).isMark("["), let end = groupEnd(from: index),
      tokens[end - 2].isMark(")") || tokens[end - 2].isMark("]")
    else { return nil }
    let inside = tokens[(index + 2)..<max(index + 2, end - 2)]
    guard !inside.isEmpty, inside.count <= 5, !inside.contains(where: { $0.isMark("(") || $0.isMark(")") })
    else {
      return nil
    }
    let start = index
    index += 2
    let parsed = try? parseExpression()
    let isComplete = index == end - 2
    index = end
    guard let parsed, isComplete else { return .symbol(MathSymbol(rawText(inside))) }
    if tokens[start + 1].isMark("["), tokens[end - 2].isMark("]") { return parsed }
    switch parsed {
    case .symbol, .number: return parsed
    case .sum(let terms) where terms.count == 2 && terms[1].literals.count == 1:
      if case .symbol = terms[0] { return parsed }
    default: break
    }
    index = start
    return nil
  }

  private static let rawNames = [
    "Delta": "Δ", "nabla": "∇", "partial": "∂", "log": "log ", "cdot": "·", "hat": "hat ",
  ]

  /// Tokens as text, without spaces and without braces around single tokens.
  func rawText(_ content: ArraySlice<Token>) -> String {
    var result = ""
    let items = Array(content)
    for (position, token) in items.enumerated() {
      switch token.kind {
      case .open where position + 2 < items.count && items[position + 2].kind == .close: continue
      case .close where position >= 2 && items[position - 2].kind == .open: continue
      case .command(let name): result += Vocabulary.letters[name] ?? Self.rawNames[name] ?? text(of: token)
      case .bar(let double, _): result += double ? "‖" : "|"
      case .relation(let kind): result += kind.text
      case .text(_, let content): result += content
      case .align, .quad, .rowBreak: result += ","
      default: result += text(of: token)
      }
    }
    return result
  }
}
