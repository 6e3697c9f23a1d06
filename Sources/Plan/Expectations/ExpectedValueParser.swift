/// Reads the value and the tolerance after `// ≈` and `// ==`.
package struct ExpectedValueParser {
  private let whole: Substring
  private var rest: Substring

  private init(_ text: some StringProtocol) {
    whole = Substring(text)
    rest = whole
  }

  /// An error in the text.
  package enum Failure: Error, Equatable {
    case noValue
    case notFinite(String)
    case notANumber(String)
    case badTolerance(String)
    case unclosed
    case unknownEscape(String)
    case trailing(String)
    case tooDeep
  }

  /// The deepest allowed nesting of brackets.
  private static let deepest = 64
  private var depth = 0

  /// Reads a value with numbers and a tolerance, such as `0.25 ± 1e-6`, `.circle(radius: 2.0)` or `3.0 km`.
  package static func approximate(_ text: some StringProtocol) throws(Failure) -> (ExpectedValue, Tolerance) {
    var parser = ExpectedValueParser(text)
    var value = try parser.value()
    parser.skipSpaces()
    if case .number = value, !parser.rest.isEmpty, !parser.rest.starts(with: /±|\+\/?-/) {
      value = .symbol(parser.description(before: "±"))
    }
    try value.expectNumbers(isWhole: true)
    let tolerance = try parser.tolerance()
    try parser.expectEnd()
    return (value, tolerance)
  }

  /// Reads a value such as `3`, `"text"`, `[1, 2]`, `["a": 1]`, `.circle(radius: 2)`, `true`, `nil`, or a description.
  package static func equal(_ text: some StringProtocol) throws(Failure) -> ExpectedValue {
    var parser = ExpectedValueParser(text)
    let value = try parser.value()
    parser.skipSpaces()
    if parser.rest.isEmpty { return value }
    // Anything else is the description of a value, such as `3.0 km`. A tolerance belongs to another check.
    if case .text = value { throw .trailing(String(parser.rest)) }
    if parser.rest.contains("±") { throw .trailing(String(parser.rest)) }
    return .symbol(parser.description(before: nil))
  }

  /// Takes the whole text up to `sign` as the description of a value.
  private mutating func description(before sign: Character?) -> ExpectedText {
    let start = whole.prefix(while: \.isWhitespace).utf8.count
    let content = whole.prefix { $0 != sign }.drop(while: \.isWhitespace)
    rest = whole[content.endIndex...]
    let end = content.lastIndex { !$0.isWhitespace }.map { content.index(after: $0) } ?? content.startIndex
    let text = content[..<end]
    return ExpectedText(text: String(text), range: start..<start + text.utf8.count)
  }

  private mutating func value() throws(Failure) -> ExpectedValue {
    skipSpaces()
    guard let first = rest.first else { throw .noValue }
    if first == "[" { return try brackets() }
    if first == "(" { return try call("") }
    if let number = number() { return .number(number) }
    if StringLiteral.begins(rest) { return .text(try quotedText()) }
    let start = offset
    let word = String(rest.prefix { !$0.isWhitespace && !",]():".contains($0) })
    rest.removeFirst(word.count)
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "nil": return .none
    case "": throw .noValue
    default:
      if rest.first == "(" { return try call(word) }
      return .symbol(ExpectedText(text: word, range: start..<offset))
    }
  }

  /// An array, or a dictionary if there is a colon after the first value.
  private mutating func brackets() throws(Failure) -> ExpectedValue {
    var entries: [ExpectedValue.Entry] = []
    var elements: [ExpectedValue] = []
    if rest.starts(with: /\[\s*:\s*\]/) {
      rest = rest.drop { $0 != "]" }.dropFirst()
      return .dictionary([])
    }
    try list(closing: "]") { parser throws(Failure) in
      let value = try parser.value()
      parser.skipSpaces()
      guard parser.rest.first == ":", elements.isEmpty else {
        guard entries.isEmpty else { throw .unclosed }
        return elements.append(value)
      }
      parser.rest.removeFirst()
      entries.append(ExpectedValue.Entry(key: value, value: try parser.value()))
    }
    return entries.isEmpty ? .array(elements) : .dictionary(entries)
  }

  /// The arguments after a name, or a tuple. A tuple without labels is an array.
  private mutating func call(_ name: String) throws(Failure) -> ExpectedValue {
    var arguments: [ExpectedValue.Argument] = []
    try list(closing: ")") { parser throws(Failure) in
      var label = ""
      if let match = parser.rest.prefixMatch(of: /([\p{L}_][\p{L}\p{N}_]*)\s*:/) {
        label = String(match.1)
        parser.rest = parser.rest[match.range.upperBound...]
      }
      arguments.append(ExpectedValue.Argument(label: label, value: try parser.value()))
    }
    let isArray = name.isEmpty && arguments.allSatisfy(\.label.isEmpty)
    return isArray ? .array(arguments.map(\.value)) : .call(name: name, arguments)
  }

  private mutating func list(
    closing: Character, _ element: (inout Self) throws(Failure) -> Void
  ) throws(Failure) {
    guard depth < Self.deepest else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    rest.removeFirst()
    skipSpaces()
    while rest.first != closing {
      try element(&self)
      skipSpaces()
      if rest.first == "," {
        rest.removeFirst()
        skipSpaces()
      } else if rest.first != closing {
        throw .unclosed
      }
    }
    rest.removeFirst()
  }

  /// Reads a finite decimal number with `-` or `−` as its minus sign; nil if there is none.
  private mutating func number() -> ExpectedNumber? {
    guard let match = rest.prefixMatch(of: ExpectedNumber.pattern) else { return nil }
    let number = ExpectedNumber(String(match.0), offset: offset)
    if number != nil { rest.removeFirst(match.0.count) }
    return number
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

  private mutating func quotedText() throws(Failure) -> ExpectedText {
    let start = offset
    do throws(StringLiteral.Failure) {
      let literal = try StringLiteral(rest)
      rest = rest[literal.end...]
      return ExpectedText(text: literal.text, range: start..<offset)
    } catch {
      throw Failure(error)
    }
  }

  private var offset: Int { whole.utf8.count - rest.utf8.count }

  private mutating func skipSpaces() { rest = rest.drop(while: \.isWhitespace) }

  private mutating func expectEnd() throws(Failure) {
    skipSpaces()
    if !rest.isEmpty { throw .trailing(String(rest)) }
  }
}

