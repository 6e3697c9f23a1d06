/// Events as sets of the cases that some named events distinguish: with A and B, these are A ∩ B, A ∖ B, B ∖ A and
/// neither.
struct EventAlgebra {
  let names: [String]
  /// The largest number of named events; the number of cases is a power of two.
  private static let limit = 4

  /// The algebra of the events in some arguments of P; nil if a part is no event, or if there are too many events.
  init?(_ arguments: [MathExpression]) {
    var found: Set<String> = []
    for argument in arguments {
      guard let names = argument.eventNames else { return nil }
      found.formUnion(names)
    }
    guard (1...Self.limit).contains(found.count) else { return nil }
    names = found.sorted()
  }

  var caseCount: Int { 1 << names.count }

  /// Whether each case belongs to the event; nil if the expression is no event.
  func cases(of event: MathExpression) -> [Bool]? {
    switch event {
    case .symbol(let symbol):
      if symbol.name == MathExpression.negativeTest {
        return cases(named: MathExpression.positiveTest)?.map { !$0 }
      }
      return symbol.isComplement
        ? cases(named: symbol.withoutComplement.name)?.map { !$0 } : cases(named: symbol.name)
    case .power(let base, .symbol(let mark)) where MathExpression.complementMarks.contains(mark.name):
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
    case .product(let factors):
      return joint(factors.map(\.expression))
    default: return nil
    }
  }

  /// The cases of several events together.
  func joint(_ events: [MathExpression]) -> [Bool]? {
    var result = [Bool](repeating: true, count: caseCount)
    for event in events {
      guard let cases = cases(of: event) else { return nil }
      result = zip(result, cases).map { $0 && $1 }
    }
    return result
  }

  private func cases(named name: String) -> [Bool]? {
    guard let position = names.firstIndex(of: name) else { return nil }
    return (0..<caseCount).map { $0 >> position & 1 == 1 }
  }
}

extension MathExpression {
  fileprivate static let complementMarks: Set<String> = ["c", "C", "∁"]
  /// The names of a positive and a negative result of a test: P(D | +).
  fileprivate static let positiveTest = "+"
  fileprivate static let negativeTest = "-"

  /// The names of the events of which the expression is composed; nil if a part is no event.
  fileprivate var eventNames: Set<String>? {
    switch self {
    case .symbol(let symbol):
      if symbol.name == Self.negativeTest { return [Self.positiveTest] }
      let event = symbol.isComplement ? symbol.withoutComplement : symbol
      let isEvent =
        event.base == Self.positiveTest || event.base.count > 1 || event.base.first?.isUppercase ?? false
      return isEvent && event.arguments.isEmpty ? [event.name] : nil
    case .power(let base, .symbol(let mark)) where Self.complementMarks.contains(mark.name):
      return base.eventNames
    case .opaque("¬", let parts), .function(.conjugate, let parts), .opaque("∩", let parts),
      .opaque("∪", let parts), .opaque("∧", let parts), .opaque("∨", let parts), .opaque("∖", let parts):
      return Self.eventNames(of: parts)
    case .product(let factors) where factors.allSatisfy({ $0.sign == .juxtaposed }):
      return Self.eventNames(of: factors.map(\.expression))
    default: return nil
    }
  }

  private static func eventNames(of parts: [MathExpression]) -> Set<String>? {
    var found: Set<String> = []
    for part in parts {
      guard let names = part.eventNames else { return nil }
      found.formUnion(names)
    }
    return found
  }

  /// The events of P(A, B | C) before and behind its bar.
  var eventsAndConditions: (events: [MathExpression], conditions: [MathExpression])? {
    guard let (kind, arguments) = probabilityParts, kind == .probability else { return nil }
    var (events, conditions): ([MathExpression], [MathExpression]) = ([], [])
    for argument in arguments {
      if case .opaque("|", let inner) = argument, inner.count == 1 {
        conditions.append(inner[0])
      } else if conditions.isEmpty {
        events.append(argument)
      } else {
        conditions.append(argument)
      }
    }
    return events.isEmpty ? nil : (events, conditions)
  }
}
