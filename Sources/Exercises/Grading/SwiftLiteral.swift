import Events

extension Value {
  /// The value as Swift source, for a program that no student's code is part of; nil for what has no literal.
  var swiftLiteral: String? {
    switch self {
    case .none: "nil"
    case .boolean(let flag): "\(flag)"
    case .integer(let digits): digits
    case .floatingPoint(let number, _):
      number.isNaN
        ? "Double.nan"
        : number.isInfinite ? (number < 0 ? "-Double.infinity" : "Double.infinity") : "\(number)"
    case .text(let text): text.debugDescription
    case .array(let elements, let count):
      elements.count < count || elements.contains { $0.swiftLiteral == nil }
        ? nil : "[" + elements.compactMap(\.swiftLiteral).joined(separator: ", ") + "]"
    case .void, .dictionary, .record, .opaque, .table, .figure: nil
    }
  }
}