extension ExpectedValueParser.Failure {
  init(_ failure: StringLiteral.Failure) {
    switch failure {
    case .unclosed: self = .unclosed
    case .unknownEscape(let escape): self = .unknownEscape(escape)
    }
  }
}

extension ExpectedNumber {
  fileprivate static var pattern: Regex<(Substring, Substring, Substring?, Substring?)> {
    /[+\-−]?([0-9][0-9_]*)(?:\.([0-9]+))?(?:[eE]([+\-−]?[0-9]+))?/
  }

  /// Reads a number; nil if `text` is not a finite one.
  package init?(_ text: String, offset: Int = 0) {
    guard let match = text.wholeMatch(of: Self.pattern) else { return nil }
    let digits = text.replacing("−", with: "-").replacing("_", with: "")
    let exponent = match.3.map { Int($0.replacing("−", with: "-")) ?? 0 } ?? 0
    let (power, isTooLarge) = exponent.subtractingReportingOverflow(match.2?.count ?? 0)
    guard !isTooLarge, let value = Double(digits), value.isFinite, let unit = Double("1e\(power)") else {
      return nil
    }
    self.init(value: value, text: text, lastDigitUnit: unit, offset: offset)
  }
}

extension ExpectedValue {
  /// Throws unless there is a number to be compared and every bare word belongs to a description.
  fileprivate func expectNumbers(isWhole: Bool) throws(ExpectedValueParser.Failure) {
    switch self {
    case .number: return
    case .symbol(let symbol) where isWhole && symbol.text.contains(/[0-9]/) && symbol.text.contains(" "):
      return
    case .symbol(let symbol) where !isWhole && symbol.text.hasPrefix("."): return
    case .symbol(let symbol):
      let isNotFinite = symbol.text.lowercased().contains(/nan|inf|∞/)
      throw isNotFinite ? .notFinite(symbol.text) : .notANumber(symbol.text)
    case .text(let text) where isWhole: throw .notANumber(text.text.debugDescription)
    case .boolean(let flag) where isWhole: throw .notANumber("\(flag)")
    case .none where isWhole: throw .notANumber("nil")
    case .text, .boolean, .none: return
    case .array(let elements): for element in elements { try element.expectNumbers(isWhole: false) }
    case .dictionary(let entries): for entry in entries { try entry.value.expectNumbers(isWhole: false) }
    case .call(_, let arguments):
      for argument in arguments { try argument.value.expectNumbers(isWhole: false) }
    }
  }
}
