/// Events as sets of equally many cases, composed from named ones: A ∩ B, A ∪ Bᶜ, AB.
struct EventSets {
  /// The exponents that stand for the complement of an event.
  static let complementMarks: Set<String> = ["c", "C", "∁"]

  /// The number of cases.
  let count: Int
  /// Whether each case belongs to the event with a name; nil for other names.
  let named: (String) -> [Bool]?

  /// Whether each case belongs to the event; nil if the expression is no event.
  func cases(of event: MathExpression) -> [Bool]? {
    switch event {
    case .symbol(let symbol):
      return symbol.isComplement ? named(symbol.withoutComplement.name)?.map { !$0 } : named(symbol.name)
    case .power(let base, .symbol(let mark)) where Self.complementMarks.contains(mark.name):
      return cases(of: base)?.map { !$0 }
    case .opaque("¬", let parts) where parts.count == 1,
      .function(.conjugate, let parts) where parts.count == 1:
      return cases(of: parts[0])?.map { !$0 }
    case .opaque(let sign, let parts) where parts.count == 2:
      guard let a = cases(of: parts[0]), let b = cases(of: parts[1]) else { return nil }
      switch sign {
      case "∩", "∧": return zip(a, b).map { $0 && $1 }
      case "∪", "∨": return zip(a, b).map { $0 || $1 }
      case "∖": return zip(a, b).map { $0 && !$1 }
      default: return nil
      }
    case .product(let factors) where factors.allSatisfy({ $0.sign == .juxtaposed }):
      return joint(factors.map({ $0.expression }))
    default: return nil
    }
  }

  /// The cases of several events together.
  func joint(_ events: [MathExpression]) -> [Bool]? {
    var result = [Bool](repeating: true, count: count)
    for event in events {
      guard let cases = cases(of: event) else { return nil }
      result = zip(result, cases).map { $0 && $1 }
    }
    return result
  }
}
