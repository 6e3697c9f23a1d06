import Formulas

/// The parts of a document that give each name a meaning.
///
/// A name that gets its meaning in a single part keeps it to the end of the document. A name that several parts define
/// has its value only within each part: the value of an example ends with the example.
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
