/// Reads the value and the tolerance after `// ≈` and `// ==`.
package struct ExpectedValueParser {
  private var rest: Substring
  private let length: Int

  private init(_ text: some StringProtocol) {
    rest = Substring(text)
    length = rest.utf8.count
  }

  /// An error in the text.
  package enum Failure: Error, Equatable {
    case noValue
    case notFinite(String)
    case notANumber(String)
    case badTolerance(String)
    case unclosed
    case trailing(String)
    case tooDeep
  }

  /// The deepest allowed nesting of brackets.
  private static let deepest = 64
  private var depth = 0

  /// Reads a number or an array of numbers with a tolerance, such as `0.25 ± 1e-6`.
  package static func approximate(_ text: some StringProtocol) throws(Failure) -> (ExpectedValue, Tolerance) {
    var parser = ExpectedValueParser(text)
    let value = try parser.value(isNumeric: true)
    let tolerance = try parser.tolerance()
    try parser.expectEnd()
    return (value, tolerance)
  }

  /// Reads a value such as `3`, `"text"`, `[1, 2]`, `true`, `nil`, or a symbol.
  package static func equal(_ text: some StringProtocol) throws(Failure) -> ExpectedValue {
    var parser = ExpectedValueParser(text)
    let value = try parser.value(isNumeric: false)
    try parser.expectEnd()
    return value
  }

  private mutating func value(isNumeric: Bool) throws(Failure) -> ExpectedValue {
    skipSpaces()
    guard let first = rest.first else { throw .noValue }
    if first == "[" { return try array(closing: "]", isNumeric: isNumeric) }
    if first == "(" { return try array(closing: ")", isNumeric: isNumeric) }
    if let number = number() { return .number(number) }
    let word = String(rest.prefix { !$0.isWhitespace && !",])".contains($0) })
    if isNumeric {
      let isNotFinite = word.lowercased().contains(/nan|inf|∞/)
      throw isNotFinite ? .notFinite(word) : .notANumber(word)
    }
    if first == "\"" { return .text(try quotedText()) }
    rest.removeFirst(word.count)
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "nil": return .none
    case "": throw .noValue
    default: return .symbol(word)
    }
  }

  private mutating func array(closing: Character, isNumeric: Bool) throws(Failure) -> ExpectedValue {
    guard depth < Self.deepest else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    rest.removeFirst()
    var elements: [ExpectedValue] = []
    skipSpaces()
    while rest.first != closing {
      elements.append(try value(isNumeric: isNumeric))
      skipSpaces()
      if rest.first == "," {
        rest.removeFirst()
        skipSpaces()
      } else if rest.first != closing {
        throw .unclosed
      }
    }
    rest.removeFirst()
    return .array(elements)
  }

  /// Reads a finite decimal number with `-` or `−` as its minus sign; nil if there is none.
  private mutating func number() -> ExpectedNumber? {
    let pattern = /[+\-−]?([0-9][0-9_]*)(?:\.([0-9]+))?(?:[eE]([+\-−]?[0-9]+))?/
    guard let match = rest.prefixMatch(of: pattern) else { return nil }
    let digits = String(match.0).replacing("−", with: "-").replacing("_", with: "")
    let exponent = match.3.map { Int($0.replacing("−", with: "-")) ?? 0 } ?? 0
    let unit = Double("1e\(exponent - (match.2?.count ?? 0))")
    guard let value = Double(digits), value.isFinite, let unit else { return nil }
    let offset = length - rest.utf8.count
    rest.removeFirst(match.0.count)
    return ExpectedNumber(value: value, text: String(match.0), lastDigitUnit: unit, offset: offset)
  }

  private mutating func tolerance() throws(Failure) -> Tolerance {
    skipSpaces()
    guard rest.first == "±" else { return .asWritten }
    rest.removeFirst()
    skipSpaces()
    let text = String(rest)
    guard let size = number()?.value, size >= 0 else { throw .badTolerance(text) }
    skipSpaces()
    if rest.first == "%" {
      rest.removeFirst()
      return .relative(size / 100)
    }
    return .absolute(size)
  }

  /// Reads text in quotes with Swift's short escapes.
  private mutating func quotedText() throws(Failure) -> String {
    guard let (text, end) = unquote(rest) else { throw .unclosed }
    rest = rest[end...]
    return text
  }

  private mutating func skipSpaces() { rest = rest.drop(while: \.isWhitespace) }

  private mutating func expectEnd() throws(Failure) {
    skipSpaces()
    if !rest.isEmpty { throw .trailing(String(rest)) }
  }
}

/// The text of the string literal at the beginning of `source`, and where the literal ends.
func unquote(_ source: Substring) -> (text: String, end: Substring.Index)? {
  guard source.first == "\"" else { return nil }
  var text = ""
  var index = source.index(after: source.startIndex)
  while index < source.endIndex {
    let character = source[index]
    index = source.index(after: index)
    if character == "\"" { return (text, index) }
    if character == "\\", index < source.endIndex {
      switch source[index] {
      case "n": text += "\n"
      case "t": text += "\t"
      case let escaped: text.append(escaped)
      }
      index = source.index(after: index)
    } else {
      text.append(character)
    }
  }
  return nil
}
