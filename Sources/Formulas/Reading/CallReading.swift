/// Decides whether `a(b+c)` is a product or a call, by the other occurrences of the letter in the formula.
struct CallReading {
  /// Letters that the surrounding text has introduced as functions.
  let functions: Set<String>
  private var bare: Set<String> = []
  private var leading: Set<String> = []
  /// Letters of initial values: `x(0) = 1`.
  private var initial: Set<String> = []

  private static let always: Set<String> = ["f", "J", "L", "ℓ", "O", "Γ"]
  private static let likely: Set<String> = [
    "F", "G", "H", "g", "h", "σ", "φ", "ψ", "p", "P", "q", "Q", "V", "D", "N", "U", "C", "R", "π", "Π", "Φ",
    "Ψ",
    "u", "r",
  ]

  init(tokens: [Token], functions: Set<String>) {
    self.functions = functions
    var startsStatement = true
    // The braces around a letter and its accent or style: one in `\dot{x}` and `{\bf x}`, two in `\dot{\mathbf{x}}`.
    var braces = 0
    var isDecorated = false
    var position = 0
    while position < tokens.count {
      let token = tokens[position]
      guard let letter = Self.letter(of: token) else {
        if Self.isDecoration(token) {
          isDecorated = true
        } else if startsStatement || isDecorated, token.kind == .open {
          braces += 1
        } else {
          startsStatement = Self.isBoundary(token)
          isDecorated = false
          braces = 0
        }
        position += 1
        continue
      }
      var next = position + 1
      var hasSubscript = false
      while next < tokens.count {
        if braces > 0, tokens[next].kind == .close {
          braces -= 1
          next += 1
        } else if let end = Self.scriptEnd(tokens, at: next) {
          if tokens[next].isMark("_") { hasSubscript = true }
          next = end
        } else {
          break
        }
      }
      isDecorated = false
      braces = 0
      if next < tokens.count, tokens[next].isMark("(") {
        let close = Self.closing(tokens, from: next)
        var behind = close + 1
        while behind < tokens.count, tokens[behind].kind == .align { behind += 1 }
        if startsStatement, behind < tokens.count, case .relation = tokens[behind].kind {
          leading.insert(letter)
          if close == next + 2, case .number = tokens[next + 1].kind { initial.insert(letter) }
        }
      } else if !hasSubscript, !Self.followsNabla(tokens, position) {
        bare.insert(letter)
      }
      startsStatement = false
      position += 1
    }
  }

  /// Whether the parentheses after the letter contain arguments; `isSimple` means that they contain no sum.
  func isFunction(_ symbol: MathSymbol, isSimple: Bool) -> Bool {
    let base = symbol.base
    if functions.contains(symbol.name) || functions.contains(symbol.family) { return true }
    if symbol.style == "cal" || base.count > 1 { return true }
    if Self.always.contains(base) { return true }
    if isSimple, Self.likely.contains(base) || ["Ω", "Θ"].contains(base) || initial.contains(base) {
      return true
    }
    if bare.contains(base) { return false }
    if !symbol.subscripts.isEmpty, Self.likely.contains(base) {
      return ["h", "Π", "Φ", "Ψ", "φ", "ψ", "σ", "π"].contains(base)
    }
    return Self.likely.contains(base) || leading.contains(base)
  }

  private static func letter(of token: Token) -> String? {
    switch token.kind {
    case .letter(let letter): letter
    case .command(let name): Vocabulary.letters[name]
    default: nil
    }
  }

  /// Whether a token is an accent or a style, which belongs to the letter behind it.
  private static func isDecoration(_ token: Token) -> Bool {
    guard case .command(let name) = token.kind else { return false }
    return Vocabulary.accents.contains(name) || Vocabulary.styles[name] != nil
  }

  private static func isBoundary(_ token: Token) -> Bool {
    switch token.kind {
    case .rowBreak, .align, .quad: true
    case .mark(let byte): byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
    default: false
    }
  }

  private static func followsNabla(_ tokens: [Token], _ position: Int) -> Bool {
    position > 0 && tokens[position - 1].isCommand("nabla")
  }

  /// The index after the script at a position; nil if there is no script.
  private static func scriptEnd(_ tokens: [Token], at position: Int) -> Int? {
    if tokens[position].isMark("'") { return position + 1 }
    guard tokens[position].isMark("_") || tokens[position].isMark("^"), position + 1 < tokens.count else {
      return nil
    }
    guard tokens[position + 1].kind == .open else { return min(position + 2, tokens.count) }
    var depth = 0
    for index in (position + 1)..<min(tokens.count, position + 40) {
      if tokens[index].kind == .open { depth += 1 }
      if tokens[index].kind == .close {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }

  private static func closing(_ tokens: [Token], from position: Int) -> Int {
    var depth = 0
    for index in position..<min(tokens.count, position + 60) {
      if tokens[index].isMark("(") { depth += 1 }
      if tokens[index].isMark(")") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return tokens.count
  }
}
