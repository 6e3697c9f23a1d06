import CCmarkGFM

/// The inline extension that keeps `$…$`, `` $`…`$ `` and `$$…$$` out of the hands of Markdown.
///
/// A `$` opens a formula before a character that is no space, and the next `$` outside of braces has to close it:
/// behind a character that is no space, and before none that is a letter or a digit of ASCII. So "$5 and $6", "$PATH:$HOME"
/// and "($5)" stay text. Code spans, autolinks and the end of a link's text are not crossed. `\$` does not close.
/// Between the two nothing is Markdown: `_`, `*` and `\\` reach the typesetter as they were written.
enum InlineMath {
  /// A formula in a line is not longer than this, so that a text full of `$` is read in linear time.
  static let greatestLength = 2_000

  /// The extension, made once and kept: a parser only borrows it.
  nonisolated(unsafe) static let syntaxExtension: OpaquePointer? = {
    let syntax = cmark_syntax_extension_new("galley-inline-math")
    let specialCharacters = cmark_llist_append(
      cmark_get_default_mem_allocator(), nil, UnsafeMutableRawPointer(bitPattern: UInt(dollar)))
    cmark_syntax_extension_set_special_inline_chars(syntax, specialCharacters)
    cmark_syntax_extension_set_match_inline_func(syntax) { _, _, parent, character, parser in
      guard character == dollar, let parser else { return nil }
      return InlineMath.match(in: parser, below: parent)
    }
    return syntax
  }()

  /// What was noticed since a document was begun. The lock of cmark-gfm guards it.
  nonisolated(unsafe) static var remarks: [MathRemark] = []

  /// The node for the dollar signs at the parser's offset; nil when a single one is only a dollar sign.
  private static func match(in parser: OpaquePointer, below parent: OpaquePointer?) -> OpaquePointer? {
    var scanner = MathScanner(parser)
    let start = scanner.offset
    let run = scanner.runLength(of: dollar)
    let found: (form: MathNode.Form, latex: [UInt8])?
    switch run {
    case 1:
      let isCodeLike = scanner.byte(at: start + 1) == backtick
      let latex = isCodeLike ? scanner.codeLikeFormula() : scanner.formula()
      found = latex.map { (.inline, $0) }
    case 2: found = scanner.displayedFormula().map { (.displayed, $0) }
    default: found = nil
    }
    let line = MathLines.line(at: start, of: parser, below: parent)
    guard let found else {
      if run == 2 { remarks.append(MathRemark(line: line, kind: .unpairedSign)) }
      if let latex = scanner.formulaBeforeLetter {
        remarks.append(MathRemark(line: line, kind: .letterBehind(latex: latex)))
      }
      // More than one sign is text as a whole, so that the second one does not open a formula.
      guard run > 1 else { return nil }
      cmark_inline_parser_set_offset(parser, start + Int32(run))
      let text = cmark_node_new(CMARK_NODE_TEXT)
      cmark_node_set_literal(text, String(repeating: "$", count: run))
      return text
    }
    cmark_inline_parser_set_offset(parser, scanner.offset)
    let latex = String(decoding: found.latex, as: UTF8.self)
    let node = cmark_node_new(CMARK_NODE_HTML_INLINE)
    // The source stands on the page where nobody substitutes the formula.
    let sign = found.form == .displayed ? "$$" : "$"
    cmark_node_set_literal(node, sign + escapeHTML(latex) + sign)
    MathNode(found.form, latex: latex, line: line).attach(to: node)
    return node
  }
}

/// The lines of formulas in paragraphs. cmark-gfm does not count the line breaks that an extension takes.
private enum MathLines {
  /// How far the lines of a paragraph have been counted. The lock of cmark-gfm guards it.
  nonisolated(unsafe) private static var counted = (parser: OpaquePointer?.none, offset: Int32(0), breaks: 0)

  static func line(at offset: Int32, of parser: OpaquePointer, below parent: OpaquePointer?) -> Int {
    if counted.parser != parser || counted.offset > offset { counted = (parser, 0, 0) }
    while counted.offset < offset {
      if cmark_inline_parser_peek_at(parser, counted.offset) == UInt8(ascii: "\n") { counted.breaks += 1 }
      counted.offset += 1
    }
    var block = parent
    while let node = block, cmark_node_get_start_line(node) == 0 { block = cmark_node_parent(node) }
    return max(1, Int(cmark_node_get_start_line(block))) + counted.breaks
  }
}

let dollar = UInt8(ascii: "$")
let backtick = UInt8(ascii: "`")
let backslash = UInt8(ascii: "\\")
