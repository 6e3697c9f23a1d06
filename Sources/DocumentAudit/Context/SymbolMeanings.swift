import Formulas

/// In how many parts of a document each name gets a meaning.
///
/// A name that gets its meaning in one part keeps it to the end. A name that gets one in several parts is spoken of
/// anew in each: the value of an example does not outlive the example.
struct SymbolMeanings {
  private var parts: [String: Set<Int>] = [:]

  /// Notes that a part of the document gives a name a meaning.
  mutating func note(_ quantity: MathExpression, in part: Int) {
    for name in Self.names(of: quantity) { parts[name, default: []].insert(part) }
  }

  /// Whether the meaning of a name ends with its part.
  func isLocal(_ name: String) -> Bool { (parts[name]?.count ?? 0) > 1 }

  /// The names under which a quantity is remembered: `f(x)` also as the function f.
  static func names(of quantity: MathExpression) -> [String] {
    guard let name = quantity.quantityName else { return [] }
    let current = quantity.withoutCurrentIndex.description
    if case .application(let symbol, _) = quantity { return [name, current, symbol.name] }
    return [name, current]
  }
}
