import SwiftDiagnostics
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// The Swift of one block, parsed by itself: its statements, its comments and its errors.
struct BlockSyntax {
  var statements: [Statement]
  /// Comments, in order.
  var comments: [Comment]
  var errors: [SyntaxError]
  /// The code without comments and layout.
  var tokens: String
  var uses: BlockUses

  /// A statement at the top level of the block. Offsets are UTF-8 bytes of the block's code.
  struct Statement {
    var range: Range<Int>
    /// The lines of the block that it begins and ends on, from zero.
    var lines: ClosedRange<Int>
    var observed: Observed
    /// Whether it is executed when it is reached. Functions and types are not.
    var isExecutable: Bool
    var names: NameUses
    var kind: CodePiece.Kind
    /// The names that connect it with other statements.
    var uses: BlockUses
    /// The number of lines of comments directly above it.
    var commentLineCount: Int
  }

  /// The part of a statement whose value can be observed.
  enum Observed: Equatable {
    /// The statement is an expression.
    case expression
    /// The statement sets this name or left side of an assignment.
    case target(String)
    case nothing
  }

  struct Comment {
    var text: String
    var offset: Int
    var line: Int
    /// Whether there is code before it on its line.
    var isTrailing: Bool
  }

  struct SyntaxError {
    var message: String
    var offset: Int

    init(_ excess: SwiftBounds.Excess) {
      switch excess {
      case .size: (message, offset) = ("the code is longer than \(SwiftBounds.largestSize >> 10) KiB", 0)
      case .nesting(let place):
        (message, offset) = ("brackets are nested more than \(SwiftBounds.deepest) deep", place)
      case .squareNesting(let place):
        (message, offset) = (
          "square brackets are nested more than \(SwiftBounds.deepestSquares) deep", place
        )
      case .stray(let place):
        (message, offset) = ("a type must hold declarations; this line begins none", place)
      case .length(let place): (message, offset) = ("the statement is too long to be read", place)
      }
    }

    init(crowded token: TokenSyntax) {
      message = "there is an invisible or unknown character beside this '='; remove it"
      offset = token.positionAfterSkippingLeadingTrivia.utf8Offset
    }

    /// Reports a missing closing bracket at its opening bracket, not at the end of the code.
    init(_ diagnostic: SwiftDiagnostics.Diagnostic) {
      message = diagnostic.message
      offset = diagnostic.position.utf8Offset
      if let opening = diagnostic.notes.first(where: { $0.message.contains("to match this opening") }) {
        message = "this is never closed: " + diagnostic.message
        offset = opening.position.utf8Offset
      }
    }
  }

  init(code: String) {
    if let excess = SwiftBounds.excess(in: code) {
      (statements, comments, errors, tokens) = ([], [], [SyntaxError(excess)], "")
      uses = BlockUses()
      return
    }
    let tree = Parser.parse(source: code)
    let converter = SourceLocationConverter(fileName: "", tree: tree)
    let line = { (position: AbsolutePosition) in converter.location(for: position).line - 1 }

    statements = tree.statements.map { item in
      let start = item.item.positionAfterSkippingLeadingTrivia
      let end = item.item.endPositionBeforeTrailingTrivia
      return Statement(
        range: start.utf8Offset..<end.utf8Offset, lines: line(start)...line(end),
        observed: Observed(item.item), isExecutable: Self.isExecutable(item.item),
        names: NameUses(of: item.item), kind: CodePiece.Kind(item.item),
        uses: BlockUses(of: [item], includingClaims: true),
        commentLineCount: item.leadingTrivia.commentLineCount)
    }
    uses = BlockUses(of: tree.statements)
    tokens = tree.tokens(viewMode: .sourceAccurate).map(\.text).joined(separator: " ")
    comments = tree.tokens(viewMode: .sourceAccurate).flatMap { token in
      Self.comments(in: token.leadingTrivia, at: token.position, converter)
        + Self.comments(in: token.trailingTrivia, at: token.endPositionBeforeTrailingTrivia, converter)
    }
    let bytes = Array(code.utf8)
    for index in comments.indices {
      let before = bytes[..<comments[index].offset].reversed().prefix { $0 != 10 && $0 != 13 }
      comments[index].isTrailing = before.contains { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    }
    errors = tree.tokens(viewMode: .sourceAccurate).filter(\.isCrowdedEqualSign).map {
      SyntaxError(crowded: $0)
    }
    if errors.isEmpty {
      errors = ParseDiagnosticsGenerator.diagnostics(for: tree)
        .filter { $0.diagMessage.severity == .error }
        .map { SyntaxError($0) }
    }
  }

  private static func isExecutable(_ item: CodeBlockItemSyntax.Item) -> Bool {
    guard case .decl(let declaration) = item else { return true }
    return declaration.is(VariableDeclSyntax.self)
  }

  private static func comments(
    in trivia: Trivia, at start: AbsolutePosition, _ converter: SourceLocationConverter
  ) -> [Comment] {
    var position = start
    var found: [Comment] = []
    for piece in trivia {
      switch piece {
      case .lineComment(let text), .blockComment(let text):
        let line = converter.location(for: position).line - 1
        found.append(Comment(text: text, offset: position.utf8Offset, line: line, isTrailing: false))
      default: break
      }
      position += piece.sourceLength
    }
    return found
  }
}

extension BlockSyntax.Observed {
  init(_ item: CodeBlockItemSyntax.Item) {
    switch item {
    case .expr(let expression): self = Self(expression)
    case .decl(let declaration):
      guard let variable = declaration.as(VariableDeclSyntax.self), variable.bindings.count == 1,
        let pattern = variable.bindings.first?.pattern, !pattern.is(ExpressionPatternSyntax.self),
        pattern.trimmedDescription != "_"
      else {
        self = .nothing
        return
      }
      self = .target(pattern.trimmedDescription)
    case .stmt: self = .nothing
    }
  }

  private init(_ expression: ExprSyntax) {
    if let attempt = expression.as(TryExprSyntax.self) {
      self = Self(attempt.expression)
      return
    }
    guard let sequence = expression.as(SequenceExprSyntax.self) else {
      let isStatement = expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self)
      self = isStatement ? .nothing : .expression
      return
    }
    let elements = Array(sequence.elements)
    guard let index = elements.firstIndex(where: Self.isAssignment), index > 0 else {
      self = .expression
      return
    }
    let left = elements[..<index].map(\.trimmedDescription).joined(separator: " ")
    self = left == "_" ? .nothing : .target(left)
  }

  /// Whether an operator assigns, such as `=`, `+=` or `.*=`. Comparisons such as `==`, `<=`, `>=` and `!=` do not.
  private static func isAssignment(_ element: ExprSyntax) -> Bool {
    if element.is(AssignmentExprSyntax.self) { return true }
    guard let name = element.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    return name.hasSuffix("=") && !["==", "<=", ">=", "!=", "===", "!==", "~="].contains(name)
  }
}

extension TokenSyntax {
  /// Whether a character that is no space, such as a space of zero width, stands between this `=` and the space beside
  /// it. SwiftSyntax finds no space to insert and traps when it describes this error.
  fileprivate var isCrowdedEqualSign: Bool {
    guard tokenDiagnostic?.kind == .equalMustHaveConsistentWhitespaceOnBothSides else { return false }
    let before = previousToken(viewMode: .all)?.trailingTrivia.contains(where: \.isSpaceOrTab) ?? false
    return before && trailingTrivia.contains(where: \.isSpaceOrTab)
  }
}
