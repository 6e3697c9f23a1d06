extension Discrepancy {
  /// The mistake in one sentence without a full stop.
  package var message: String {
    let values = sides
    let place = culpritText
    switch cause {
    case .arithmetic: return values + place
    case .lastDigit: return "the last digit is cut off or misrounded: \(values)"
    case .powerOfTen(let exponent):
      let times = exponent > 0 ? "large" : "small"
      let factor = "1" + String(repeating: "0", count: exponent.magnitude < 7 ? Int(exponent.magnitude) : 7)
      return "a result is \(factor) times too \(times): \(values)\(place)"
    case .sign: return "the sign is wrong: \(values)\(place)"
    case .summedVector:
      return "the components of a vector are added where the step before keeps them apart: \(values)\(place)"
    case .vanishedRoot: return "a root has disappeared: \(values)\(place)"
    case .shape(let left, let right): return "a \(left) becomes a \(right)\(place)"
    case .swappedWeights(let symbol):
      return
        "the weights \(symbol) and 1 − \(symbol) are exchanged between the formula and the numbers: \(values)"
    case .identity:
      let point = counterexample.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value.roundedText)" }
      let example = point.isEmpty ? "" : "; counter-example: " + point.joined(separator: ", ")
      let remedy = repaired.map { "; '\($0)' would be right" } ?? ""
      guard left != nil, right != nil else { return "the two sides differ\(example)\(remedy)" }
      return "the two sides differ: \(values)\(example)\(remedy)"
    case .expansion(let order):
      return "the expansion is wrong in a term of order \(order) or lower"
    case .solution:
      guard let left, let right else { return "the equation does not hold for the stated solution" }
      let (one, other) = Self.distinctTexts(left, right)
      return
        "the stated solution does not satisfy the equation: its left side is \(one), its right side is \(other)"
    case .comparison:
      let point = counterexample.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value.roundedText)" }
      if point.isEmpty { return "the comparison is false: \(values)" }
      return "the comparison is false: \(values) for \(point.joined(separator: ", "))"
    }
  }

  private var sides: String {
    guard let left, let right else { return "no common value" }
    let (expected, stated) = Self.distinctTexts(left, right)
    var text = "\(expected) is expected, \(stated) is stated"
    if let component { text += " (component \(component))" }
    // A percentage says something only for values of about the same size.
    if let error = relativeError, error >= 1e-8, error <= 10 {
      text += ", off by \(NumberText.text(error * 100, significantDigits: 3)) %"
    }
    return text
  }

  /// Both values with six digits, or with as many as it takes to tell them apart.
  package static func distinctTexts(_ left: MathValue, _ right: MathValue) -> (left: String, right: String) {
    for digits in 6...15 {
      let texts = (left.text(digits: digits), right.text(digits: digits))
      if texts.0 != texts.1 { return texts }
    }
    return (left.text(digits: 17), right.text(digits: 17))
  }

  private var culpritText: String {
    guard let culprit else { return "" }
    let value = culprit.leftValue.map { " = \($0.roundedText)" } ?? ""
    let stated = culprit.right.isWrittenValue ? "" : (culprit.rightValue.map { " = \($0.roundedText)" } ?? "")
    let left = culprit.left.isWrittenValue ? "\(culprit.left)" : "\(culprit.left)\(value)"
    return "; '\(culprit.right)'\(stated) stands for '\(left)'"
  }
}

extension MathValue {
  /// The value as text, with six significant digits for each number.
  package var roundedText: String { text(digits: 6) }

  /// The value as text, with at most this number of significant digits for each number.
  func text(digits: Int) -> String {
    let short: (MathScalar) -> String = { NumberText.text($0.value, significantDigits: digits) }
    switch self {
    case .scalar(let scalar): return short(scalar)
    case .vector(let items): return "[" + items.map(short).joined(separator: ", ") + "]"
    case .matrix(let rows):
      return "[" + rows.map { "[" + $0.map(short).joined(separator: ", ") + "]" }.joined(separator: ", ")
        + "]"
    }
  }
}
