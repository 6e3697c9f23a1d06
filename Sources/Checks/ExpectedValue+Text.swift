import Plan

extension ExpectedValue {
  /// The value as the author wrote it.
  var text: String {
    switch self {
    case .number(let number): number.text
    case .text(let text): text.text.debugDescription
    case .boolean(let flag): "\(flag)"
    case .none: "nil"
    case .array(let elements): "[" + elements.map(\.text).joined(separator: ", ") + "]"
    case .dictionary(let entries):
      entries.isEmpty
        ? "[:]" : "[" + entries.map { "\($0.key.text): \($0.value.text)" }.joined(separator: ", ") + "]"
    case .call(let name, let arguments):
      name + "("
        + arguments.map { ($0.label.isEmpty ? "" : $0.label + ": ") + $0.value.text }.joined(separator: ", ")
        + ")"
    case .symbol(let symbol): symbol.text
    }
  }

  /// Whether `text` names a type or a case: `.circle` and `Shape.circle` both name `circle`.
  static func isName(_ text: String, of name: String) -> Bool {
    text == name
      || (text.hasSuffix("." + name) && text.allSatisfy { $0.isLetter || $0.isNumber || "._<>".contains($0) })
  }

  /// All numbers in the value, in order.
  var numbers: [ExpectedNumber] {
    switch self {
    case .number(let number): [number]
    case .array(let elements): elements.flatMap(\.numbers)
    case .dictionary(let entries): entries.flatMap(\.value.numbers)
    case .call(_, let arguments): arguments.flatMap(\.value.numbers)
    case .symbol(let symbol): DescribedNumbers(symbol.text).numbers
    default: []
    }
  }
}

extension Tolerance {
  /// The largest allowed error of a number.
  func allowedError(for expected: ExpectedNumber) -> Double {
    switch self {
    case .asWritten: expected.lastDigitUnit / 2
    case .absolute(let error): error
    case .relative(let fraction): abs(expected.value) * fraction
    }
  }

  /// The allowed errors of all numbers in `expected`.
  func allowance(for expected: ExpectedValue) -> Expectation.Allowance {
    switch self {
    case .asWritten:
      let errors = expected.numbers.map { allowedError(for: $0) }
      return .asWritten(least: errors.min() ?? 0, greatest: errors.max() ?? 0)
    case .absolute(let error): return .absolute(error)
    case .relative(let fraction): return .relative(fraction)
    }
  }
}

/// The text of a number with three significant digits, without the noise of binary fractions.
func short(_ number: Double) -> String {
  guard number != 0, number.isFinite else { return number == 0 ? "0" : "\(number)" }
  var exponent = 0
  var mantissa = abs(number)
  while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
  while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
  var digits = (mantissa * 100).rounded() / 100
  // 9.999 rounds to 10, which is 1 with the next exponent.
  if digits >= 10 { (digits, exponent) = (digits / 10, exponent + 1) }
  let text = "\(digits)e\(exponent)"
  let rounded = Double(text) ?? number
  let plain = (-4...6).contains(exponent) ? "\(rounded)" : text.replacing(".0e", with: "e")
  return (number < 0 ? "-" : "") + (plain.hasSuffix(".0") ? String(plain.dropLast(2)) : plain)
}
