import Events
import GFM

/// Numbers as a reader sees them.
enum NumberFormat {
  /// A value in plain text, numbers rounded to `digits` significant digits: `0.9968`, `1.2e-06`.
  static func text(_ value: Value, digits: Int?) -> String {
    guard let digits else { return value.description }
    switch value {
    case .floatingPoint(let number, _): return rounded(number, digits: digits)
    case .array(let elements, let count):
      let parts = elements.map { text($0, digits: digits) } + (count > elements.count ? ["…"] : [])
      return "[" + parts.joined(separator: ", ") + "]"
    default: return value.description
    }
  }

  /// A value in running prose: `1.2 × 10⁻⁶` with a real minus sign.
  static func html(_ value: Value, digits: Int?) -> String {
    let text = text(value, digits: digits)
    guard value.isNumeric else { return escapeHTML(text) }
    let scientific = /(-?[0-9.]+)e([+\-]?[0-9]+)/
    return escapeHTML(text).replacing(scientific) { match in
      let exponent = Int(match.2.replacing("+", with: "")) ?? 0
      let mantissa = match.1 == "1" || match.1 == "1.0" ? "" : "\(match.1) × "
      return "\(mantissa)10<sup>\(exponent)</sup>"
    }.replacing("-", with: "−")
  }

  /// `number` with `digits` significant digits; integer digits are never rounded away.
  static func rounded(_ number: Double, digits: Int) -> String {
    guard number.isFinite, number != 0 else { return number == 0 ? "0" : "\(number)" }
    let (mantissa, exponent) = decimal(number, digits: digits)
    let sign = number < 0 ? "-" : ""
    if exponent < -4 || exponent >= 15 {
      let rest = mantissa.dropFirst()
      return sign + mantissa.prefix(1) + (rest.isEmpty ? "" : ".") + rest + "e\(exponent)"
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + mantissa }
    if mantissa.count <= exponent + 1 {
      return sign + decimal(number, digits: exponent + 1).mantissa
    }
    return sign + mantissa.prefix(exponent + 1) + "." + mantissa.dropFirst(exponent + 1)
  }

  /// The leading `digits` of a number and the power of ten of the first one, correctly rounded.
  private static func decimal(_ number: Double, digits: Int) -> (mantissa: String, exponent: Int) {
    // The shortest text of a Double is exact enough to round from: it has at most 17 digits.
    let text = "\(abs(number))"
    let parts = text.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let point = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    exponent += point[0].count - 1
    var all = Array((point[0] + (point.count > 1 ? point[1] : "")).utf8)
    let zeros = all.prefix { $0 == UInt8(ascii: "0") }.count
    all.removeFirst(min(zeros, all.count - 1))
    exponent -= zeros
    var kept = Array(all.prefix(digits))
    kept += Array(repeating: UInt8(ascii: "0"), count: digits - kept.count)
    if all.count > digits, all[digits] >= UInt8(ascii: "5") {
      var index = digits - 1
      while index >= 0, kept[index] == UInt8(ascii: "9") {
        kept[index] = UInt8(ascii: "0")
        index -= 1
      }
      if index >= 0 {
        kept[index] += 1
      } else {
        kept.insert(UInt8(ascii: "1"), at: 0)
        kept.removeLast()
        exponent += 1
      }
    }
    return (String(decoding: kept, as: UTF8.self), exponent)
  }
}

extension Value {
  /// Whether it is a number or holds nothing but numbers.
  var isNumeric: Bool {
    switch self {
    case .integer, .floatingPoint: true
    case .array(let elements, _): !elements.isEmpty && elements.allSatisfy(\.isNumeric)
    default: false
    }
  }
}
