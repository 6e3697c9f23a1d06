import Book
import Plan
import SwiftParser
import SwiftSyntax

/// Removes code that is never reached, such as the starter's return value below the author's solution.
enum ReachableCode {
  /// The lines without those of statements that follow a `return` or a `throw` in the same braces.
  static func lines(_ lines: [CodeLine]) -> [CodeLine] {
    let code = lines.map(\.text).joined(separator: "\n")
    if SwiftBounds.excess(in: code) != nil { return lines }
    let tree = Parser.parse(source: code)
    let finder = UnreachableFinder(SourceLocationConverter(fileName: "", tree: tree))
    finder.walk(tree)
    return lines.indices.filter { !finder.lines.contains($0) }.map { lines[$0] }
  }
}

/// Finds the lines of statements that are never reached.
private final class UnreachableFinder: SyntaxVisitor {
  private let converter: SourceLocationConverter
  /// The lines, from zero.
  private(set) var lines: Set<Int> = []

  init(_ converter: SourceLocationConverter) {
    self.converter = converter
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
    guard let end = node.first(where: Self.leaves), let last = node.last, last.id != end.id else {
      return .visitChildren
    }
    let first = line(end.endPositionBeforeTrailingTrivia) + 1
    let final = line(last.endPositionBeforeTrailingTrivia)
    if first <= final { lines.formUnion(first...final) }
    return .visitChildren
  }

  /// Whether the code after the statement is never reached.
  private static func leaves(_ item: CodeBlockItemSyntax) -> Bool {
    if item.item.is(ReturnStmtSyntax.self) || item.item.is(ThrowStmtSyntax.self) { return true }
    let expression = item.item.as(ExpressionStmtSyntax.self)?.expression ?? item.item.as(ExprSyntax.self)
    guard let expression else { return false }
    return expression.as(IfExprSyntax.self).map(leaves) ?? expression.as(SwitchExprSyntax.self).map(leaves)
      ?? false
  }

  private static func leaves(_ conditional: IfExprSyntax) -> Bool {
    guard conditional.body.statements.contains(where: leaves) else { return false }
    switch conditional.elseBody {
    case .codeBlock(let block): return block.statements.contains(where: leaves)
    case .ifExpr(let next): return leaves(next)
    case nil: return false
    }
  }

  private static func leaves(_ choice: SwitchExprSyntax) -> Bool {
    choice.cases.allSatisfy { element in
      element.as(SwitchCaseSyntax.self)?.statements.contains(where: leaves) ?? false
    }
  }

  private func line(_ position: AbsolutePosition) -> Int { converter.location(for: position).line - 1 }
}
