import CCmarkGFM

/// The inline extension that protects `$…$`, `` $`…`$ `` and `$$…$$` from the Markdown parser.
///
/// A `$` opens a formula if the next character is not a space. The next `$` outside of braces must close it: the
/// character before it must not be a space, and the character after it must not be an ASCII letter or digit. So "$5 and
/// $6", "$PATH:$HOME" and "($5)" stay text. A formula does not extend past a code span, an autolink or the end of a
/// link's text, and `\$` does not close it. Markdown does not parse the content: `_`, `*` and `\\` reach the typesetter
/// unchanged.
enum InlineMath {
  /// The greatest length of a formula in bytes, so that a text full of `$` is read in linear time.
  static let greatestLength = 2_000

  /// The extension, which exists only once because a parser borrows it.
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

  /// The remarks on the current document. The lock of cmark-gfm guards them.
  nonisolated(unsafe) static var remarks: [MathRemark] = []

  /// The node for the dollar signs at the parser's offset; nil when a single dollar sign does not open a formula.
  private static func match(in parser: OpaquePointer, below parent: OpaquePointer?) -> OpaquePointer? {
    var scanner = MathScanner(parser)
    let start = scanner.offset
    let run = scanner.runLength(of: dollar)
    let found = scanner.formula(afterRun: run)
    let line = MathLines.line(at: start, of: parser, below: parent)
    guard let found else {
      if run == 2 { remarks.append(MathRemark(line: line, kind: .unpairedSign)) }
      if let latex = scanner.formulaBeforeLetter {
        remarks.append(MathRemark(line: line, kind: .letterBehind(latex: latex)))
      }
      // A run of several signs becomes text as a whole, so that the second one does not open a formula.
      guard run > 1 else { return nil }
      cmark_inline_parser_set_offset(parser, start + Int32(run))
      let text = cmark_node_new(CMARK_NODE_TEXT)
      cmark_node_set_literal(text, String(repeating: "$", count: run))
      return text
    }
    cmark_inline_parser_set_offset(parser, scanner.offset)
    let latex = String(decoding: found.latex, as: UTF8.self)
    let node = cmark_node_new(CMARK_NODE_HTML_INLINE)
    // The page shows the source of a formula that is not substituted.
    let sign = found.form == .displayed ? "$$" : "$"
    cmark_node_set_literal(node, sign + escapeHTML(latex) + sign)
    let source = String(decoding: (start..<scanner.offset).map(scanner.byte), as: UTF8.self)
    MathNode(found.form, latex: latex, line: line, source: source).attach(to: node)
    return node
  }
}

/// Counts the lines of formulas in paragraphs, because cmark-gfm does not count the line breaks that an extension
/// reads.
private enum MathLines {
  /// The offset up to which line breaks are counted in a paragraph, and their number. The lock of cmark-gfm guards it.
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
