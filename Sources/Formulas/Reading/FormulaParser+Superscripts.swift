extension FormulaParser {
  mutating func parseSuperscript(
    on base: MathExpression?, into scripts: inout Scripts
  ) throws(ReadingError) {
    let isGroup = current.kind == .open
    let first = isGroup ? peek(1) : current
    let isAlone = !isGroup || peek(2).kind == .close
    if let transposed = try parseAdjoint(on: base) {
      scripts.adjoint = transposed
      return
    }
    let next = isGroup ? peek(3) : peek(1)
    if isAlone, isTransposition(first, base: base, before: next) {
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
    if isGroup, case .symbol? = base, let end = groupEnd(from: index), end - index > 4,
      let word = lettersOnly(tokens[(index + 1)..<(end - 1)]), word.count == 1
    {
      // `V^{correct}`: a word above a symbol is a label.
      index = end
      scripts.labels += word
      return
    }
    if isGroup, let label = try parseIndexLabel(on: base) {
      scripts.labels.append(label)
      return
    }
    if isGroup {
      let items = try parseScriptGroup(isPower: true)
      scripts.power = items.count == 1 ? items[0] : .opaque("list", items)
    } else {
      scripts.power = try parseBareScript()
    }
  }

  /// Reads the marks of a transposed or adjoint matrix: `^H`, `^{*}`, `^{\prime\prime}`.
  private mutating func parseAdjoint(on base: MathExpression?) throws(ReadingError) -> Adjoint? {
    guard let base, base.isMatrixLike, let end = groupEnd(from: index) else { return nil }
    let isGroup = current.kind == .open
    let content = isGroup ? tokens[(index + 1)..<(end - 1)] : tokens[index..<end]
    guard let first = content.first, content.allSatisfy({ $0.kind == first.kind }) else { return nil }
    let isOdd = content.count % 2 == 1
    switch first.kind {
    case .mark(UInt8(ascii: "'")), .command("prime"): break
    case .mark(UInt8(ascii: "*")), .command("ast"), .command("dagger"), .command("star"): break
    case .letter("H") where content.count == 1: break
    default: return nil
    }
    index = end
    let conjugates =
      switch first.kind {
      case .mark(UInt8(ascii: "'")), .command("prime"): false
      default: true
      }
    return Adjoint(isTransposed: isOdd, isConjugate: isOdd && conjugates)
  }

  /// Whether a sign and a number follow without braces, as in `10^-8`.
  var isSignedNumber: Bool {
    guard current.isMark("-") || current.isMark("+"), case .number = peek(1).kind else { return false }
    return true
  }

  /// Whether a superscript stands for a transpose. Greek letters are mostly numbers, but not before a matrix.
  func isTransposition(_ token: Token, base: MathExpression?, before next: Token) -> Bool {
    switch token.kind {
    case .command(let name): return name == "top" || name == "intercal"
    case .text(_, "T"): return true
    case .letter("T"):
      if case .symbol(let symbol)? = base {
        if case .text("begin", let name) = next.kind, name.hasSuffix("matrix") { return true }
        return !["α", "β", "γ", "ρ", "λ", "μ", "η"].contains(symbol.base)
      }
      if case .number? = base { return false }
      return true
    default: return false
    }
  }

  func labelSign(_ token: Token) -> String? {
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
    case .relation(.belongs): rawText([token])
    default: nil
    }
  }

  /// Reads `{(k)}` or `{[l]}` on a symbol, which is an index and not a power.
  mutating func parseIndexLabel(on base: MathExpression?) throws(ReadingError) -> MathExpression? {
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

  static let rawNames = [
    "Delta": "Δ", "nabla": "∇", "partial": "∂", "log": "log ", "cdot": "·", "hat": "hat ",
    "perp": "⊥", "parallel": "∥",
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
      // Signs of one kind of relation are different names: `v_\perp` and `v_\parallel`.
      case .relation(let kind): result += Self.rawNames[String(text(of: token).dropFirst())] ?? kind.text
      case .text(_, let content): result += content
      case .align, .quad, .rowBreak: result += ","
      default: result += text(of: token)
      }
    }
    return result
  }
}
