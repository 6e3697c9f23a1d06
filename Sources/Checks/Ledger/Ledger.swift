import Book
import GFM

/// All numbers in the prose, the tables and the captions of a chapter, each with its origin.
package struct Ledger: Sendable {
  /// The numbers in the order of their lines.
  package private(set) var numerals: [Numeral] = []

  private let constants: Set<String>
  private let file: String

  /// Finds the numbers of `chapter`. Its own constants and the constants of the book count as declared.
  package init(of chapter: Chapter, bookConstants: [String: String] = [:]) {
    constants = Set(chapter.constants.keys).union(bookConstants.keys)
    file = chapter.path
    visit(chapter.tree, isCited: false)
    for block in chapter.blocks {
      let captions = [
        block.options.figureCaption, block.options.tableCaption, block.options.figureAlternative,
      ]
      for caption in captions.compactMap(\.self) {
        add(caption, line: block.position.line, isCited: caption.contains("]("))
      }
    }
    numerals.sort { $0.position.line < $1.position.line }
  }

  private mutating func visit(_ node: MarkdownNode, isCited: Bool) {
    var isCited = isCited
    switch node.kind {
    case .paragraph, .heading, .tableRow, .item:
      isCited = isCited || node.descendants.contains(where: \.isCitation)
    case .footnoteDefinition: isCited = true
    case .code(let code) where code.hasPrefix("{swift}"):
      let place = SourcePosition(file: file, line: node.startLine)
      numerals.append(Numeral(text: code, position: place, origin: .computed))
    default: break
    }
    // The Markdown tree splits a text at characters such as `_`, so adjacent pieces are joined before they are read.
    var run = ""
    var line = node.startLine
    for child in node.children {
      if case .text(let text) = child.kind {
        if run.isEmpty { line = child.startLine }
        run += text
        continue
      }
      if !run.isEmpty { add(run, line: line, isCited: isCited) }
      run = ""
      visit(child, isCited: isCited)
    }
    if !run.isEmpty { add(run, line: line, isCited: isCited) }
  }

  private mutating func add(_ text: String, line: Int, isCited: Bool) {
    guard text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return }
    let numeral = /[0-9]+(?:[,.\u{2009}\u{202F}][0-9]+)*(?:[eE][+\-−]?[0-9]+)?/
    for match in text.matches(of: numeral) {
      // The digits in names such as `RMSProp2` and `v1` are not numbers.
      let before = text[..<match.range.lowerBound].last
      if before?.isLetter == true || before == "_" { continue }
      let number = String(match.output)
      let isCount = Int(number).map { $0 <= 12 } ?? false
      let origin: Numeral.Origin =
        constants.contains(number) || isCount ? .declared : isCited ? .cited : .unaccounted
      numerals.append(
        Numeral(text: number, position: SourcePosition(file: file, line: line), origin: origin))
    }
  }
}

extension MarkdownNode {
  /// Whether the node names a source.
  fileprivate var isCitation: Bool {
    switch kind {
    case .footnoteReference, .link: true
    default: false
    }
  }
}
