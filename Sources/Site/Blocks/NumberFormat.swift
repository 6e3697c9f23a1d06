import Events
import Foundation
import GFM

/// Formats numbers for readers.
enum NumberFormat {
  /// A value in plain text, with numbers rounded to `digits` significant digits: `0.9968`, `1.2e-06`.
  static func text(_ value: Value, digits: Int?) -> String {
    guard let digits else { return value.description }
    switch value {
    case .floatingPoint(let number, _): return rounded(number, digits: digits)
    case .decimal(let text): return Double(text).map { rounded($0, digits: digits) } ?? text
    case .array(let elements, let count):
      let parts = elements.map { text($0, digits: digits) } + (count > elements.count ? ["…"] : [])
      return "[" + parts.joined(separator: ", ") + "]"
    default: return value.description
    }
  }

  /// A value in running prose: `1.2 × 10⁻⁶` with a real minus sign.
  static func html(_ value: Value, digits: Int?) -> String {
    let text = text(value, digits: digits)
    return value.isNumeric ? html(text) : escapeHTML(text)
  }

  /// Numbers as text, as readers write them: `10⁻⁶`, `−1`, `∞`.
  static func html(_ text: String) -> String {
    let scientific = /(-?[0-9.]+)e([+\-]?[0-9]+)/
    return escapeHTML(text).replacing(scientific) { match in
      let exponent = Int(match.2.replacing("+", with: "")) ?? 0
      let mantissa = match.1 == "1" || match.1 == "1.0" ? "" : "\(match.1) × "
      return "\(mantissa)10<sup>\(exponent)</sup>"
    }.replacing("-", with: "−").replacing(/\binf\b/, with: "∞")
  }

  /// `number` with `digits` significant digits, rounded from its exact binary value; integer digits are never
  /// rounded away.
  static func rounded(_ number: Double, digits: Int) -> String {
    guard number.isFinite, number != 0 else { return number == 0 ? "0" : "\(number)" }
    let scientific = String(format: "%.\(digits - 1)e", number).split(separator: "e")
    let exponent = scientific.last.flatMap { Int($0) } ?? 0
    if exponent < -4 || exponent >= 15 { return "\(scientific[0])e\(exponent)" }
    return String(format: "%.\(max(0, digits - 1 - exponent))f", number)
  }
}

extension Value {
  /// Whether the value is a number or an array of numbers.
  var isNumeric: Bool {
    switch self {
    case .integer, .floatingPoint, .decimal: true
    case .array(let elements, _): !elements.isEmpty && elements.allSatisfy(\.isNumeric)
    default: false
    }
  }
}
