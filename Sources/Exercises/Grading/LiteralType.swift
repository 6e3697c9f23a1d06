import Events

/// The type that a literal of the author's value has.
///
/// A student's value is printed as a literal of this type, number by number and letter by letter, into a program
/// without the student's code. The type that the student's value claims to have does not count.
indirect enum LiteralType: Equatable {
  case boolean
  case integer
  case number(isFinite: Bool)
  case text
  case array(LiteralType)
  case optional(LiteralType)
  /// The element type of an empty array, or the wrapped type of nil.
  case unknown

  /// The type of `value`; nil if the value has no literal.
  init?(of value: Value) {
    switch value {
    case .none: self = .optional(.unknown)
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .floatingPoint(let number, _): self = .number(isFinite: number.isFinite)
    case .text: self = .text
    case .array(let elements, let count):
      var element: LiteralType? = elements.count == count ? .unknown : nil
      for value in elements { element = LiteralType(of: value).flatMap { element?.joined(with: $0) } }
      guard let element else { return nil }
      self = .array(element)
    case .void, .decimal, .set, .dictionary, .record, .enumeration, .opaque, .table, .figure, .image:
      return nil
    }
  }

  /// The common type of both; nil if there is none.
  private func joined(with other: LiteralType) -> LiteralType? {
    switch (self, other) {
    case (.unknown, let known), (let known, .unknown): known
    case (.optional(let one), .optional(let two)), (.optional(let one), let two),
      (let one, .optional(let two)):
      one.joined(with: two).map(LiteralType.optional)
    case (.array(let one), .array(let two)): one.joined(with: two).map(LiteralType.array)
    case (.number(let one), .number(let two)): .number(isFinite: one && two)
    case (.integer, .number), (.number, .integer): self == .integer ? other : self
    default: self == other ? self : nil
    }
  }

  /// The type as Swift writes it; nil if it is not known.
  var name: String? {
    switch self {
    case .boolean: "Bool"
    case .integer: "Int"
    case .number: "Double"
    case .text: "String"
    case .array(let element): element.name.map { "[\($0)]" }
    case .optional(let wrapped): wrapped.name.map { "\($0)?" }
    case .unknown: nil
    }
  }

  /// `value` as a literal of this type; nil if it has another type.
  func literal(of value: Value) -> String? {
    switch (self, value) {
    case (.boolean, .boolean(let flag)): return "\(flag)"
    case (.integer, .integer(let digits)): return Int(digits).map { "\($0)" }
    case (.number, .integer(let digits)): return Double(digits).flatMap { literal(of: $0) }
    case (.number, .floatingPoint(let number, _)): return literal(of: number)
    case (.text, .text(let text)): return Self.literal(of: text)
    case (.array(let type), .array(let elements, let count)):
      let literals = elements.compactMap(type.literal)
      return literals.count == count ? "[" + literals.joined(separator: ", ") + "]" : nil
    case (.optional, .none): return "nil"
    case (.optional(let type), _): return type.literal(of: value)
    default: return nil
    }
  }

  /// A literal of `number`; nil if it is not finite although the author's number is.
  private func literal(of number: Double) -> String? {
    if number.isFinite { return "\(number)" }
    if case .number(isFinite: true) = self { return nil }
    return number.isNaN ? "Double.nan" : number < 0 ? "-Double.infinity" : "Double.infinity"
  }

  /// A string literal with letters and digits as they are, and `\u{…}` for all other characters.
  private static func literal(of text: String) -> String {
    "\""
      + text.unicodeScalars.map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
          ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
      }.joined() + "\""
  }
}
