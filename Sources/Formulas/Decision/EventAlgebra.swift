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

  /// The events as sets of cases. A minus sign is the complement of a plus sign, the other result of a test.
  var sets: EventSets {
    EventSets(count: caseCount) { name in
      if name == MathExpression.negativeTest {
        return cases(named: MathExpression.positiveTest)?.map { !$0 }
      }
      return cases(named: name)
    }
  }

  private func cases(named name: String) -> [Bool]? {
    guard let position = names.firstIndex(of: name) else { return nil }
    return (0..<caseCount).map { $0 >> position & 1 == 1 }
  }
}

extension MathExpression {
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
    case .power(let base, .symbol(let mark)) where EventSets.complementMarks.contains(mark.name):
      return base.eventNames
    case .opaque("¬", let parts), .function(.conjugate, let parts), .opaque("∩", let parts),
      .opaque("∪", let parts), .opaque("∧", let parts), .opaque("∨", let parts), .opaque("∖", let parts):
      return Self.eventNames(of: parts)
    case .product(let factors) where factors.allSatisfy({ $0.sign == .juxtaposed }):
      return Self.eventNames(of: factors.map({ $0.expression }))
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
