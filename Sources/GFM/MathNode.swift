import CCmarkGFM

/// The formula of a cmark-gfm node. The node's user data owns it.
///
/// A formula in a line is a raw HTML node, because a table cell cannot hold a custom node. A displayed formula is a
/// code block. The only other nodes with user data are the paragraphs after a displayed formula.
final class MathNode {
  enum Form: Equatable {
    /// `$…$` or `` $`…`$ `` in a line.
    case inline
    /// `$$…$$` in a line or on lines of its own.
    case displayed
    /// Not a formula: the rest of a paragraph after a displayed formula.
    case paragraph
  }

  let form: Form
  var latex: String
  /// The line of the opening sign, counted from one.
  let line: Int
  /// The formula of a line as it was written, with its signs.
  let source: String
  /// The label after the closing sign.
  var label: String?
  /// Whether the formula has a closing sign.
  var isClosed: Bool
  /// The text after the formula on the line of the closing sign.
  var textBehind = ""

  init(
    _ form: Form, latex: String = "", line: Int, source: String = "", label: String? = nil,
    isClosed: Bool = true
  ) {
    self.form = form
    self.latex = latex
    self.line = line
    self.source = source
    self.label = label
    self.isClosed = isClosed
  }

  /// Stores the formula in the user data of the node.
  func attach(to node: OpaquePointer?) {
    cmark_node_set_user_data(node, Unmanaged.passRetained(self).toOpaque())
    cmark_node_set_user_data_free_func(node) { _, data in
      data.map { Unmanaged<MathNode>.fromOpaque($0).release() }
    }
  }

  /// The formula of a node; nil when the node has none.
  static func of(_ node: OpaquePointer?) -> MathNode? {
    cmark_node_get_user_data(node).map { Unmanaged<MathNode>.fromOpaque($0).takeUnretainedValue() }
  }
}
