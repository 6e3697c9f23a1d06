import SwiftSyntax

/// The dependencies of a block's results: its own code, and the names that connect it with other blocks.
package struct BlockUses: Sendable, Equatable, Codable {
  /// Its code as tokens, without comments and without claims, which change no value.
  package var code = ""
  /// Variables, functions and types that it declares at its top level.
  package var declared: Set<String> = []
  /// The declared variables through which another block could change a value: all except constants with literal values.
  package var changeable: Set<String> = []
  /// Every name in the block, including members and its own declarations.
  package var mentioned: Set<String> = []
  /// Whether it can affect blocks that mention none of its names, by an extension, an operator or an import.
  package var actsUnnamed = false

  /// A block that depends on nothing.
  package init() {}

  init(of statements: some Sequence<CodeBlockItemSyntax>, includingClaims: Bool = false) {
    for item in statements where includingClaims || !Self.isClaim(item.item) {
      let tokens = Array(item.tokens(viewMode: .sourceAccurate))
      code += tokens.map { $0.text + " " }.joined()
      for case .identifier(let name) in tokens.map(\.tokenKind) { mentioned.insert(Self.plain(name)) }
      if case .decl(let declaration) = item.item { add(declaration, NameUses(of: item.item).declared) }
    }
  }

  private mutating func add(_ declaration: DeclSyntax, _ variables: Set<String>) {
    if let variable = declaration.as(VariableDeclSyntax.self) {
      declared.formUnion(variables.map(Self.plain))
      let isConstant =
        variable.bindingSpecifier.tokenKind == .keyword(.let)
        && !variable.bindings.contains { $0.initializer.map(Self.namesAnything) ?? true }
      if !isConstant { changeable.formUnion(variables.map(Self.plain)) }
    } else if let name = declaration.asProtocol((any NamedDeclSyntax).self)?.name,
      case .identifier = name.tokenKind
    {
      declared.insert(Self.plain(name.text))
    } else {
      actsUnnamed = true
    }
  }

  /// Whether a value contains a name. A named value may be an object, or contain one.
  private static func namesAnything(_ value: InitializerClauseSyntax) -> Bool {
    value.tokens(viewMode: .sourceAccurate).contains {
      if case .identifier = $0.tokenKind { true } else { false }
    }
  }

  private static func plain(_ name: String) -> String { name.filter { $0 != "`" } }

  private static func isClaim(_ item: CodeBlockItemSyntax.Item) -> Bool {
    guard case .expr(var expression) = item else { return false }
    if let attempt = expression.as(TryExprSyntax.self) { expression = attempt.expression }
    let function = expression.as(FunctionCallExprSyntax.self)?.calledExpression
    return function?.as(DeclReferenceExprSyntax.self)?.baseName.text == "claim"
  }
}
