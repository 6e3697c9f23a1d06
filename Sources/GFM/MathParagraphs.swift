import CCmarkGFM

/// Moves displayed formulas out of their paragraphs: text, formula and text become three blocks.
enum MathParagraphs {
  /// Splits every paragraph below `root` at its `$$…$$` formulas. In a heading, a cell, a link or an emphasis the
  /// formula stays in the line.
  static func split(below root: OpaquePointer) {
    // A split frees nodes, so the paragraphs are found first.
    let paragraphs = nodesInOrder(below: root).filter { cmark_node_get_type($0) == CMARK_NODE_PARAGRAPH }
    for paragraph in paragraphs { split(paragraph) }
  }

  private static func split(_ paragraph: OpaquePointer) {
    var paragraph = paragraph
    var child = cmark_node_first_child(paragraph)
    while let node = child {
      let next = cmark_node_next(node)
      child = next
      guard let formula = MathNode.of(node), formula.form == .displayed else { continue }
      takeEnding(of: formula, from: next)
      let display = cmark_node_new(CMARK_NODE_CODE_BLOCK)
      formula.attach(to: display)
      cmark_node_insert_after(paragraph, display)
      cmark_node_unlink(node)
      let rest = cmark_node_new(CMARK_NODE_PARAGRAPH)
      MathNode(.paragraph, line: formula.line + formula.latex.utf8.count { $0 == 10 }).attach(to: rest)
      cmark_node_insert_after(display, rest)
      // The label of the formula may have been the whole text.
      child = cmark_node_get_literal(next).map { $0.pointee == 0 } == true ? cmark_node_next(next) : next
      var moved = child
      while let node = moved {
        moved = cmark_node_next(node)
        cmark_node_append_child(rest, node)
      }
      cmark_node_free(node)
      trimEnd(of: paragraph)
      if cmark_node_first_child(paragraph) == nil {
        cmark_node_unlink(paragraph)
        cmark_node_free(paragraph)
      }
      guard let rest else { return }
      trimStart(of: rest)
      child = cmark_node_first_child(rest)
      paragraph = rest
    }
    if cmark_node_first_child(paragraph) == nil, MathNode.of(paragraph) != nil {
      cmark_node_unlink(paragraph)
      cmark_node_free(paragraph)
    }
  }

  /// Moves the label and the punctuation mark after a formula from the text into the formula.
  private static func takeEnding(of formula: MathNode, from next: OpaquePointer?) {
    guard let next, cmark_node_get_type(next) == CMARK_NODE_TEXT, let text = cmark_node_get_literal(next)
    else { return }
    let endsLine = cmark_node_next(next).map { cmark_node_get_type($0) == CMARK_NODE_SOFTBREAK } ?? true
    formula.take(MathEnding(String(cString: text), endsLine: endsLine))
    cmark_node_set_literal(next, formula.textBehind)
    // In a paragraph, the rest of the text becomes the next paragraph, so it is not lost.
    formula.textBehind = ""
  }

  private static func trimEnd(of paragraph: OpaquePointer) {
    while let last = cmark_node_last_child(paragraph), isBlank(last) {
      cmark_node_unlink(last)
      cmark_node_free(last)
    }
  }

  private static func trimStart(of paragraph: OpaquePointer) {
    while let first = cmark_node_first_child(paragraph), isBlank(first) {
      cmark_node_unlink(first)
      cmark_node_free(first)
    }
    guard let first = cmark_node_first_child(paragraph), cmark_node_get_type(first) == CMARK_NODE_TEXT,
      let text = cmark_node_get_literal(first)
    else { return }
    cmark_node_set_literal(first, String(String(cString: text).drop { $0 == " " }))
  }

  private static func isBlank(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: true
    case CMARK_NODE_TEXT:
      cmark_node_get_literal(node).map { String(cString: $0).allSatisfy(\.isWhitespace) } ?? true
    default: false
    }
  }
}
