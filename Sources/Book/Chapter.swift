import GFM

/// One Markdown file of the book.
package struct Chapter: Sendable, Equatable {
  /// The path as the author would type it: `Chapters/03-worked-update.md`.
  package var path: String
  /// The file's name without number and ending: `worked-update`. The page is named after it.
  package var slug: String
  /// The title from the front matter, or else from the first heading.
  package var title: String
  /// The heading that repeats the title, so the page does not show it.
  package var titleHeading: MarkdownNode.ID?
  /// One sentence for the table of contents; may be empty.
  package var summary: String
  /// Numbers in the prose that the author chose, each with its meaning; from the front matter.
  package var constants: [String: String]
  /// The LaTeX commands that formulas of the chapter may use: the book's and the chapter's own.
  package var macros: FormulaMacros
  /// How its displayed formulas are judged; from the front matter.
  package var formulaStandard: FormulaStandard
  /// The Markdown with `\n` line endings. Blank lines replace the front matter, so that line numbers are those of the
  /// file.
  package var text: String
  /// The parsed Markdown.
  package var tree: MarkdownNode
  /// Every fenced block, in order.
  package var blocks: [Block]
  /// Every number in the prose that is computed, in order.
  package var inlineValues: [InlineValue]
}

extension Chapter {
  /// Where a node of the tree begins.
  package func position(of node: MarkdownNode) -> SourcePosition {
    SourcePosition(file: path, line: max(1, node.startLine), utf8Column: max(1, node.startColumn))
  }

  /// The block that a line of the file belongs to; nil for prose.
  package func block(atLine line: Int) -> Block? {
    blocks.first { block in
      (block.position.line...(block.lines.last?.position ?? block.position).line).contains(line)
    }
  }
}
