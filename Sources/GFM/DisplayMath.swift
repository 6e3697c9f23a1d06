import CCmarkGFM

/// The block extension for displayed formulas between lines that begin and end with `$$`.
///
/// The formula may follow a line of text. It ends on the line with the closing `$$`, which a label may follow, as in
/// Quarto (`{#eq-loss}`) and MyST (`(eq-loss)`); further text begins a paragraph. A blank line or the end of the list
/// or quote also ends it; the formula is then not closed. `InlineMath` reads a line that holds both signs.
enum DisplayMath {
  nonisolated(unsafe) static let syntaxExtension: OpaquePointer? = {
    let syntax = cmark_syntax_extension_new("galley-display-math")
    cmark_syntax_extension_set_open_block_func(syntax) { syntax, indented, parser, parent, input, length in
      guard indented == 0, let parser, let input else { return nil }
      let line = UnsafeBufferPointer(start: input, count: Int(length))
      return DisplayMath.open(line, parser, below: parent, as: syntax)
    }
    cmark_syntax_extension_set_match_block_func(syntax) { _, parser, input, length, container in
      guard let parser, let input, let formula = MathNode.of(container) else { return 0 }
      if formula.isClosed || cmark_parser_is_blank(parser) != 0 { return 0 }
      let start = Int(cmark_parser_get_offset(parser))
      let line = UnsafeBufferPointer(start: input, count: Int(length))
      formula.take(line[start...])
      // Text that looks like a label is kept for a message.
      let text = formula.textBehind.drop(while: \.isWhitespace)
      if text.isEmpty || text.first == "{" { return 1 }
      formula.textBehind = ""
      let end = line.firstIndex { $0 == 10 || $0 == 13 } ?? line.count
      line.withMemoryRebound(to: CChar.self) {
        cmark_parser_advance_offset(parser, $0.baseAddress, Int32(end - text.utf8.count - start), 0)
      }
      return 0
    }
    return syntax
  }()

  private static func open(
    _ line: UnsafeBufferPointer<UInt8>, _ parser: OpaquePointer, below parent: OpaquePointer?,
    as syntax: OpaquePointer?
  ) -> OpaquePointer? {
    let start = Int(cmark_parser_get_first_nonspace(parser))
    let rest = line[start...]
    guard rest.starts(with: [dollar, dollar]), rest.dropFirst(2).first != dollar else { return nil }
    let content = rest.dropFirst(2)
    guard content.firstDisplaySign == nil else { return nil }
    let node = cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, Int32(start) + 1)
    cmark_node_set_syntax_extension(node, syntax)
    let formula = MathNode(.displayed, line: Int(cmark_parser_get_line_number(parser)), isClosed: false)
    formula.latex = String(decoding: content.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
    formula.attach(to: node)
    // The formula has taken the rest of the line already.
    let left = line.count - 1 - Int(cmark_parser_get_offset(parser))
    line.withMemoryRebound(to: CChar.self) {
      cmark_parser_advance_offset(parser, $0.baseAddress, Int32(left), 0)
    }
    return node
  }
}

extension MathNode {
  /// Adds the next line to a formula that is not closed.
  fileprivate func take(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    let line = line.prefix { $0 != 10 && $0 != 13 }
    guard let sign = line.firstDisplaySign else {
      latex += "\n" + String(decoding: line, as: UTF8.self)
      return
    }
    isClosed = true
    let last = line[..<sign]
    if !last.allSatisfy(\.isSpace) { latex += "\n" + String(decoding: last, as: UTF8.self) }
    take(MathEnding(String(decoding: line[(sign + 2)...], as: UTF8.self), endsLine: true))
  }

  /// Adds the label and the punctuation mark after the closing sign to the formula.
  func take(_ ending: MathEnding) {
    label = ending.label
    latex += ending.punctuation
    textBehind = ending.rest
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// The index of the first `$$` that is not escaped.
  fileprivate var firstDisplaySign: Index? {
    var index = startIndex
    while index < endIndex {
      if self[index] == backslash {
        index += 2
        continue
      }
      if self[index] == dollar, index + 1 < endIndex, self[index + 1] == dollar { return index }
      index += 1
    }
    return nil
  }
}
