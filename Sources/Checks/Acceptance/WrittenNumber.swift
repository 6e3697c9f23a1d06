import Foundation

/// How an author spelled a number, so that another number can be spelled the same way.
struct WrittenNumber {
  private let text: String
  private let decimals: Int
  private let hasExponent: Bool

  /// Reads the spelling of a number, such as `0.9932`, `−4.1e-3` or `1_000`.
  init(_ text: String) {
    self.text = text
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    hasExponent = mantissa.count < text.count
    decimals =
      mantissa.firstIndex(of: ".").map { mantissa.distance(from: $0, to: mantissa.endIndex) - 1 } ?? 0
  }

  /// `value` with the written number of decimals plus `extra`; nil if it is not finite.
  func spelling(of value: Double, extraDigits extra: Int = 0) -> String? {
    guard value.isFinite else { return nil }
    let format = hasExponent ? "%.*e" : "%.*f"
    return spell(String(format: format, decimals + extra, value))
  }

  /// `digits` in the author's spelling. It must be an integer or Swift's shortest text of a number.
  func spelling(ofExact digits: String) -> String { spell(digits) }

  private func spell(_ plain: String) -> String {
    var digits = plain
    let isNegative = digits.hasPrefix("-")
    if isNegative { digits.removeFirst() }
    if hasExponent { digits = withShortExponent(digits) }
    if text.contains("_") { digits = grouped(digits) }
    // A number that rounds to zero has no minus sign.
    let isZero = !digits.prefix { $0 != "e" && $0 != "E" }.contains { ("1"..."9").contains($0) }
    let minus = text.contains("−") ? "−" : "-"
    let sign = isNegative && !isZero ? minus : (text.hasPrefix("+") ? "+" : "")
    return sign + digits
  }

  /// C writes `4.1e-03`; authors write `4.1e-3`, and some of them `4.1E-3` or `4.1e+3`.
  private func withShortExponent(_ digits: String) -> String {
    guard let match = digits.wholeMatch(of: /([^e]+)e([+\-]?)0*([0-9]+)/) else { return digits }
    let letter = text.contains("E") ? "E" : "e"
    let minus = text.contains("−") ? "−" : "-"
    let plus = text.contains(/[eE]\+/) ? "+" : ""
    return "\(match.1)\(letter)\(match.2 == "-" ? minus : plus)\(match.3)"
  }

  private func grouped(_ digits: String) -> String {
    let whole = digits.prefix { $0.isNumber }
    var groups = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { groups.append("_") }
      groups.append(digit)
    }
    return groups + digits.dropFirst(whole.count)
  }
}
