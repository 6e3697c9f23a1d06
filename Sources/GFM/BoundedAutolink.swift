import CCmarkGFM

/// Bare URLs directly before Chinese, Japanese or Korean text: `https://example.org，接着`.
///
/// GitHub's extension extends a URL up to the next space. This extension runs first and ends the URL before the first
/// character that is not ASCII, if that is full-width punctuation or CJK text. It leaves all other URLs to GitHub's
/// extension.
enum BoundedAutolink {
  nonisolated(unsafe) static let syntaxExtension: OpaquePointer? = {
    let syntax = cmark_syntax_extension_new("galley-bounded-autolink")
    let colon = cmark_llist_append(
      cmark_get_default_mem_allocator(), nil, UnsafeMutableRawPointer(bitPattern: UInt(UInt8(ascii: ":"))))
    cmark_syntax_extension_set_special_inline_chars(syntax, colon)
    cmark_syntax_extension_set_match_inline_func(syntax) { _, _, parent, character, parser in
      guard character == UInt8(ascii: ":"), let parser, let parent else { return nil }
      return BoundedAutolink.match(in: parser, below: parent)
    }
    return syntax
  }()

  private static func match(in parser: OpaquePointer, below parent: OpaquePointer) -> OpaquePointer? {
    let colon = cmark_inline_parser_get_offset(parser)
    func byte(_ offset: Int32) -> UInt8 { offset < 0 ? 0 : cmark_inline_parser_peek_at(parser, offset) }
    guard byte(colon + 1) == UInt8(ascii: "/"), byte(colon + 2) == UInt8(ascii: "/"),
      cmark_inline_parser_in_bracket(parser, 0) == 0, cmark_inline_parser_in_bracket(parser, 1) == 0
    else { return nil }
    guard
      let scheme = ["http", "https", "ftp"].first(where: { scheme in
        let start = colon - Int32(scheme.utf8.count)
        return zip(scheme.utf8, start..<colon).allSatisfy { $0 == byte($1) }
          && !byte(start - 1).isASCIILetterOrDigit
      })
    else { return nil }
    var end = colon + 3
    while byte(end) > 32, byte(end) < 128, byte(end) != UInt8(ascii: "<") { end += 1 }
    // Other letters beyond ASCII are part of the URL.
    guard end > colon + 3, (0xE2...0xEF).contains(byte(end)), isCJK(byte(end), byte(end + 1), byte(end + 2))
    else {
      return nil
    }
    // A punctuation mark at the end belongs to the sentence.
    while end > colon + 4, "?!.,:*_~'\"".utf8.contains(byte(end - 1)) { end -= 1 }
    let bytes = ((colon - Int32(scheme.utf8.count))..<end).map(byte)
    let address = String(decoding: bytes, as: UTF8.self)
    cmark_inline_parser_set_offset(parser, end)
    cmark_node_unput(parent, Int32(scheme.utf8.count))
    let link = cmark_node_new(CMARK_NODE_LINK)
    cmark_node_set_url(link, address)
    let text = cmark_node_new(CMARK_NODE_TEXT)
    cmark_node_set_literal(text, address)
    cmark_node_append_child(link, text)
    return link
  }

  /// Whether three bytes of UTF-8 encode full-width punctuation, kana, hangul or an ideograph.
  private static func isCJK(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    let value = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    return switch value {
    case 0x2014...0x2026, 0x3000...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF01...0xFF65:
      true
    default: false
    }
  }
}
