import Book
import GFM
import SwiftParser
import SwiftSyntax

/// A statement at the top level of a chapter, or a number of its prose: the pieces that a live program is made of.
struct LiveUnit {
  /// The block or the code span that contains it.
  var node: MarkdownNode.ID
  /// Nil for a number of the prose.
  var block: Block?
  /// In UTF-8 bytes of the block's code.
  var range: Range<Int>
  /// By what it hangs together with other units.
  var uses: BlockUses
  /// Variables that it declares, which another unit can change.
  var variables: Set<String> = []
  var isExecutable = false
  var isExpression = false
  /// Whether it imports a module.
  var isImport = false
  /// Whether it is there for a check alone: a claim, or a comparison of a formula with code.
  var isProof = false
  /// The constant that it declares, if it declares exactly one.
  var constant: Constant?

  /// A constant with the expression that gives it its value.
  struct Constant {
    var name: String
    var value: ExprSyntax
    var range: Range<Int>
  }

  /// The statements of a block.
  static func units(of block: Block) -> [LiveUnit] {
    guard SwiftBounds.excess(in: block.code) == nil else { return [] }
    return Parser.parse(source: block.code).statements.map { LiveUnit($0, of: block) }
  }

  private init(_ statement: CodeBlockItemSyntax, of block: Block) {
    node = block.id
    self.block = block
    range = statement.item.utf8Range
    uses = BlockUses(of: CodeBlockItemListSyntax([statement]))
    isExpression = BlockSyntax.Observed(statement.item) == .expression
    isProof = Self.isProof(statement.item)
    guard case .decl(let declaration) = statement.item else {
      isExecutable = true
      return
    }
    isImport = declaration.is(ImportDeclSyntax.self)
    guard let variable = declaration.as(VariableDeclSyntax.self) else { return }
    isExecutable = true
    if variable.bindingSpecifier.tokenKind == .keyword(.var) {
      variables = uses.declared
    } else if variable.bindings.count == 1, let binding = variable.bindings.first,
      let name = binding.pattern.as(IdentifierPatternSyntax.self), let value = binding.initializer?.value
    {
      constant = Constant(name: name.identifier.text, value: value, range: value.utf8Range)
    }
  }

  /// A number of the prose.
  init(_ value: InlineValue) {
    node = value.id
    range = 0..<0
    uses = BlockUses(of: Parser.parse(source: value.expression).statements)
  }

  private static func isProof(_ item: CodeBlockItemSyntax.Item) -> Bool {
    guard case .expr(var expression) = item else { return false }
    if let attempt = expression.as(TryExprSyntax.self) { expression = attempt.expression }
    let function = expression.as(FunctionCallExprSyntax.self)?.calledExpression
    return ["claim", "verify"].contains(function?.as(DeclReferenceExprSyntax.self)?.baseName.text)
  }
}

extension SyntaxProtocol {
  /// Its place in bytes, without the comments and spaces around it.
  fileprivate var utf8Range: Range<Int> {
    positionAfterSkippingLeadingTrivia.utf8Offset..<endPositionBeforeTrailingTrivia.utf8Offset
  }
}

extension [LiveUnit] {
  /// The units that `seeds` depend on, themselves included: those that declare a name which is mentioned, and those
  /// that come before and may change a variable which is mentioned. Imports come along always.
  func needed(by seeds: Set<Int>) -> Set<Int> {
    let variables = reduce(into: Set<String>()) { $0.formUnion($1.variables) }
    let last = seeds.max() ?? 0
    var needed = seeds
    var names = seeds.reduce(into: Set<String>()) { $0.formUnion(self[$1].uses.mentioned) }
    var grows = true
    while grows {
      grows = false
      for (index, unit) in enumerated() where !needed.contains(index) && unit.block != nil && !unit.isProof {
        let changes = index < last && !unit.uses.mentioned.isDisjoint(with: variables.intersection(names))
        let extends = unit.uses.actsUnnamed && (unit.isImport || !unit.uses.mentioned.isDisjoint(with: names))
        guard !unit.uses.declared.isDisjoint(with: names) || changes || extends else { continue }
        needed.insert(index)
        names.formUnion(unit.uses.mentioned)
        grows = true
      }
    }
    return needed
  }

  /// The units whose values follow from these names.
  func following(from names: Set<String>) -> Set<Int> {
    let variables = reduce(into: Set<String>()) { $0.formUnion($1.variables) }
    var names = names
    var following: Set<Int> = []
    var grows = true
    while grows {
      grows = false
      for (index, unit) in enumerated() where !following.contains(index) {
        guard !unit.uses.mentioned.isDisjoint(with: names) else { continue }
        following.insert(index)
        names.formUnion(unit.uses.declared)
        names.formUnion(unit.uses.mentioned.intersection(variables))
        grows = true
      }
    }
    return following
  }
}
