import CCmarkGFM

extension MarkdownNode {
  /// The greatest depth of nodes that are converted, so that hostile nesting cannot exhaust the stack.
  static let greatestDepth = 200

  /// Copies the node of cmark-gfm and all nodes below it. `count` numbers them.
  init(_ node: OpaquePointer, count: inout Int, depth: Int = 0) {
    id = ID(count)
    count += 1
    // cmark-gfm has no line numbers for the nodes that a displayed formula creates.
    startLine = MathNode.of(node)?.line ?? Int(cmark_node_get_start_line(node))
    endLine = max(startLine, Int(cmark_node_get_end_line(node)))
    startColumn = Int(cmark_node_get_start_column(node))
    children = []
    guard depth < Self.greatestDepth else {
      kind = .other("nesting too deep")
      return
    }
    kind = Kind(node)
    var child = cmark_node_first_child(node)
    while let current = child {
      children.append(MarkdownNode(current, count: &count, depth: depth + 1))
      child = cmark_node_next(current)
    }
  }
}

extension MarkdownNode.Kind {
  fileprivate init(_ node: OpaquePointer) {
    // Extensions register their node types at run time, so the types are known only by name.
    let name = string(cmark_node_get_type_string(node))
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: self = .document
    case CMARK_NODE_BLOCK_QUOTE: self = .blockQuote
    case CMARK_NODE_LIST:
      self = .list(
        ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        start: Int(cmark_node_get_list_start(node)), tight: cmark_node_get_list_tight(node) == 1)
    case CMARK_NODE_ITEM where name == "tasklist":
      self = .taskItem(isChecked: cmark_gfm_extensions_get_tasklist_item_checked(node))
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_CODE_BLOCK where MathNode.of(node) != nil:
      self = MathNode.of(node).map { .displayMath(DisplayedFormula($0)) } ?? .other(name)
    case CMARK_NODE_CODE_BLOCK:
      var length: Int32 = 0
      var offset: Int32 = 0
      var character: CChar = 0
      let isFenced = cmark_node_get_fenced(node, &length, &offset, &character) == 1
      self = .codeBlock(
        info: string(cmark_node_get_fence_info(node)), literal: string(cmark_node_get_literal(node)),
        fenceLength: isFenced ? Int(length) : 0)
    case CMARK_NODE_HTML_BLOCK: self = .htmlBlock(string(cmark_node_get_literal(node)))
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_HEADING: self = .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: self = .footnoteDefinition
    case CMARK_NODE_TEXT: self = .text(string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .code(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE:
      self = MathNode.of(node).map { .math($0.latex) } ?? .htmlInline(string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK:
      self = .link(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      self = .image(source: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_FOOTNOTE_REFERENCE: self = .footnoteReference
    default:
      switch name {
      case "table": self = .table(columns: Int(cmark_gfm_extensions_get_table_columns(node)))
      case "table_header": self = .tableRow(isHeader: true)
      case "table_row": self = .tableRow(isHeader: false)
      case "table_cell": self = .tableCell
      case "strikethrough": self = .strikethrough
      default: self = .other(name)
      }
    }
  }
}

extension DisplayedFormula {
  fileprivate init(_ node: MathNode) {
    self.init(latex: node.latex, label: node.label, isClosed: node.isClosed, textBehind: node.textBehind)
  }
}

private func string(_ text: UnsafePointer<CChar>?) -> String {
  text.map { String(cString: $0) } ?? ""
}
