import CCmarkGFM

extension MarkdownDocument {
  /// `node` and all below it as HTML.
  func render(_ node: OpaquePointer) -> String {
    let text = cmark_render_html(node, options, cmark_parser_get_syntax_extensions(parser))
    guard let text else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(text) }
    return String(cString: text)
  }

  func renderChildren(of node: OpaquePointer) -> String {
    var html = ""
    var child = cmark_node_first_child(node)
    while let current = child {
      html += render(current)
      child = cmark_node_next(current)
    }
    return html
  }

  func apply(_ substitution: Substitution, to node: OpaquePointer) {
    switch substitution {
    case .html(let html):
      replace(node, with: customNode(like: node, html))
    case .element(let open, let close):
      replace(node, with: customNode(like: node, open + renderChildren(of: node) + close))
    case .enclosed(let before, let after):
      cmark_node_insert_before(node, customNode(like: node, before))
      cmark_node_insert_after(node, customNode(like: node, after))
    case .ending(let html):
      cmark_node_append_child(node, inlineNode(html))
    }
  }

  /// A node that writes `html`.
  private func customNode(like node: OpaquePointer, _ html: String) -> OpaquePointer? {
    if cmark_node_get_type(node).rawValue & inlineTypeBit != 0 { return inlineNode(html) }
    // The tag filter would remove the `<title>` and `<style>` of an SVG from a raw HTML block.
    let custom = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK)
    cmark_node_set_on_enter(custom, html)
    return custom
  }

  private func inlineNode(_ html: String) -> OpaquePointer? {
    // A table cell cannot hold a custom node, but it can hold raw HTML.
    let inline = cmark_node_new(CMARK_NODE_HTML_INLINE)
    cmark_node_set_literal(inline, html)
    return inline
  }

  private func replace(_ node: OpaquePointer, with other: OpaquePointer?) {
    // A row of a table may only hold cells, unless it belongs to an extension that allows more.
    let row = cmark_node_parent(node)
    let table = cmark_node_get_syntax_extension(row)
    let isCell = String(cString: cmark_node_get_type_string(node)) == "table_cell"
    if isCell { cmark_node_set_syntax_extension(row, openRow) }
    defer { if isCell { cmark_node_set_syntax_extension(row, table) } }
    guard cmark_node_replace(node, other) == 1 else { return }
    cmark_node_free(node)
  }
}

/// An extension whose nodes may hold any node.
private nonisolated(unsafe) let openRow: OpaquePointer? = {
  let syntax = cmark_syntax_extension_new("galley-open-row")
  cmark_syntax_extension_set_can_contain_func(syntax) { _, _, _ in 1 }
  return syntax
}()

/// The bit that is set in the type of every inline node. Swift cannot import the header's macro for it.
let inlineTypeBit: UInt32 = 0x4000
