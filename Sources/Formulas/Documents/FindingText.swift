/// The words of findings.
enum FindingText {
  /// The finding for a failing step.
  static func finding(for discrepancy: Discrepancy, step: JudgedStep, line: Int) -> Finding {
    let (kind, message) = describe(discrepancy, step)
    return Finding(line: line, kind: kind, message: message)
  }

  /// Values with six significant digits.
  static func rounded(_ value: MathValue) -> String {
    let short: (MathScalar) -> String = { NumberText.text($0.value, significantDigits: 6) }
    switch value {
    case .scalar(let scalar): return short(scalar)
    case .vector(let items): return "[" + items.map(short).joined(separator: ", ") + "]"
    case .matrix(let rows):
      return "[" + rows.map { "[" + $0.map(short).joined(separator: ", ") + "]" }.joined(separator: ", ")
        + "]"
    }
  }

  private static func describe(_ discrepancy: Discrepancy, _ step: JudgedStep) -> (Finding.Kind, String) {
    let values = sides(discrepancy)
    let where_ = culprit(discrepancy)
    switch discrepancy.cause {
    case .arithmetic: return (.arithmetic, "the step does not hold: \(values)\(where_)")
    case .lastDigit:
      return (.rounding, "the last digit is cut off or misrounded: \(values)")
    case .powerOfTen(let exponent):
      let times = exponent > 0 ? "large" : "small"
      let factor = "1" + String(repeating: "0", count: exponent.magnitude < 7 ? Int(exponent.magnitude) : 7)
      return (.arithmetic, "a result is \(factor) times too \(times): \(values)\(where_)")
    case .sign: return (.arithmetic, "the sign is wrong: \(values)\(where_)")
    case .summedVector:
      return (
        .shape,
        "the components of a vector are added where the step before keeps them apart: \(values)\(where_)"
      )
    case .vanishedRoot:
      return (.vanishedRoot, "a root has disappeared: \(values)\(where_)")
    case .shape(let left, let right):
      return (.shape, "a \(left) becomes a \(right)\(where_)")
    case .swappedWeights(let symbol):
      return (
        .swappedWeights,
        "the weights \(symbol) and 1 − \(symbol) are exchanged between the formula and the numbers: \(values)"
      )
    case .identity:
      let point = discrepancy.counterexample.sorted { $0.key < $1.key }.map {
        "\($0.key) = \(rounded($0.value))"
      }
      let example = point.isEmpty ? "" : "; counter-example: " + point.joined(separator: ", ")
      let kind: Finding.Kind =
        step.left.contains("\\nabla") || step.left.contains("\\partial") ? .derivative : .identity
      return (kind, "the two sides differ: \(values)\(example)")
    case .comparison: return (.arithmetic, "the comparison is false: \(values)")
    }
  }

  private static func sides(_ discrepancy: Discrepancy) -> String {
    guard let left = discrepancy.left, let right = discrepancy.right else { return "no common value" }
    var text = "\(rounded(left)) is expected, \(rounded(right)) is stated"
    if let component = discrepancy.component { text += " (component \(component))" }
    if let error = discrepancy.relativeError, error.isFinite {
      text += ", off by \(NumberText.text(error * 100, significantDigits: 3)) %"
    }
    return text
  }

  private static func culprit(_ discrepancy: Discrepancy) -> String {
    guard let culprit = discrepancy.culprit else { return "" }
    let value = culprit.leftValue.map { " = \(rounded($0))" } ?? ""
    let stated = culprit.right.isWrittenValue ? "" : (culprit.rightValue.map { " = \(rounded($0))" } ?? "")
    let left = culprit.left.isWrittenValue ? "\(culprit.left)" : "\(culprit.left)\(value)"
    return "; '\(culprit.right)'\(stated) stands for '\(left)'"
  }
}
