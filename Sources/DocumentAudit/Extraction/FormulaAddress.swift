/// Formulas in the addresses of images that a server draws: `https://latex.codecogs.com/svg.image?x=1`.
enum FormulaAddress {
  private static let beginnings = [
    "latex.codecogs.com/", "render.githubusercontent.com/render/math?math=", "math.vercel.app/?from=",
    "www.zhihu.com/equation?tex=", "i.upmath.me/svg/", "i.upmath.me/png/", "chart.googleapis.com/chart?",
  ]

  /// The LaTeX of an address; nil when the address draws no formula.
  static func latex(in address: String) -> String? {
    guard let scheme = address.firstRange(of: "//") else { return nil }
    let place = address[scheme.upperBound...]
    guard let beginning = beginnings.first(where: place.hasPrefix) else { return nil }
    var rest = place.dropFirst(beginning.count)
    if beginning.hasPrefix("latex.codecogs") {
      guard let query = rest.firstIndex(where: { $0 == "?" || $0 == "/" }) else { return nil }
      rest = rest[rest.index(after: query)...]
    } else if beginning.hasPrefix("chart") {
      guard let query = rest.firstRange(of: "chl=") else { return nil }
      rest = rest[query.upperBound...]
    }
    if !beginning.hasPrefix("latex.codecogs"), let end = rest.firstIndex(of: "&") { rest = rest[..<end] }
    let latex = decoded(rest)
    return latex.isEmpty ? nil : latex
  }

  /// The text of `%5Cfrac+1`.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? 32 : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension MathExtractor {
  /// Reads `![…](address)` when the address draws a formula.
  mutating func readImage() -> Bool {
    guard matches("![", at: index) else { return false }
    let end = lineEnd(index)
    guard let open = (index..<end).first(where: { matches("](", at: $0) }),
      let close = (open..<end).first(where: { bytes[$0] == UInt8(ascii: ")") })
    else { return false }
    var address = string((open + 2)..<close)
    // Brackets that belong to the formula are part of the address.
    var last = close
    while address.count(where: { $0 == "(" }) > address.count(where: { $0 == ")" }) {
      guard let next = ((last + 1)..<max(last + 1, end)).first(where: { bytes[$0] == UInt8(ascii: ")") })
      else { break }
      last = next
      address = string((open + 2)..<last)
    }
    guard let latex = FormulaAddress.latex(in: String(address.prefix { $0 != " " })) else { return false }
    emit(from: index, to: last + 1, closing: last + 1, isDisplay: false, latex: latex)
    return true
  }
}
