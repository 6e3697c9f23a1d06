/// Checks whether a piece of Swift is small and shallow enough for the parser. The parser is recursive, so a program of
/// brackets alone could overflow the stack and end the process. The check takes one pass that only counts.
package struct SwiftBounds {
  /// The exceeded limit, and where it is exceeded.
  package enum Excess: Equatable {
    case size
    case nesting(offset: Int)
    case squareNesting(offset: Int)
    case length(offset: Int)
    case stray(offset: Int)
  }

  package static let largestSize = 1 << 18
  /// The deepest allowed nesting of brackets.
  package static let deepest = 64
  /// The deepest allowed nesting of square brackets. They may be an array or a type, and for each bracket the parser
  /// looks ahead twice, so its time doubles with every level.
  package static let deepestSquares = 12
  /// The allowed number of tokens of one statement at one level of brackets. Each `.b`, `()` or `[i]` after an
  /// expression is a level of the parser's tree.
  package static let longest = 1000
  /// The allowed number of tokens that need more of the parser's stack, as in `if if`, `a ? a ? a` or `A<A<A`.
  package static let mostCostly = 100

  /// The allowed number of lines in the body of a type that begin with a name, which no declaration does. For each of
  /// them the parser looks ahead to the end of the code.
  package static let mostStrays = 100

  /// The limit that `code` exceeds; nil if it may be parsed.
  package static func excess(in code: String) -> Excess? {
    if code.utf8.count > largestSize { return .size }
    if code.isEmpty { return nil }
    var code = code
    return code.withUTF8 { bytes in
      var scanner = SwiftScanner(bytes)
      var bounds = SwiftBounds()
      while let token = scanner.next() {
        if let excess = bounds.excess(at: token, scanner) { return excess }
      }
      return nil
    }
  }

  private var levels = [Level()]
  private var previous = SwiftScanner.Token.separator

  /// The counts since the last statement began, at one level of brackets.
  private struct Level {
    var bracket: SwiftScanner.Bracket?
    /// Whether the level is the body of a type.
    var isType = false
    /// The lines of the level that begin no declaration.
    var strays = 0
    /// Whether the statement declares a type so far.
    var declaresType = false
    var tokens = 0
    var costly = 0
    var angles = 0
  }

  private mutating func excess(at token: SwiftScanner.Token, _ scanner: borrowing SwiftScanner) -> Excess? {
    // A statement ends where an operand ends and the next line begins a statement.
    if scanner.canBeginStatement, previous.endsOperand {
      beginStatement()
      if levels[levels.count - 1].isType, scanner.isPlainName { levels[levels.count - 1].strays += 1 }
    }
    count(token)
    previous = token
    if levels[levels.count - 1].strays > Self.mostStrays { return .stray(offset: scanner.offset) }
    if levels.count > Self.deepest { return .nesting(offset: scanner.offset) }
    if token == .open(.square), levels.count(where: { $0.bracket == .square }) > Self.deepestSquares {
      return .squareNesting(offset: scanner.offset)
    }
    if let level = levels.last, level.costly + level.angles > Self.mostCostly || level.tokens > Self.longest {
      return .length(offset: scanner.offset)
    }
    return nil
  }

  private mutating func beginStatement() {
    let level = levels[levels.count - 1]
    levels[levels.count - 1] = Level(bracket: level.bracket, isType: level.isType, strays: level.strays)
  }

  private mutating func count(_ token: SwiftScanner.Token) {
    let top = levels.count - 1
    switch token {
    case .open(let bracket):
      levels[top].tokens += 1
      if bracket == .curly { levels[top].costly += 1 }
      levels.append(Level(bracket: bracket, isType: bracket == .curly && levels[top].declaresType))
    case .close(let bracket):
      if levels[top].bracket == bracket { levels.removeLast() }
    case .separator: beginStatement()
    case .comma:
      levels[top].tokens = 0
      levels[top].costly = 0
    case .keyword:
      levels[top].tokens += 1
      levels[top].declaresType = false
      if previous.wantsOperand { levels[top].costly += 1 }
    case .type, .function:
      levels[top].tokens += 1
      levels[top].declaresType = token == .type
    case .angle: levels[top].angles += 1
    case .question: levels[top].costly += 1
    case .operand: levels[top].tokens += 1
    case .signs(let count): levels[top].tokens += count
    }
  }
}

extension SwiftScanner.Token {
  fileprivate var endsOperand: Bool {
    switch self {
    case .operand, .close, .separator: true
    default: false
    }
  }

  fileprivate var wantsOperand: Bool {
    switch self {
    case .keyword, .signs, .question: true
    default: false
    }
  }
}
