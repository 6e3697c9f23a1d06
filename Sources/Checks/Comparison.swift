import Events
import Plan

/// The result of comparing a value with the expected value.
struct Comparison: Equatable {
  /// Where and how they differ; nil if they agree.
  var difference: ValueDifference?
  /// The largest error divided by the allowed error; nil if the values differ or no numbers were compared.
  var toleranceUsed: Double?

  /// Compares the numbers of `actual` with those of `expected`, each within its tolerance.
  static func approximate(_ expected: ExpectedValue, _ actual: Value, within tolerance: Tolerance)
    -> Comparison
  {
    var comparison = Comparison()
    comparison.compareNumbers(expected, actual, tolerance, path: [])
    return comparison
  }

  /// Compares a value with a literal.
  static func equal(_ expected: ExpectedValue, _ actual: Value) -> Comparison {
    isEqual(expected, actual)
      ? Comparison()
      : Comparison(
        difference: ValueDifference(kind: .value(expected: expected.text, actual: actual.description)))
  }

  private mutating func compareNumbers(
    _ expected: ExpectedValue, _ actual: Value, _ tolerance: Tolerance, path: [Int]
  ) {
    switch (expected, actual) {
    case (.array(let expected), .array(let actual, let count)):
      guard expected.count == count else {
        return differ(.count(expected: expected.count, actual: count), at: path)
      }
      guard actual.count == count else { return differ(.tooLong(count: count), at: path) }
      for (index, pair) in zip(expected, actual).enumerated() {
        compareNumbers(pair.0, pair.1, tolerance, path: path + [index])
      }
    case (.number(let number), _) where actual.number != nil:
      compare(number, actual.number ?? .nan, tolerance, path: path)
    case (.array(let expected), _):
      differ(.noArray(expected: expected.count, actual: actual.description), at: path)
    default:
      differ(.value(expected: expected.text, actual: actual.description), at: path)
    }
  }

  private mutating func compare(
    _ expected: ExpectedNumber, _ actual: Double, _ tolerance: Tolerance, path: [Int]
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
    toleranceUsed = max(toleranceUsed ?? 0, allowed > 0 ? error / allowed : 0)
  }

  private mutating func differ(_ kind: ValueDifference.Kind, at path: [Int]) {
    if difference == nil { difference = ValueDifference(path: path, kind: kind) }
    toleranceUsed = nil
  }

  private static func isEqual(_ expected: ExpectedValue, _ actual: Value) -> Bool {
    switch (expected, actual) {
    case (.number(let expected), .integer(let digits)):
      // Integers may be longer than a Double can hold.
      expected.text.replacing("_", with: "").replacing("−", with: "-") == digits
        || (expected.lastDigitUnit < 1 && Double(digits) == expected.value)
    case (.number(let expected), .floatingPoint(let number, _)): number == expected.value
    case (.text(let expected), .text(let actual)): expected == actual
    case (.boolean(let expected), .boolean(let actual)): expected == actual
    case (.none, .none): true
    case (.array(let expected), .array(let actual, let count)):
      expected.count == count && actual.count == count && zip(expected, actual).allSatisfy(isEqual)
    case (.symbol(let symbol), _): symbol == "\(actual)" || symbol == ".\(actual)"
    default: false
    }
  }
}

extension Value {
  /// The value as a number; nil if it is not one.
  var number: Double? {
    switch self {
    case .integer(let digits): Double(digits)
    case .floatingPoint(let number, _): number
    default: nil
    }
  }
}
