import Events
import Plan

/// How a value compares with what was expected of it.
struct Comparison: Equatable {
  /// Why they differ, as a sentence; nil when they agree.
  var difference: String?
  /// The largest error as a part of what is allowed, where numbers were compared.
  var toleranceUsed: Double?

  /// Compares the numbers of `actual` with those of `expected`, each within its tolerance.
  static func approximate(_ expected: ExpectedValue, _ actual: Value, within tolerance: Tolerance)
    -> Comparison
  {
    var comparison = Comparison()
    comparison.compareNumbers(expected, actual, tolerance, path: "")
    return comparison
  }

  /// Compares a value with a literal.
  static func equal(_ expected: ExpectedValue, _ actual: Value) -> Comparison {
    isEqual(expected, actual)
      ? Comparison() : Comparison(difference: "expected \(expected.text), got \(actual)")
  }

  private mutating func compareNumbers(
    _ expected: ExpectedValue, _ actual: Value, _ tolerance: Tolerance, path: String
  ) {
    let place = path.isEmpty ? "" : "at \(path) "
    switch (expected, actual) {
    case (.array(let expected), .array(let actual, let count)):
      guard expected.count == count else {
        return differ("\(place)expected \(expected.count) elements, got \(count)")
      }
      guard actual.count == count else {
        return differ("the value is too long to be compared: \(count) elements")
      }
      for (index, pair) in zip(expected, actual).enumerated() {
        compareNumbers(pair.0, pair.1, tolerance, path: "\(path)[\(index)]")
      }
    case (.number(let expected), _):
      guard let actual = actual.number else {
        return differ("\(place)expected \(expected.text), got \(actual)")
      }
      compare(expected, actual, tolerance, place: place)
    case (.array(let expected), _):
      differ("\(place)expected \(expected.count) elements, got \(actual)")
    default:
      differ("\(place)expected \(expected.text), got \(actual)")
    }
  }

  private mutating func compare(
    _ expected: ExpectedNumber, _ actual: Double, _ tolerance: Tolerance, place: String
  ) {
    let allowed = tolerance.allowedError(for: expected)
    let error = abs(actual - expected.value)
    // A comparison with NaN is false, so NaN fails here like any number that is too far off.
    guard error <= allowed else {
      let size = error.isFinite ? "; off by \(short(error)), allowed \(short(allowed))" : ""
      return differ("\(place)expected \(expected.text), got \(actual)\(size)")
    }
    toleranceUsed = max(toleranceUsed ?? 0, allowed > 0 ? error / allowed : 0)
  }

  private mutating func differ(_ difference: String) {
    if self.difference == nil { self.difference = difference }
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
  /// The value as a number, when it is one.
  var number: Double? {
    switch self {
    case .integer(let digits): Double(digits)
    case .floatingPoint(let number, _): number
    default: nil
    }
  }
}
