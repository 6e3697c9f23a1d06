import CCmarkGFM

/// The formula that a node of cmark-gfm stands for; the node's user data owns it.
///
/// A formula in a line is a raw HTML node, since a table cell holds no custom node, and a displayed one is a code
/// block. No other node has user data, but for the paragraphs that a displayed formula has cut in two.
final class MathNode {
  enum Form: Equatable {
    /// `$…$` or `` $`…`$ `` in a line.
    case inline
    /// `$$…$$` in a line or on lines of its own.
    case displayed
    /// No formula: what follows a displayed formula in its paragraph.
    case paragraph
  }

  let form: Form
  var latex: String
  /// The line of the opening sign, counted from one.
  let line: Int
  /// The name that the author wrote behind the closing sign.
  var label: String?
  /// Whether the closing sign is there.
  var isClosed: Bool
  /// The text on the line of the closing sign that belongs to no formula.
  var textBehind = ""

  init(_ form: Form, latex: String = "", line: Int, label: String? = nil, isClosed: Bool = true) {
    self.form = form
    self.latex = latex
    self.line = line
    self.label = label
    self.isClosed = isClosed
  }

  /// Gives the node its formula.
  func attach(to node: OpaquePointer?) {
    cmark_node_set_user_data(node, Unmanaged.passRetained(self).toOpaque())
    cmark_node_set_user_data_free_func(node) { _, data in
      data.map { Unmanaged<MathNode>.fromOpaque($0).release() }
    }
  }

  /// The formula of a node; nil for a node that is none.
  static func of(_ node: OpaquePointer?) -> MathNode? {
    cmark_node_get_user_data(node).map { Unmanaged<MathNode>.fromOpaque($0).takeUnretainedValue() }
  }
}
