import SwiftSyntax

/// The names that a piece of Swift declares and reads at the top level.
struct NameUses {
  /// Variables that it declares.
  var declared: Set<String> = []
  /// Names that it reads, with the UTF-8 offsets of their first use. Members and names that it binds itself are left
  /// out.
  var read: [String: Int] = [:]

  init(of item: CodeBlockItemSyntax.Item) {
    if case .decl(let declaration) = item {
      guard let variable = declaration.as(VariableDeclSyntax.self) else { return }
      let collector = NameCollector(viewMode: .sourceAccurate)
      for binding in variable.bindings { collector.walk(binding.pattern) }
      declared = collector.bound
    }
    let collector = NameCollector(viewMode: .sourceAccurate)
    collector.walk(item)
    read = collector.read.filter { !collector.bound.contains($0.key) || declared.contains($0.key) }
    for name in declared where read[name] != nil { read[name] = nil }
  }
}

/// Collects the names in a statement.
private final class NameCollector: SyntaxVisitor {
  var bound: Set<String> = []
  var read: [String: Int] = [:]

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    bound.insert(node.identifier.text)
    return .visitChildren
  }

  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
    bound.insert(node.name.text)
    return .visitChildren
  }

  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    bound.insert((node.secondName ?? node.firstName).text)
    return .visitChildren
  }

  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    bound.insert((node.secondName ?? node.firstName).text)
    return .visitChildren
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    let isMember =
      node.parent?.as(MemberAccessExprSyntax.self)?.declName.id == node.id
      || node.parent?.is(KeyPathPropertyComponentSyntax.self) == true
    if !isMember, read[node.baseName.text] == nil {
      read[node.baseName.text] = node.positionAfterSkippingLeadingTrivia.utf8Offset
    }
    return .visitChildren
  }
}
