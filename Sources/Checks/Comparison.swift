import Events
import Plan

/// The result of comparing a value with the expected value.
struct Comparison: Equatable {
  /// Where and how they differ; nil if they agree.
  var difference: ValueDifference?
  /// The largest error divided by the allowed error; nil if the values differ or no numbers were compared.
  var toleranceUsed: Double?

  /// Compares the numbers of `actual` with those of `expected`, each within its tolerance, and everything else exactly.
  static func approximate(_ expected: ExpectedValue, _ actual: Value, within tolerance: Tolerance)
    -> Comparison
  {
    var comparison = Comparison()
    comparison.compare(expected, actual, tolerance, path: [])
    return comparison
  }

  /// Compares a value with a literal.
  static func equal(_ expected: ExpectedValue, _ actual: Value) -> Comparison {
    var comparison = Comparison()
    comparison.compare(expected, actual, nil, path: [])
    return comparison
  }

  /// Compares the values part by part. Without a tolerance the numbers must be equal.
  private mutating func compare(
    _ expected: ExpectedValue, _ actual: Value, _ tolerance: Tolerance?, path: [ValueDifference.Step]
  ) {
    switch Pairing(expected, actual) {
    case .parts(let parts):
      for part in parts { compare(part.expected, part.actual, tolerance, path: path + part.step) }
    case .otherCount(let expected, let actual): differ(.count(expected: expected, actual: actual), at: path)
    case .tooLong(let count): differ(.tooLong(count: count), at: path)
    case .leaf:
      if case .number(let number) = expected, let tolerance, let found = actual.number {
        return compare(number, found, tolerance, path: path)
      }
      if tolerance != nil, case .symbol(let symbol) = expected, case .opaque(let description) = actual {
        let wanted = DescribedNumbers(symbol.text)
        let found = DescribedNumbers(description).written(like: wanted)
        if found.words == wanted.words {
          for (number, value) in zip(wanted.numbers, found.numbers) {
            compare(number, value.value, tolerance ?? .asWritten, path: path)
          }
          return
        }
      }
      if Self.isEqual(expected, actual) { return }
      if tolerance != nil, case .array(let elements) = expected {
        return differ(.noArray(expected: elements.count, actual: actual.description), at: path)
      }
      if case (.call, .opaque) = (expected, actual) {
        return differ(.otherForm(expected: expected.text, actual: actual.description), at: path)
      }
      differ(.value(expected: expected.text, actual: actual.elementDescription), at: path)
    }
  }

  private mutating func compare(
    _ expected: ExpectedNumber, _ actual: Double, _ tolerance: Tolerance, path: [ValueDifference.Step]
  ) {
    let allowed = tolerance.allowedError(for: expected)
    let error = abs(actual - expected.value)
    // A comparison with NaN is false, so NaN fails here like any number that is too far off.
    guard error <= allowed else {
      let (expected, actual) = (expected.text, "\(actual)")
      return differ(
        error.isFinite
          ? .number(expected: expected, actual: actual, error: error, allowed: allowed)
          : .value(expected: expected, actual: actual), at: path)
    }
    if difference == nil { toleranceUsed = max(toleranceUsed ?? 0, allowed > 0 ? error / allowed : 0) }
  }

  private mutating func differ(_ kind: ValueDifference.Kind, at path: [ValueDifference.Step]) {
    if difference == nil { difference = ValueDifference(path: path, kind: kind) }
    toleranceUsed = nil
  }

  /// Whether two values without parts are equal.
  private static func isEqual(_ expected: ExpectedValue, _ actual: Value) -> Bool {
    switch (expected, actual) {
    case (.number(let expected), .integer(let digits)):
      // Integers may be longer than a Double can hold.
      expected.digits == digits || (expected.lastDigitUnit < 1 && Double(digits) == expected.value)
    case (.number(let expected), .decimal(let digits)):
      expected.text.contains(/[eE]/) ? expected.value == Double(digits) : expected.isDecimal(digits)
    // The description of a `Float` has fewer digits than its exact value.
    case (.number(let expected), .floatingPoint(let number, let description)):
      number == expected.value || Double(description) == expected.value
    case (.text(let expected), .text(let actual)), (.text(let expected), .opaque(let actual)):
      expected.text == actual
    case (.boolean(let expected), .boolean(let actual)): expected == actual
    case (.none, .none): true
    case (.symbol(let symbol), .enumeration(let name, let payload)):
      payload.isEmpty && ExpectedValue.isName(symbol.text, of: name)
    case (.symbol, _), (.call, .opaque): expected.text == "\(actual)" || expected.text == ".\(actual)"
    default: false
    }
  }
}

extension Value {
  /// The value as a number; nil if it is not one.
  var number: Double? {
    switch self {
    case .integer(let digits), .decimal(let digits): Double(digits)
    case .floatingPoint(let number, _): number
    default: nil
    }
  }
}

extension ExpectedNumber {
  /// The number as Swift prints an integer.
  fileprivate var digits: String {
    text.replacing("_", with: "").replacing("−", with: "-").replacing("+", with: "")
  }

  /// Whether the number is `decimal`, digit by digit, except for zeros at both ends.
  fileprivate func isDecimal(_ decimal: String) -> Bool {
    func essential(_ digits: String) -> String {
      let magnitude = digits.trimmingPrefix("-").drop { $0 == "0" }
      guard let point = magnitude.firstIndex(of: ".") else { return String(magnitude) }
      let fraction = magnitude[point...].reversed().drop { $0 == "0" }.reversed()
      return String(magnitude[..<point]) + (fraction.count > 1 ? String(fraction) : "")
    }
    let own = essential(digits)
    return own == essential(decimal) && (own.isEmpty || digits.hasPrefix("-") == decimal.hasPrefix("-"))
  }
}
