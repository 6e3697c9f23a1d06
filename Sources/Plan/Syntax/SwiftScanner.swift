@_spi(RawSyntax) @_spi(Testing) import SwiftParser
@_spi(RawSyntax) import SwiftSyntax

/// Splits Swift into the tokens that `SwiftBounds` counts. They come from the parser's own lexer, which is not
/// recursive, so nothing can be a string for one and code for the other.
struct SwiftScanner: ~Copyable {
  enum Token: Equatable {
    case open(Bracket)
    case close(Bracket)
    /// A semicolon.
    case separator
    case comma
    /// A word that may stand before an operand.
    case keyword
    /// `struct` and the like, whose body holds declarations only.
    case type
    /// `func` and the like, whose body holds statements.
    case function
    case angle
    /// The question mark of a conditional expression.
    case question
    case operand
    /// An operator of so many signs.
    case signs(Int)
  }

  enum Bracket {
    case round, square, curly
    /// `#if`
    case condition
  }

  private var lexemes: Lexer.LexemeSequence
  private let tracker: UnsafeMutablePointer<LookaheadTracker>
  /// The end of the last token in the code.
  private(set) var offset = 0
  /// The end of the last token with the spaces and comments after it.
  private var end = 0
  /// Whether the last token is the first of its line and can begin a statement.
  private(set) var canBeginStatement = false

  /// Whether the last token is the first of its line, and a name that cannot begin a declaration.
  private(set) var isPlainName = false

  /// Creates a scanner of `bytes`, which must not be empty and must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    tracker = .allocate(capacity: 1)
    tracker.initialize(to: LookaheadTracker())
    lexemes = Lexer.tokenize(bytes, lookaheadTracker: tracker, experimentalFeatures: [])
  }

  deinit { tracker.deallocate() }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    while let lexeme = lexemes.next(), lexeme.rawTokenKind != .endOfFile {
      offset = end + lexeme.textRange.upperBound
      end += lexeme.byteLength
      guard let token = Self.token(lexeme) else { continue }
      canBeginStatement = lexeme.flags.contains(.isAtStartOfLine) && Self.canBeginStatement(lexeme)
      isPlainName =
        canBeginStatement && lexeme.rawTokenKind == .identifier
        && !Self.modifiers.contains(String(syntaxText: lexeme.tokenText))
      return token
    }
    return nil
  }

  /// The token; nil for parts of a string.
  private static func token(_ lexeme: Lexer.Lexeme) -> Token? {
    switch lexeme.rawTokenKind {
    case .stringSegment, .backslash: nil
    case .leftBrace: .open(.curly)
    case .leftSquare: .open(.square)
    case .leftParen: .open(.round)
    case .poundIf: .open(.condition)
    case .rightBrace: .close(.curly)
    case .rightSquare: .close(.square)
    case .rightParen: .close(.round)
    case .poundEndif: .close(.condition)
    case .semicolon: .separator
    case .comma: .comma
    case .infixQuestionMark: .question
    case .keyword, .identifier: word(String(syntaxText: lexeme.tokenText))
    case .dollarIdentifier, .integerLiteral, .floatLiteral, .wildcard, .stringQuote, .multilineStringQuote,
      .singleQuote, .regexLiteralPattern:
      .operand
    default:
      lexeme.tokenText.first == UInt8(ascii: "<") ? .angle : .signs(max(1, lexeme.tokenText.count))
    }
  }

  private static func word(_ text: String) -> Token {
    if keywords.contains(text) { return .keyword }
    if types.contains(text) { return .type }
    return functions.contains(text) ? .function : .operand
  }

  private static let types: Set<String> = ["struct", "class", "enum", "extension", "protocol"]
  private static let functions: Set<String> = ["func", "init", "deinit", "subscript"]

  /// Words before a declaration that are names elsewhere.
  private static let modifiers: Set<String> = [
    "open", "final", "lazy", "override", "mutating", "nonmutating", "weak", "unowned", "required",
    "convenience",
    "dynamic", "optional", "indirect", "package", "actor", "async", "distributed", "nonisolated", "prefix",
    "postfix", "infix", "macro", "borrowing", "consuming", "isolated", "sending", "get", "set",
  ]

  private static func canBeginStatement(_ lexeme: Lexer.Lexeme) -> Bool {
    switch lexeme.rawTokenKind {
    case .keyword, .identifier:
      !["else", "where", "catch"].contains(String(syntaxText: lexeme.tokenText))
    case .dollarIdentifier, .integerLiteral, .floatLiteral, .wildcard, .stringQuote, .multilineStringQuote,
      .rawStringPoundDelimiter, .atSign, .rightBrace, .pound, .poundIf, .poundElse, .poundElseif, .poundEndif,
      .poundAvailable, .poundUnavailable, .poundSourceLocation:
      true
    default: false
    }
  }

  private static let keywords: Set<String> = [
    "any", "as", "await", "borrowing", "case", "catch", "consume", "consuming", "copy", "defer", "do", "each",
    "else", "for", "guard", "if", "in", "indirect", "inout", "is", "isolated", "let", "nonisolated", "not",
    "repeat", "return", "sending", "some", "switch", "throw", "throws", "try", "unsafe", "var", "where",
    "while", "yield", "discard", "then", "borrow",
  ]
}
