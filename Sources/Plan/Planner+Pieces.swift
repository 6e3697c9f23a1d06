import Book

extension Planner {
  /// Adds the statements of a block to the pieces of the plan.
  mutating func addPieces(of block: Block, _ syntax: BlockSyntax) {
    let checked = Set(
      syntax.statements.indices.filter { index in
        let next = index + 1 < syntax.statements.count ? syntax.statements[index + 1].range.lowerBound : .max
        return syntax.comments.contains {
          $0.offset >= syntax.statements[index].range.upperBound && $0.offset < next
            && CheckComment($0.text) != nil
        }
      })
    for (index, statement) in syntax.statements.enumerated() {
      let isShown =
        index == syntax.statements.count - 1 && block.options.output && statement.observed == .expression
      let first = max(0, statement.lines.lowerBound - statement.commentLineCount)
      guard block.lines.indices.contains(first), block.lines.indices.contains(statement.lines.upperBound)
      else { continue }
      plan.pieces.append(
        CodePiece(
          node: block.id,
          lines: block.lines[first].position.line...block.lines[statement.lines.upperBound].position.line,
          kind: statement.kind, declared: statement.uses.declared.sorted(),
          mentioned: statement.uses.mentioned,
          isObserved: isShown || checked.contains(index)))
    }
  }
}
