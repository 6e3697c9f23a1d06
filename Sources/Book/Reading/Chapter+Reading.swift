import GFM

extension Chapter {
  /// Reads a chapter from its text, in which lines must end in `\n`.
  init(
    text source: String, path: String, slug: String, macros: FormulaMacros = FormulaMacros(),
    _ diagnostics: inout [Diagnostic]
  ) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let problemsBefore = diagnostics.count
    let frontMatter = FrontMatter(lines: lines, file: path, &diagnostics)
    // Blank lines replace the front matter, so that line numbers are the same as in the file.
    var body = Array(repeating: "", count: frontMatter.lineCount) + lines.dropFirst(frontMatter.lineCount)
    for index in body.indices where Self.beginsWideTable(body[index]) {
      let position = SourcePosition(file: path, line: index + 1)
      diagnostics.append(BookProblem.tableTooWide.diagnostic(at: position))
      body[index] = ""
    }
    text = body.joined(separator: "\n")
    let document = MarkdownDocument(text)
    tree = document.tree
    self.path = path
    self.slug = slug

    let start = SourcePosition(file: path, line: 1)
    let heading = tree.children.first { $0.kind == .heading(level: 1) }
    let written = heading.map { Self.source(of: $0, in: lines) }
    title = frontMatter.title ?? written ?? ""
    // A heading that differs from the title belongs to a section.
    titleHeading = written == title || heading?.plainText == title ? heading?.id : nil
    summary = frontMatter.summary ?? ""
    constants = frontMatter.constants
    formulaStandard = frontMatter.formulas
    self.macros = macros.merging(frontMatter.macros)
    if title.isEmpty, diagnostics.count == problemsBefore {
      diagnostics.append(BookProblem.titleMissing.diagnostic(at: start))
    }

    let reader = BlockReader(file: path, lines: lines)
    blocks = []
    inlineValues = []
    for node in tree.descendants {
      switch node.kind {
      case .codeBlock, .displayMath:
        if let block = reader.block(node, &diagnostics) { blocks.append(block) }
      case .code(let code) where code.hasPrefix(InlineValue.marker):
        inlineValues.append(InlineValue(node, code: code, file: path, &diagnostics))
      case .other:
        let position = SourcePosition(file: path, line: max(1, node.startLine))
        diagnostics.append(BookProblem.nestingTooDeep.diagnostic(at: position))
      default: break
      }
    }
    expandFormulas(&diagnostics)
    // In `text`, blank lines replace the front matter.
    diagnostics += ProseReader(
      file: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    .problems(in: tree)
    for remark in document.mathRemarks {
      let problem: BookProblem =
        switch remark.kind {
        case .latexDelimiter(let delimiter): .latexDelimiter(delimiter)
        case .unpairedSign: .displaySignUnpaired
        case .letterBehind(let latex): .letterBehindFormula(latex: latex)
        }
      diagnostics.append(problem.diagnostic(at: SourcePosition(file: path, line: remark.line)))
    }
    if blocks.isEmpty, diagnostics.count == problemsBefore {
      diagnostics.append(BookProblem.chapterHasNoBlocks.diagnostic(at: start))
    }
  }

  /// The most columns of a table. The time of the parser grows with the square of their number.
  static let mostColumns = 1000

  /// Whether a line is the second line of a table that has too many columns.
  private static func beginsWideTable(_ line: Substring) -> Bool {
    line.utf8.count > mostColumns && line.utf8.count { $0 == UInt8(ascii: "|") } > mostColumns + 1
      && line.utf8.allSatisfy { "|-: \t>".utf8.contains($0) }
  }

  /// The text of a heading as written, with its formulas and code.
  private static func source(of heading: MarkdownNode, in lines: [Substring]) -> String {
    guard heading.startLine == heading.endLine, lines.indices.contains(heading.startLine - 1),
      let match = lines[heading.startLine - 1].wholeMatch(of: #/ {0,3}\#\s+(.*?)(\s+\#+)?\s*/#)
    else { return heading.plainText }
    return String(match.1)
  }

  /// Collects the macros that formulas of the chapter define, and then expands them in all `math` blocks.
  private mutating func expandFormulas(_ diagnostics: inout [Diagnostic]) {
    for node in tree.descendants {
      switch node.kind {
      case .math(let latex): _ = macros.takeDefinitions(from: latex)
      case .displayMath(let formula): _ = macros.takeDefinitions(from: formula.latex)
      case .codeBlock(let info, let latex, _) where info == FenceRole.math.name:
        _ = macros.takeDefinitions(from: latex)
      default: break
      }
    }
    for index in blocks.indices where blocks[index].role == .math {
      let written = blocks[index].code
      guard let expanded = expanded(written) else {
        diagnostics.append(BookProblem.macroEndless.diagnostic(at: blocks[index].position))
        continue
      }
      if expanded != written { blocks[index].expandedFormula = expanded }
    }
  }

  /// A formula of the chapter as it is typeset: without definitions and with every macro expanded. Nil when the
  /// expansion does not end.
  package func expanded(_ latex: String) -> String? {
    var macros = macros
    return macros.expand(macros.takeDefinitions(from: latex))
  }
}
