/// Decides a rule for P, E, Var and Cov by trying it on finite probability spaces.
struct ProbabilityTest {
  /// The result of the test.
  enum Outcome: Hashable {
    case holds
    /// The rule holds only under this assumption.
    case needs(ProbabilitySpace.Assumption)
    case fails(Discrepancy)
    case notEvaluable
  }

  let environment: FormulaEnvironment
  let seed: UInt64

  func run(_ left: MathExpression, _ right: MathExpression) -> Outcome {
    let written = [left, right].flatMap({ $0.probabilityOperators })
    let letters = Set(
      (written.flatMap { $0.probabilityParts?.1 ?? [] } + [left, right]).flatMap({ $0.symbols }))
    // A name for E[X] mentions it.
    let operators =
      written + letters.compactMap { environment.definitions[$0.name] }.filter({ $0.isProbabilityOperator })
    guard !operators.isEmpty, !Self.mayHaveMatrices(operators), !Self.mayHaveRelatives(operators)
    else { return .notEvaluable }
    var refuted: Discrepancy?
    let hasMean = [left, right].contains { $0.symbols.contains { $0.base == "μ" } }
    for assumption in ProbabilitySpace.Assumption.allCases where !isIdle(assumption, operators) {
      if hasMean, assumption == .centred { continue }
      switch run(left, right, operators, assumption) {
      case .holds: return assumption == .nothing ? .holds : .needs(assumption)
      case .fails(let discrepancy): refuted = refuted ?? discrepancy
      case .needs, .notEvaluable: return .notEvaluable
      }
    }
    if refuted != nil, namesMoments(left, right, operators) { return .notEvaluable }
    return refuted.map { .fails($0) } ?? .notEvaluable
  }

  /// Whether some event is the intersection of others, so that it may be a part of the event in a condition.
  private static func mayInclude(_ operators: [MathExpression]) -> Bool {
    operators.contains { node in
      guard let events = node.eventsAndConditions?.events else { return false }
      return events.count > 1 || events.contains { if case .symbol = $0 { false } else { true } }
    }
  }

  /// Whether an assumption makes no sense for a text, because it would make a term that the text mentions trivial.
  private func isIdle(
    _ assumption: ProbabilitySpace.Assumption, _ operators: [MathExpression]
  ) -> Bool {
    operators.contains { node in
      guard let (kind, arguments) = node.probabilityParts else { return false }
      switch assumption {
      case .nothing: return false
      case .partition:
        // Two events of a partition exclude each other, so that P(A | B) says nothing.
        guard arguments.count == 2, case .symbol(let event) = arguments[0] else { return false }
        return MathExpression.conditionNames(operators).contains(event.name)
      case .independence: return kind == .covariance
      case .disjointness:
        return kind == .probability
          && (arguments.count > 1 || arguments.contains { $0.contains { $0.isIntersection } })
      case .inclusion: return kind != .probability || !Self.mayInclude(operators)
      case .centred: return kind == .expectation && arguments.first.map { $0.quantityName != nil } ?? false
      }
    }
  }

  func run(
    _ left: MathExpression, _ right: MathExpression, _ operators: [MathExpression],
    _ assumption: ProbabilitySpace.Assumption,
    naming moments: [MathSymbol: NamedMoment] = [:]
  ) -> Outcome {
    for point in 0..<6 {
      guard let (a, b) = values(left, right, operators, assumption, point, naming: moments) else {
        return .notEvaluable
      }
      if a.agreement(with: b) == .differs {
        return .fails(Discrepancy(.identity, left: .scalar(a), right: .scalar(b)))
      }
    }
    return .holds
  }

  /// The values of both sides on one random space.
  func values(
    _ left: MathExpression, _ right: MathExpression, _ operators: [MathExpression],
    _ assumption: ProbabilitySpace.Assumption, _ point: Int,
    naming moments: [MathSymbol: NamedMoment] = [:]
  ) -> (MathScalar, MathScalar)? {
    let randomNames = MathExpression.randomNames(operators)
    let space = ProbabilitySpace(
      seed: seed &+ UInt64(point) &* 7_919, names: randomNames.sorted(),
      conditions: MathExpression.conditionNames(operators), assumption: assumption)
    var place = environment
    place.random = RandomPoint(
      seed: seed &+ UInt64(point), domains: QuantityDomains([left, right], in: environment))
    place.random?.isExact = true
    assignMoments(of: randomNames, on: space, in: [left, right], to: &place)
    for (letter, meaning) in moments {
      place.assign(.scalar(space.moment(meaning.moment, of: meaning.name)), to: .symbol(letter))
    }
    var sample = ProbabilitySample(space: space, place: place, randomNames: randomNames)
    sample.assignDefinedMoments(in: operators + [left, right])
    guard let a = sample.value(of: left), let b = sample.value(of: right) else { return nil }
    return (a, b)
  }
}

