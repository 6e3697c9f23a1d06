/// Reads LaTeX token by token: a command, an escaped sign or a character.
struct LaTeXTokens {
  struct Token {
    var text: Substring
    /// The name of a command that consists of letters.
    var command: String? {
      guard text.utf8.count > 1, text.utf8.first == UInt8(ascii: "\\") else { return nil }
      let name = text.dropFirst()
      return name.first?.isLetter == true ? String(name) : nil
    }
  }

  private var rest: Substring

  init(_ latex: String) { rest = latex[...] }

  mutating func next() -> Token? {
    guard let first = rest.first else { return nil }
    var end = rest.index(after: rest.startIndex)
    if first == "\\", end < rest.endIndex {
      end = rest.index(after: end)
      if rest[rest.index(before: end)].isASCIILetter {
        while end < rest.endIndex, rest[end].isASCIILetter { end = rest.index(after: end) }
      }
    }
    defer { rest = rest[end...] }
    return Token(text: rest[..<end])
  }

  /// The replacement of a command. Reads the arguments that follow the command.
  mutating func body(of definition: FormulaMacros.Definition) -> String {
    guard definition.parameters > 0 else { return definition.body }
    var arguments: [String] = []
    if let standard = definition.defaultArgument { arguments.append(optionalArgument() ?? standard) }
    while arguments.count < definition.parameters { arguments.append(argument()) }
    return definition.body.replacing(/#([1-9])/) { match in
      let number = Int(match.1) ?? 0
      return number <= arguments.count ? arguments[number - 1] : ""
    }
  }

  /// The command that `\newcommand` or a similar command defines, and its replacement. Returns nil and reads nothing
  /// when the name is malformed.
  mutating func definition(by defining: String) -> (String, FormulaMacros.Definition)? {
    let start = rest
    if rest.first == "*" { rest.removeFirst() }
    let name = argument().filter { $0 != "\\" }
    guard !name.isEmpty, name.allSatisfy(\.isASCIILetter) else {
      rest = start
      return nil
    }
    switch defining {
    case "DeclareMathOperator":
      return (name, FormulaMacros.Definition(parameters: 0, body: "\\operatorname{\(argument())}"))
    case "def", "gdef":
      let parameters = rest.prefix { $0 != "{" }
      // In `a \def b`, the command is a sign for "is defined as".
      guard parameters.allSatisfy({ $0 == "#" || $0 == " " || $0.isNumber }) else {
        rest = start
        return nil
      }
      rest = rest[parameters.endIndex...]
      let count = parameters.count { $0 == "#" }
      return (name, FormulaMacros.Definition(parameters: count, body: argument()))
    default:
      let count = optionalArgument().flatMap { Int($0) } ?? 0
      let standard = optionalArgument()
      return (
        name, FormulaMacros.Definition(parameters: min(9, count), defaultArgument: standard, body: argument())
      )
    }
  }

  /// Skips the rest of the line and its line break if the rest is blank.
  mutating func skipLineEnd() {
    let behind = rest.drop { $0 == " " || $0 == "\t" }
    if behind.first == "\n" { rest = behind.dropFirst() } else if behind.isEmpty { rest = behind }
  }

  /// The content of a group in braces, or a single token.
  private mutating func argument() -> String {
    rest = rest.drop(while: \.isWhitespace)
    guard rest.first == "{" else { return next().map { String($0.text) } ?? "" }
    return enclosed(by: "{", "}")
  }

  private mutating func optionalArgument() -> String? {
    let behind = rest.drop(while: \.isWhitespace)
    guard behind.first == "[" else { return nil }
    rest = behind
    return enclosed(by: "[", "]")
  }

  private mutating func enclosed(by open: Character, _ close: Character) -> String {
    rest.removeFirst()
    var depth = 0
    var content = ""
    while let token = next() {
      if depth == 0, token.text == String(close) { return content }
      if token.text == "{" { depth += 1 }
      if token.text == "}" { depth -= 1 }
      content += token.text
    }
    return content
  }

  /// Whether a text ends with the name of a command, which another letter would extend.
  static func endsWithCommand(_ text: String) -> Bool {
    let letters = text.reversed().prefix { $0.isASCIILetter }.count
    guard letters > 0 else { return false }
    let before = text.dropLast(letters)
    // `\\x` is a line break and a letter.
    return before.reversed().prefix { $0 == "\\" }.count % 2 == 1
  }
}

extension Character {
  fileprivate var isASCIILetter: Bool { isASCII && isLetter }
}
