import GFM

/// One Markdown file of the book.
package struct Chapter: Sendable, Equatable {
  /// As the author would type it: `Chapters/03-worked-update.md`.
  package var path: String
  /// The file's name without number and ending: `worked-update`. The page is named after it.
  package var slug: String
  /// From the front matter, or else the first heading.
  package var title: String
  /// The heading that says the title once more, which the page need not show again.
  package var titleHeading: MarkdownNode.ID?
  /// One sentence for the contents; may be empty.
  package var summary: String
  /// Numbers of the prose that are chosen rather than found, each with what it is; from the front matter.
  package var constants: [String: String]
  /// The commands that formulas of the chapter may use: the book's and its own.
  package var macros: FormulaMacros
  /// The Markdown with `\n` line endings; the front matter's lines are blank, so that lines count as in the file.
  package var text: String
  /// The Markdown's tree.
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
