/// The replacement of a node on the page.
package enum Substitution: Sendable, Equatable {
  /// This HTML in place of the node and all below it.
  case html(String)
  /// The node's own content between other tags.
  case element(open: String, close: String)
  /// The node as it is, between these two pieces of HTML. For block nodes.
  case enclosed(before: String, after: String)
  /// The node as it is, with this HTML behind its content. For nodes with text.
  case ending(String)
}
