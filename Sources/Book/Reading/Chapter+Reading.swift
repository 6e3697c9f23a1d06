import GFM

extension Chapter {
  /// Reads a chapter out of its text, which has `\n` line endings.
  init(text source: String, path: String, slug: String, _ diagnostics: inout [Diagnostic]) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let problemsBefore = diagnostics.count
    let frontMatter = FrontMatter(lines: lines, file: path, &diagnostics)
    // Blank lines in its place keep the line numbers of all that follows.
    let body = Array(repeating: "", count: frontMatter.lineCount) + lines.dropFirst(frontMatter.lineCount)
    text = body.joined(separator: "\n")
    tree = MarkdownDocument(text).tree
    self.path = path
    self.slug = slug

    let start = SourcePosition(file: path, line: 1)
    let headings = tree.children.filter { $0.kind == .heading(level: 1) }
    title = frontMatter.title ?? headings.first?.plainText ?? ""
    summary = frontMatter.summary ?? ""
    constants = frontMatter.constants
    if title.isEmpty, diagnostics.count == problemsBefore {
      diagnostics.append(BookProblem.titleMissing.diagnostic(at: start))
    }

    let reader = BlockReader(file: path, lines: lines)
    blocks = []
    inlineValues = []
    for node in tree.descendants {
      switch node.kind {
      case .codeBlock:
        if let block = reader.block(node, &diagnostics) { blocks.append(block) }
      case .code(let code) where code.hasPrefix(InlineValue.marker):
        inlineValues.append(InlineValue(node, code: code, file: path, &diagnostics))
      case .other:
        let position = SourcePosition(file: path, line: max(1, node.startLine))
        diagnostics.append(BookProblem.nestingTooDeep.diagnostic(at: position))
      default: break
      }
    }
    if blocks.isEmpty, diagnostics.count == problemsBefore {
      diagnostics.append(BookProblem.chapterHasNoBlocks.diagnostic(at: start))
    }
  }
}
