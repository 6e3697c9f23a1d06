import GFM

/// Turns the code blocks of a chapter's tree into blocks with a role and options.
struct BlockReader {
  let file: String
  /// The lines of the file, for the columns that cmark-gfm does not give.
  let lines: [Substring]

  /// The block that `node` is, or nil after telling what is wrong with it.
  func block(_ node: MarkdownNode, _ diagnostics: inout [Diagnostic]) -> Block? {
    guard case .codeBlock(let info, let literal, let fenceLength) = node.kind else { return nil }
    let position = SourcePosition(file: file, line: node.startLine, utf8Column: node.startColumn)
    func report(_ problem: BookProblem) {
      diagnostics.append(problem.diagnostic(at: position))
    }

    guard fenceLength > 0 else {
      report(.codeIndented)
      return nil
    }
    if !isClosed(node, fenceLength: fenceLength) {
      report(.fenceUnclosed(fence: String(repeating: fenceCharacter(node), count: fenceLength)))
      return nil
    }
    let words = info.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard let name = words.first else {
      report(.fenceBare)
      return nil
    }
    guard let role = FenceRole(name: name) else {
      report(.roleUnknown(name, nearest: nearestName(to: name, among: FenceRole.names)))
      return nil
    }
    if words.count > 1 {
      report(.infoTooLong(role: name, rest: words[1]))
      return nil
    }

    var codeLines = codeLines(literal, below: node)
    var options = BlockOptions()
    if let prefix = role.optionPrefix {
      let optionLines = codeLines.prefix { $0.text.trimmingSpaces.hasPrefix(prefix) }
      codeLines.removeFirst(optionLines.count)
      options = BlockOptions(lines: Array(optionLines), prefix: prefix, role: role, &diagnostics)
    }
    let block = Block(id: node.id, role: role, options: options, lines: codeLines, position: position)
    reportShowWithoutHide(in: block, &diagnostics)
    return block
  }

  private func codeLines(_ literal: String, below node: MarkdownNode) -> [CodeLine] {
    var texts = literal.split(separator: "\n", omittingEmptySubsequences: false)
    if texts.last == "" { texts.removeLast() }
    return texts.enumerated().map { index, text in
      let line = node.startLine + 1 + index
      // A list or a quote has cut something off the left of the line.
      let written = lines.indices.contains(line - 1) ? lines[line - 1] : text
      let column = written.hasSuffix(text) ? written.utf8.count - text.utf8.count + 1 : 1
      return CodeLine(
        text: String(text), position: SourcePosition(file: file, line: line, utf8Column: column))
    }
  }

  private func fenceCharacter(_ node: MarkdownNode) -> Character {
    let opening = lines.indices.contains(node.startLine - 1) ? lines[node.startLine - 1] : ""
    return opening.first { $0 == "`" || $0 == "~" } ?? "`"
  }

  /// cmark-gfm closes an open fence at the end of the document or of the list or quote without a word.
  private func isClosed(_ node: MarkdownNode, fenceLength: Int) -> Bool {
    guard node.endLine > node.startLine, lines.indices.contains(node.endLine - 1) else { return false }
    let fence = fenceCharacter(node)
    let last = lines[node.endLine - 1].trimmingSpaces
    let run = last.reversed().prefix { $0 == fence }
    let before = last.dropLast(run.count)
    return run.count >= fenceLength && before.allSatisfy { $0 == ">" || $0.isWhitespace }
  }

  private func reportShowWithoutHide(in block: Block, _ diagnostics: inout [Diagnostic]) {
    var isHidden = false
    for line in block.lines {
      let text = line.text.trimmingSpaces
      if text == "// snippet.hide" { isHidden = true }
      if text == "// snippet.show" {
        if !isHidden { diagnostics.append(BookProblem.showWithoutHide.diagnostic(at: line.position)) }
        isHidden = false
      }
    }
  }
}
