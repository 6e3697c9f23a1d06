import Formulas

/// The parts of a document that give each name a meaning.
///
/// A name that gets its meaning in a single part keeps it to the end of the document. A name that several parts define
/// has its value only within each part: the value of an example ends with the example.
struct SymbolMeanings {
  private var parts: [String: Set<Int>] = [:]
  /// The rules and first members of sequences, by the name of the left side.
  private var rules: [String: Set<MathExpression>] = [:]
  /// The names that a part has called the same as another name.
  private var identified: Set<String> = []
  private var members: [String: (family: String, bodies: Set<MathExpression>)] = [:]

  /// Notes that a part of the document gives a name a meaning.
  mutating func note(_ quantity: MathExpression, in part: Int) {
    for name in Self.names(of: quantity) { parts[name, default: []].insert(part) }
  }

  /// Notes the rule of a sequence, such as F_n = F_{n−1} + F_{n−2}, or a member with its number.
  mutating func noteSequence(_ quantity: MathExpression, _ body: MathExpression) {
    guard case .symbol(let symbol) = quantity, symbol.subscripts.count == 1, symbol.labels.isEmpty else {
      return
    }
    if let time = symbol.timeIndex {
      let isRule = body.symbols.contains {
        $0.family == symbol.family && $0.timeIndex != nil && $0.timeIndex != time
      }
      if isRule { rules[symbol.family, default: []].insert(body) }
      members[symbol.name, default: (symbol.family, [])].bodies.formUnion(isRule ? [body] : [])
    } else if case .number = symbol.subscripts[0], body.isWrittenValue {
      members[symbol.name, default: (symbol.family, [])].bodies.insert(body)
    }
  }

  /// Whether the document has one rule for the sequence of a member, and one value for the member itself.
  func isMemberOfOnlySequence(_ name: String) -> Bool {
    guard let member = members[name], member.bodies.count == 1 else { return false }
    return rules[member.family]?.count == 1
  }

  /// Notes that a part concludes that a quantity is the same as another one: "hence A = B".
  mutating func noteIdentification(_ quantity: MathExpression) {
    identified.formUnion(Self.names(of: quantity))
  }

  /// Whether the meaning of a name ends with its part.
  func isLocal(_ name: String) -> Bool { (parts[name]?.count ?? 0) > 1 || identified.contains(name) }

  /// The names under which a quantity is remembered: `f(x)` also as the function f.
  static func names(of quantity: MathExpression) -> [String] {
    guard let name = quantity.quantityName else { return [] }
    let current = quantity.withoutCurrentIndex.description
    if case .application(let symbol, _) = quantity { return [name, current, symbol.name] }
    return [name, current]
  }
}
