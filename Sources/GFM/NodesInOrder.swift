import CCmarkGFM

/// A node and all nodes below it in document order: the order of `MarkdownNode.ID`.
func nodesInOrder(below root: OpaquePointer) -> [OpaquePointer] {
  var nodes: [OpaquePointer] = []
  let iterator = cmark_iter_new(root)
  defer { cmark_iter_free(iterator) }
  while true {
    let event = cmark_iter_next(iterator)
    if event == CMARK_EVENT_DONE { return nodes }
    if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { nodes.append(node) }
  }
}
