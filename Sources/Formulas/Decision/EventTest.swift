/// The probabilities of events that follow from the ones that the text gives.
extension Derivation {
  /// The verdict on a probability that other probabilities of the text determine, such as P(A ∪ B) or P(D | +); nil for
  /// other statements, and if the words do not say how the events depend on each other.
  func eventVerdict(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind
  ) -> Verdict? {
    guard relation.statesValue, let stated = value(right), environment.value(of: left) == nil,
      let expected = determinedProbability(left)
    else { return nil }
    let verdict = NumericJudge(environment: environment).judge(
      left, right, values: (.scalar(expected), stated), relation: relation)
    // The text may only suppose the events to be independent, or speak of new ones; the given values may be rounded.
    guard case .fails(let discrepancy) = verdict else { return verdict }
    return MathValue.scalar(expected).relativeDifference(to: stated) > 0.03 ? claimed(discrepancy) : nil
  }

  /// The derivation with the values of all probabilities in the sides that the text determines without naming them:
  /// P(+) in Bayes' rule. Nil if there are none.
  func knowingProbabilities(_ sides: [MathExpression]) -> Derivation? {
    var copy = self
    var changed = false
    for node in sides.flatMap({ $0.probabilityOperators }) where environment.value(of: node) == nil {
      guard let value = determinedProbability(node) else { continue }
      copy.environment.assign(.scalar(value), to: node)
      changed = true
    }
    return changed ? copy : nil
  }

  /// The probability of an event by the probabilities that the text gives, written with the same P.
  private func determinedProbability(_ node: MathExpression) -> MathScalar? {
    guard case .application(let operation, _) = node, let (events, conditions) = node.eventsAndConditions
    else {
      return nil
    }
    let given = operators.sorted().compactMap { name -> (MathExpression, MathScalar)? in
      guard let quantity = quantities[name], case .application(operation, _) = quantity,
        case .scalar(let value)? = environment.value(of: quantity)
      else { return nil }
      return (quantity, value)
    }
    let related = Self.related(to: node, among: given)
    guard !related.isEmpty else { return nil }
    var arguments = events + conditions
    for (quantity, _) in related {
      guard let parts = quantity.eventsAndConditions else { return nil }
      arguments += parts.events + parts.conditions
    }
    guard let algebra = EventAlgebra(arguments) else { return nil }
    let sets = algebra.sets
    var system = LinearSystem()
    system.add(Self.coefficients([Bool](repeating: true, count: algebra.caseCount)), equals: .one)
    for (quantity, value) in related {
      guard let parts = quantity.eventsAndConditions,
        let condition = sets.joint(parts.conditions), let event = sets.joint(parts.events)
      else { return nil }
      let both = Self.coefficients(zip(event, condition).map { $0 && $1 })
      if parts.conditions.isEmpty {
        system.add(both, equals: value)
      } else {
        system.add(zip(both, Self.coefficients(condition)).map { $0 - value * $1 }, equals: .zero)
      }
    }
    relate(algebra, in: &system)
    guard let condition = sets.joint(conditions), let event = sets.joint(events),
      let joint = system.value(of: Self.coefficients(zip(event, condition).map { $0 && $1 }))
    else { return nil }
    if conditions.isEmpty { return Self.probability(joint) }
    guard let whole = system.value(of: Self.coefficients(condition)), whole.value > 1e-9 else { return nil }
    return Self.probability(joint / whole)
  }

  /// Adds what the words say about two events.
  private func relate(_ algebra: EventAlgebra, in system: inout LinearSystem) {
    guard algebra.names.count == 2 else { return }
    let (first, second) = ((0..<4).map { $0 & 1 == 1 }, (0..<4).map { $0 & 2 == 2 })
    let both = Self.coefficients(zip(first, second).map { $0 && $1 })
    if environment.assumptions == [.disjointness] { system.add(both, equals: .zero) }
    guard environment.assumptions == [.independence] else { return }
    let (a, b) = (Self.coefficients(first), Self.coefficients(second))
    if let x = system.value(of: a), let y = system.value(of: b) { system.add(both, equals: x * y) }
  }

  /// The given probabilities of events that have to do with the events of the node.
  private static func related(
    to node: MathExpression, among given: [(MathExpression, MathScalar)]
  ) -> [(MathExpression, MathScalar)] {
    func names(_ expression: MathExpression) -> Set<String> {
      guard let parts = expression.eventsAndConditions,
        let algebra = EventAlgebra(parts.events + parts.conditions)
      else { return [] }
      return Set(algebra.names)
    }
    var known = names(node)
    var open = given
    var found: [(MathExpression, MathScalar)] = []
    while let position = open.firstIndex(where: { !names($0.0).isDisjoint(with: known) }) {
      let next = open.remove(at: position)
      known.formUnion(names(next.0))
      found.append(next)
    }
    return found
  }

  private static func coefficients(_ cases: [Bool]) -> [MathScalar] { cases.map { $0 ? .one : .zero } }

  /// The number as a probability; nil if the given values contradict each other.
  private static func probability(_ number: MathScalar) -> MathScalar? {
    number.value > -1e-9 && number.value < 1 + 1e-9 ? number : nil
  }
}
