import SwiftSyntax

extension CodePiece.Kind {
  /// The kind of a statement at the top level.
  init(_ item: CodeBlockItemSyntax.Item) {
    switch item {
    case .expr(let expression): self = Self(expression)
    case .decl(let declaration): self = Self(declaration)
    case .stmt: self = .statement
    }
  }

  private init(_ expression: ExprSyntax) {
    let call = (expression.as(TryExprSyntax.self)?.expression ?? expression).as(FunctionCallExprSyntax.self)
    switch call.flatMap({ Self.function(of: ExprSyntax($0)) }) {
    case "claim"?: self = .claim(condition: Self.body(of: call))
    case "verify"?: self = .verification(code: Self.body(of: call))
    case "Chart"?, "Table"?: self = .drawing
    default: self = .statement
    }
  }

  private init(_ declaration: DeclSyntax) {
    if let variable = declaration.as(VariableDeclSyntax.self) {
      let isConstant = variable.bindingSpecifier.tokenKind == .keyword(.let)
      self = isConstant ? .constant(value: Self.literal(of: variable)) : .variable
    } else if let function = declaration.as(FunctionDeclSyntax.self),
      case .identifier = function.name.tokenKind
    {
      let type = function.signature.returnClause?.type.trimmedDescription
      self = type == "Bool" ? .predicate : .declaration
    } else if let name = declaration.asProtocol((any NamedDeclSyntax).self)?.name,
      case .identifier = name.tokenKind
    {
      self = .declaration
    } else {
      self = .unnamed
    }
  }

  /// The name of the function or type at the start of a chain of calls: `Chart` in `Chart { … }.frame(…)`.
  private static func function(of expression: ExprSyntax) -> String? {
    var expression = expression
    while true {
      if let call = expression.as(FunctionCallExprSyntax.self) {
        expression = call.calledExpression
      } else if let member = expression.as(MemberAccessExprSyntax.self), let base = member.base {
        expression = base
      } else {
        return expression.as(DeclReferenceExprSyntax.self)?.baseName.text
      }
    }
  }

  /// The code of the closure of a call without its indentation, or else its arguments.
  private static func body(of call: FunctionCallExprSyntax?) -> String {
    guard let call else { return "" }
    let closure =
      call.trailingClosure ?? call.arguments.last?.expression.as(ClosureExprSyntax.self)
    guard let closure else {
      return call.arguments.dropFirst().map(\.trimmedDescription).joined(separator: " ")
    }
    let lines = closure.statements.description.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.allSatisfy(\.isWhitespace) }
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    let indentation = lines.filter { !isBlank($0) }.map { $0.prefix(while: \.isWhitespace).count }.min() ?? 0
    let text = lines.map { $0.dropFirst(indentation) }.joined(separator: "\n")
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The text of a short value that contains no names.
  private static func literal(of variable: VariableDeclSyntax) -> String? {
    guard variable.bindings.count == 1, let value = variable.bindings.first?.initializer?.value else {
      return nil
    }
    let text = value.trimmedDescription
    let hasNames = value.tokens(viewMode: .sourceAccurate).contains {
      if case .identifier = $0.tokenKind { true } else { false }
    }
    return hasNames || text.count > 40 ? nil : text
  }
}

extension Trivia {
  /// The number of lines of comments directly before what follows, without a blank line between them. Comments that are
  /// checks belong to the statement above.
  var commentLineCount: Int {
    var lines = 0
    var breaks = 0
    for piece in self {
      switch piece {
      case .newlines(let count):
        breaks += count
        if breaks > 1 { lines = 0 }
      case .lineComment(let text) where CheckComment(text) != nil: (lines, breaks) = (0, 0)
      case .lineComment(let text), .docLineComment(let text), .blockComment(let text),
        .docBlockComment(let text):
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).count
        breaks = 0
      default: break
      }
    }
    return lines
  }
}
