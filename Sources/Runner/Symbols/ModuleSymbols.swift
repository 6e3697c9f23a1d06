/// The public declarations of a module, for its reference.
package struct ModuleSymbols: Sendable, Equatable, Codable {
  /// The name of the module.
  package var name: String
  /// A digest that changes when the module is built again.
  package var digest: String
  /// The declarations in the order of the module's sources.
  package var symbols: [Symbol]

  /// Creates a value from its parts.
  package init(name: String, digest: String, symbols: [Symbol]) {
    self.name = name
    self.digest = digest
    self.symbols = symbols
  }
}

/// A public declaration.
package struct Symbol: Sendable, Equatable, Codable {
  /// The identifier that the compiler gives the declaration; unique among all modules.
  package var usr: String
  /// The kind of the declaration, in the compiler's words: `struct`, `method`, `enum.case`.
  package var kind: String
  /// Its name after the names of the types around it: `["RMSProp", "step(_:gradient:)"]`.
  package var path: [String]
  /// The declaration without its body.
  package var declaration: [Piece]
  /// The documentation comment, which is Markdown; empty if there is none.
  package var documentation: String
  /// The types that it conforms to, for a type.
  package var conformances: [String]

  /// A piece of a declaration.
  package struct Piece: Sendable, Equatable, Codable {
    /// The text of the piece.
    package var text: String
    /// The kind of the piece, in the compiler's words: `keyword`, `typeIdentifier`, `text`.
    package var kind: String
    /// The declaration that it names; nil if it names none.
    package var usr: String?

    /// Creates a piece from its parts.
    package init(text: String, kind: String, usr: String? = nil) {
      self.text = text
      self.kind = kind
      self.usr = usr
    }
  }

  /// Creates a symbol from its parts.
  package init(
    usr: String, kind: String, path: [String], declaration: [Piece], documentation: String = "",
    conformances: [String] = []
  ) {
    self.usr = usr
    self.kind = kind
    self.path = path
    self.declaration = declaration
    self.documentation = documentation
    self.conformances = conformances
  }

  /// Whether it is a type, which has members.
  package var isType: Bool { ["struct", "class", "enum", "protocol", "actor"].contains(kind) }
}
