import GFM

/// Turns the code blocks of a chapter's tree into blocks with a role and options.
struct BlockReader {
  let file: String
  /// The lines of the file, for the columns that cmark-gfm does not give.
  let lines: [Substring]

  /// The block of `node`; nil when the node is not a block or has an error, which is reported.
  func block(_ node: MarkdownNode, _ diagnostics: inout [Diagnostic]) -> Block? {
    if case .displayMath(let formula) = node.kind { return block(formula, node, &diagnostics) }
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

    let codeLines = codeLines(literal, from: node.startLine + 1)
    let block = block(node, role, codeLines, at: position, &diagnostics)
    reportShowWithoutHide(in: block, &diagnostics)
    return block
  }

  /// The `math` block between two `$$`.
  private func block(
    _ formula: DisplayedFormula, _ node: MarkdownNode, _ diagnostics: inout [Diagnostic]
  ) -> Block? {
    let position = SourcePosition(file: file, line: node.startLine, utf8Column: max(1, node.startColumn))
    guard formula.isClosed else {
      diagnostics.append(BookProblem.fenceUnclosed(fence: "$$").diagnostic(at: position))
      return nil
    }
    guard formula.textBehind.isEmpty else {
      diagnostics.append(BookProblem.textBehindFormula(formula.textBehind).diagnostic(at: position))
      return nil
    }
    let codeLines = codeLines(formula.latex, from: node.startLine).drop { $0.text.trimmingSpaces.isEmpty }
    var block = block(node, .math, Array(codeLines), at: position, &diagnostics)
    if let label = formula.label {
      if block.options.label != nil {
        diagnostics.append(BookProblem.optionRepeated("label").diagnostic(at: position))
      } else if !block.options.setLabel(label) {
        diagnostics.append(BookProblem.labelInvalid(label).diagnostic(at: position))
      }
    }
    return block
  }

  /// A block whose first lines may be option lines.
  private func block(
    _ node: MarkdownNode, _ role: FenceRole, _ lines: [CodeLine], at position: SourcePosition,
    _ diagnostics: inout [Diagnostic]
  ) -> Block {
    guard let prefix = role.optionPrefix else {
      return Block(id: node.id, role: role, options: BlockOptions(), lines: lines, position: position)
    }
    let optionLines = lines.prefix { $0.text.trimmingSpaces.hasPrefix(prefix) }
    let options = BlockOptions(lines: Array(optionLines), prefix: prefix, role: role, &diagnostics)
    return Block(
      id: node.id, role: role, options: options, lines: Array(lines.dropFirst(optionLines.count)),
      position: position)
  }

  private func codeLines(_ literal: String, from firstLine: Int) -> [CodeLine] {
    var texts = literal.split(separator: "\n", omittingEmptySubsequences: false)
    if texts.last == "" { texts.removeLast() }
    return texts.enumerated().map { index, text in
      let line = firstLine + index
      // cmark-gfm removes the indentation of a list and the marks of a quote from the line.
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

  /// Whether the block has a closing fence. cmark-gfm silently closes a fence at the end of its list, quote or
  /// document.
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
