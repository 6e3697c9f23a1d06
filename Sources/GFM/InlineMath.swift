import CCmarkGFM

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The inline extension that keeps `$…$` out of the hands of Markdown.
///
/// A formula opens with a `$` before a non-space and closes with a `$` behind a non-space that no digit
/// follows, so that "$5 and $6" stays text. `\$` inside a formula does not close it. Between the two
/// nothing is Markdown: `_`, `*` and `\\` reach the typesetter as they were written.
///
/// A formula becomes a raw HTML node, because a table cell holds no custom node. It writes its own escaped
/// source to HTML when nobody substitutes it; the source itself is the node's user data, which no other node has.
enum InlineMath {
  /// The extension, made once and kept: a parser only borrows it.
  nonisolated(unsafe) static let syntaxExtension: OpaquePointer? = {
    let syntax = cmark_syntax_extension_new("galley-inline-math")
    let allocator = cmark_get_default_mem_allocator()
    let specialCharacters = cmark_llist_append(
      allocator, nil, UnsafeMutableRawPointer(bitPattern: UInt(dollar)))
    cmark_syntax_extension_set_special_inline_chars(syntax, specialCharacters)
    cmark_syntax_extension_set_match_inline_func(syntax) { _, _, _, character, parser in
      guard character == dollar, let parser else { return nil }
      return InlineMath.match(in: parser)
    }
    return syntax
  }()

  /// The formula that opens at the parser's offset, or nil when the `$` is only a dollar sign.
  private static func match(in parser: OpaquePointer) -> OpaquePointer? {
    let start = cmark_inline_parser_get_offset(parser) + 1
    if isSpace(cmark_inline_parser_peek_at(parser, start)) { return nil }
    var latex: [UInt8] = []
    var offset = start
    while true {
      let byte = cmark_inline_parser_peek_at(parser, offset)
      if byte == 0 { return nil }
      if byte == dollar {
        let previous = latex.last ?? dollar
        let next = cmark_inline_parser_peek_at(parser, offset + 1)
        if previous == dollar || isSpace(previous) || isDigit(next) { return nil }
        break
      }
      latex.append(byte)
      offset += 1
      if byte == backslash, cmark_inline_parser_peek_at(parser, offset) != 0 {
        latex.append(cmark_inline_parser_peek_at(parser, offset))
        offset += 1
      }
    }
    cmark_inline_parser_set_offset(parser, offset + 1)
    let formula = String(decoding: latex, as: UTF8.self)
    let node = cmark_node_new(CMARK_NODE_HTML_INLINE)
    cmark_node_set_literal(node, "$" + escapeHTML(formula) + "$")
    cmark_node_set_user_data(node, strdup(formula))
    cmark_node_set_user_data_free_func(node) { _, data in free(data) }
    return node
  }

  /// The source between the dollar signs, or nil for a node that is no formula.
  static func formula(of node: OpaquePointer) -> String? {
    cmark_node_get_user_data(node).map { String(cString: $0.assumingMemoryBound(to: CChar.self)) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0 || byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

private let dollar = UInt8(ascii: "$")
private let backslash = UInt8(ascii: "\\")
