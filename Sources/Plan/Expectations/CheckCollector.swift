import Book

/// Finds the checks among a block's comments and the statement that each belongs to.
enum CheckCollector {
  /// The checks of each statement, by the statement's index.
  static func checks(
    in block: Block, _ syntax: BlockSyntax, _ diagnostics: inout [Diagnostic]
  ) -> [Int: [Check]] {
    var checks: [Int: [Check]] = [:]
    // The last line that belongs to each statement, including its check comments.
    var lastLines = syntax.statements.map(\.lines.upperBound)
    for comment in syntax.comments {
      guard let parsed = CheckComment(comment.text) else { continue }
      let position = block.position(ofOffset: comment.offset)
      func report(_ problem: PlanProblem) {
        diagnostics.append(problem.diagnostic(at: position))
      }
      guard case .check(let kind) = parsed else {
        if case .malformed(let problem) = parsed { report(problem) }
        continue
      }
      guard let owner = syntax.statements.lastIndex(where: { $0.range.lowerBound <= comment.offset }) else {
        report(.checkWithoutStatement)
        continue
      }
      if comment.offset < syntax.statements[owner].range.upperBound {
        report(.checkInsideStatement)
        continue
      }
      // A check must be on the last line of its statement or directly below.
      let isNear =
        comment.line == lastLines[owner] || (!comment.isTrailing && comment.line == lastLines[owner] + 1)
      guard isNear else {
        report(.checkWithoutStatement)
        continue
      }
      lastLines[owner] = comment.line
      var own = checks[owner] ?? []
      let written = Check.Comment(position: position, text: comment.text)
      if case .prints(let line) = kind, let previous = own.last, case .prints(let lines) = previous.kind {
        own[own.count - 1].kind = .prints(lines + line)
        own[own.count - 1].comments.append(written)
      } else {
        own.append(Check(position: position, kind: kind, comments: [written]))
      }
      checks[owner] = own
    }
    return checks
  }
}
