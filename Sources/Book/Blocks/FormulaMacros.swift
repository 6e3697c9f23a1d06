/// The LaTeX commands that an author has defined, and their expansion.
///
/// Formulas are expanded before they are typeset and judged, so that the typesetter and the judge read the same text.
package struct FormulaMacros: Sendable, Equatable {
  /// A command's replacement, in which `#1` is the first argument.
  package struct Definition: Sendable, Equatable {
    /// The number of arguments that follow the command.
    var parameters: Int
    /// The first argument when no square brackets follow the command.
    var defaultArgument: String?
    var body: String

    /// A definition with as many parameters as its body uses.
    package init(body: String) {
      let digits = body.matches(of: /#([1-9])/).compactMap { Int($0.1) }
      self.init(parameters: digits.max() ?? 0, body: body)
    }

    init(parameters: Int, defaultArgument: String? = nil, body: String) {
      self.parameters = parameters
      self.defaultArgument = defaultArgument
      self.body = body
    }
  }

  /// The definitions, keyed by the command's name without the backslash.
  package var definitions: [String: Definition] = [:]

  /// The greatest length of an expansion in bytes, so that a command that calls itself ends.
  static let greatestLength = 100_000

  package init() {}

  package var isEmpty: Bool { definitions.isEmpty }

  /// These macros and `others`, whose definitions win.
  package func merging(_ others: FormulaMacros) -> FormulaMacros {
    var macros = self
    macros.definitions.merge(others.definitions) { $1 }
    return macros
  }

  /// Removes the definitions (`\newcommand`, `\def`, `\DeclareMathOperator` and similar) from a formula and keeps them.
  /// Returns the rest of the formula.
  package mutating func takeDefinitions(from latex: String) -> String {
    guard latex.utf8.contains(UInt8(ascii: "\\")),
      Self.defining.contains(where: { latex.contains("\\" + $0) })
    else { return latex }
    var reader = LaTeXTokens(latex)
    var rest = ""
    while let token = reader.next() {
      if let name = token.command, Self.defining.contains(name),
        let (command, definition) = reader.definition(by: name)
      {
        definitions[command] = definition
        // A line that holds only a definition must not become a row of the formula.
        if rest.isEmpty || rest.hasSuffix("\n") { reader.skipLineEnd() }
      } else {
        rest += token.text
      }
    }
    return rest
  }

  /// The formula with every defined command expanded; nil when the expansion does not end.
  package func expand(_ latex: String) -> String? {
    guard !isEmpty, latex.utf8.contains(UInt8(ascii: "\\")) else { return latex }
    var output = ""
    var readers = [LaTeXTokens(latex)]
    var length = 0
    while var reader = readers.popLast() {
      guard let token = reader.next() else { continue }
      if let name = token.command, let definition = definitions[name] {
        let body = reader.body(of: definition)
        length += body.utf8.count + 1
        guard length <= Self.greatestLength, readers.count < 1_000 else { return nil }
        readers.append(reader)
        readers.append(LaTeXTokens(body))
        continue
      }
      readers.append(reader)
      // `\alpha` and `x` from two places must not become `\alphax`.
      if token.text.first?.isLetter == true, LaTeXTokens.endsWithCommand(output) { output += " " }
      output += token.text
    }
    return output
  }

  package static let defining: Set<String> = [
    "newcommand", "renewcommand", "providecommand", "def", "gdef", "DeclareMathOperator",
  ]
}
