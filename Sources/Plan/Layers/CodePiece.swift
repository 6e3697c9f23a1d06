import GFM

/// A statement at the top level of a chapter's code, or an expression in its prose, with the names that connect it to
/// others.
package struct CodePiece: Sendable, Equatable, Codable {
  /// The block or the code span that contains it.
  package var node: MarkdownNode.ID
  /// Its lines in the chapter, with the comments directly above it.
  package var lines: ClosedRange<Int>
  /// The kind of the statement.
  package var kind: Kind
  /// The names that it declares, in order.
  package var declared: [String]
  /// Every name in it, including members and its own declarations.
  package var mentioned: Set<String>
  /// Whether the page shows its value or it has a check.
  package var isObserved: Bool

  /// A kind of statement, as far as a page treats it differently.
  package enum Kind: Sendable, Equatable, Codable {
    /// `claim("name") { condition }`
    case claim(condition: String)
    /// `verify("eq-name") { code }`
    case verification(code: String)
    /// An expression that makes a chart or a table.
    case drawing
    /// A `let`. The value is its source text when it contains no names.
    case constant(value: String?)
    case variable
    /// A function that returns a `Bool`.
    case predicate
    /// Another function, or a type.
    case declaration
    /// An extension, an operator or an import. It affects code without being named there.
    case unnamed
    case statement
    /// An expression in the prose.
    case prose
  }
}

extension CodePiece {
  /// Whether no page shows a result of the piece.
  var showsNothing: Bool {
    switch kind {
    case .claim, .verification, .constant, .variable, .predicate, .declaration, .unnamed: true
    case .drawing, .statement, .prose: false
    }
  }
}