extension ProbabilityTest {
  /// Gives μ and σ the mean and the standard deviation of the random variable in their subscript.
  private func assignMoments(
    of names: Set<String>, on space: ProbabilitySpace, in sides: [MathExpression],
    to place: inout FormulaEnvironment
  ) {
    let inside = sides.flatMap({ $0.probabilityOperators }).flatMap { $0.probabilityParts?.1 ?? [] }
    for symbol in Set((sides + inside).flatMap({ $0.symbols })) where symbol.base == "μ" || symbol.base == "σ"
    {
      let owner = symbol.subscripts.first?.compactDescription ?? (names.count == 1 ? names.first : nil)
      guard let owner, names.contains(owner) else { continue }
      let values = space.variable(owner)
      let mean = space.expectation(values)
      let variance = space.expectation(values.map { ($0 - mean) * ($0 - mean) })
      place.assign(.scalar(symbol.base == "μ" ? mean : variance.squareRoot), to: .symbol(symbol))
    }
  }
}

/// A space together with values for all quantities that are not random.
private struct ProbabilitySample {
  let space: ProbabilitySpace
  var place: FormulaEnvironment
  let randomNames: Set<String>
  private var count = 0

  init(space: ProbabilitySpace, place: FormulaEnvironment, randomNames: Set<String>) {
    self.space = space
    self.place = place
    self.randomNames = randomNames
  }

  /// Gives a name such as m its value on the space, if the text has defined m = E[X].
  mutating func assignDefinedMoments(in expressions: [MathExpression]) {
    let inside = expressions.flatMap { $0.probabilityParts?.1 ?? [] }
    for symbol in Set((expressions + inside).flatMap({ $0.symbols })) {
      guard let body = place.definitions[symbol.name], let value = operatorValue(body) else { continue }
      place.assign(.scalar(value), to: .symbol(symbol))
    }
  }

  /// The value of an expression, with the values of its operators on the space.
  mutating func value(of expression: MathExpression) -> MathScalar? {
    var known = place
    var failed = false
    var sample = self
    let rest = expression.replacing { node in
      guard node.isProbabilityOperator else { return nil }
      guard let value = sample.operatorValue(node) else {
        failed = true
        return nil
      }
      sample.count += 1
      let symbol = MathExpression.symbol(MathSymbol("value \(sample.count)"))
      known.assign(.scalar(value), to: symbol)
      return symbol
    }
    self.count = sample.count
    guard !failed, !rest.contains(where: { $0.isSymbol(in: randomNames) }) else { return nil }
    var evaluator = FormulaEvaluator(known)
    guard case .scalar(let value)? = try? evaluator.value(of: rest), value.value.isFinite else { return nil }
    return value
  }

  private mutating func operatorValue(_ node: MathExpression) -> MathScalar? {
    guard let (kind, arguments) = node.probabilityParts else { return nil }
    switch kind {
    case .probability: return probability(node)
    case .expectation:
      guard arguments.count == 1 else { return nil }
      return values(of: arguments[0]).map { space.expectation($0) }
    case .variance: return arguments.count == 1 ? covariance(arguments[0], arguments[0]) : nil
    case .covariance: return arguments.count == 2 ? covariance(arguments[0], arguments[1]) : nil
    case .deviation: return arguments.count == 1 ? covariance(arguments[0], arguments[0])?.squareRoot : nil
    }
  }

  private mutating func covariance(_ x: MathExpression, _ y: MathExpression) -> MathScalar? {
    guard let a = values(of: x), let b = values(of: y) else { return nil }
    let product = space.expectation(zip(a, b).map { $0 * $1 })
    return product - space.expectation(a) * space.expectation(b)
  }

  /// The values of an expression on all atoms.
  private mutating func values(of expression: MathExpression) -> [MathScalar]? {
    var variables: [(MathExpression, [MathScalar])] = []
    for symbol in Set(expression.symbols) where randomNames.contains(symbol.name) {
      variables.append((.symbol(symbol), space.variable(symbol.name)))
    }
    // Inner expectations, as in E[(X − E[X])²], are numbers.
    var sample = self
    var known = place
    var failed = false
    let rest = expression.replacing { node in
      guard node.isProbabilityOperator else { return nil }
      guard let value = sample.operatorValue(node) else {
        failed = true
        return nil
      }
      sample.count += 1
      let symbol = MathExpression.symbol(MathSymbol("value \(sample.count)"))
      known.assign(.scalar(value), to: symbol)
      return symbol
    }
    count = sample.count
    if failed { return nil }
    var result: [MathScalar] = []
    for atom in space.weights.indices {
      for (quantity, values) in variables { known.assign(.scalar(values[atom]), to: quantity) }
      var evaluator = FormulaEvaluator(known)
      guard case .scalar(let value)? = try? evaluator.value(of: rest) else { return nil }
      result.append(value)
    }
    return result
  }

  private func probability(_ node: MathExpression) -> MathScalar? {
    let sets = EventSets(count: space.weights.count) { name in
      randomNames.contains(name) ? space.event(name) : nil
    }
    guard let (events, conditions) = node.eventsAndConditions, let event = sets.joint(events),
      let given = sets.joint(conditions)
    else { return nil }
    let whole = space.probability(given)
    guard whole.value > 0 else { return nil }
    return space.probability(zip(event, given).map { $0 && $1 }) / whole
  }
}
