import CCmarkGFM

/// Turns formulas between the tags of code in a line, such as `<code>$HOME:$PATH</code>`, back into text.
enum CodeInHTML {
  static func restore(below root: OpaquePointer) {
    var closing: String?
    var formulas: [OpaquePointer] = []
    for node in nodesInOrder(below: root) {
      if cmark_node_get_type(node).rawValue & inlineTypeBit == 0 { closing = nil }
      guard cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE else { continue }
      if MathNode.of(node) != nil {
        if closing != nil { formulas.append(node) }
      } else if let html = cmark_node_get_literal(node).map({ String(cString: $0) }) {
        switch HTMLReader.pieces(of: html).first {
        case .opening(let tag) where closing == nil && !tag.isSelfClosing:
          if HTMLMath.withoutFormulas.contains(tag.name) { closing = tag.name }
        case .closing(let name) where name == closing: closing = nil
        default: break
        }
      }
    }
    for node in formulas {
      let text = cmark_node_new(CMARK_NODE_TEXT)
      cmark_node_set_literal(text, MathNode.of(node)?.source)
      if cmark_node_replace(node, text) == 1 { cmark_node_free(node) }
    }
  }
}
