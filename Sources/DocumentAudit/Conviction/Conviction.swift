import Formulas

/// Decides whether the audit may call a step wrong: only if the text cannot mean anything else.
struct Conviction {
  /// The values and definitions that are known before the statement.
  var environment: FormulaEnvironment
  /// The role of the statement in its text.
  let role: StatementRole
  let isDisplay: Bool
  /// Whether an arrow of implication links the statement to another one.
  let isLinked: Bool
  /// Whether the formula says "for all", so that its letters are new ones.
  let isQuantified: Bool
  /// Whether the words around the statement say that it holds for everything.
  let isUniversal: Bool
  /// Whether spaces split a number, so that values are uncertain.
  let isTorn: Bool
  /// Whether the row before the statement is missing, so that its first left side is uncertain.
  let isDetached: Bool
  let statement: Statement
  /// Whether a word behind the formula may be the unit of its last side: `$t = … = 12.5$ ns`.
  let unitBehind: Bool
  /// Whether the statement is the first one of its formula.
  let beginsFormula: Bool
  /// The chains of equations in the formula of the statement.
  let chain: EquationChain
  let notations: DocumentNotations
  /// The equations of the part that are no identities, so that other statements may follow from them.
  let constraints: [Equation]
  /// The names to which the last paragraphs have given a value.
  let recent: Set<String>
  /// The names whose values the last twelve paragraphs of the part or a remark have given or used. A name with an older
  /// value may have got another meaning.
  let inForce: Set<String>
  /// The names to which this paragraph has given a value.
  let fresh: Set<String>
  /// The decimals that the text has given as rounded results of earlier calculations.
  let roundedResults: Set<WrittenDecimal>
  let seed: UInt64

  /// The reason to withdraw the verdict on a step; nil if the verdict stands.
  func doubt(about step: JudgedStep) -> Doubt? {
    switch step.verdict {
    case .fails(let discrepancy):
      doubt(about: step, discrepancy) ?? oldMeaning(in: step, discrepancy)
        ?? (environment.effort?.isSpent ?? false ? .effort : nil)
    case .holds: misreading(of: step) ?? onlyForValues(step)
    default: nil
    }
  }

  /// The reason not to call a failing step wrong; nil if it is wrong.
  func doubt(about step: JudgedStep, _ discrepancy: Discrepancy) -> Doubt? {
    if role == .refuted { return .role(role) }
    let isFirst = step.position == statement.sides.first?.position
    if isTorn || isDetached && isFirst { return .unknown("the left side") }
    if environment.effort?.isSpent ?? false { return .effort }
    let notation = NotationDoubts(
      environment: environment, notations: notations, isDecidedAsComplex: discrepancy.isComplex,
      isRepaired: discrepancy.repaired != nil,
      hasValues: step.leftValue != nil && step.rightValue != nil)
    if statement.hasNormOfSpace { return .unknown("the norm") }
    if statement.mayCallOperator { return .unknown("an operator") }
    if statement.speaksOfModulus, !(step.comparison?.isClosedCongruence ?? false) {
      return .unknown("the modulus")
    }
    if statement.hasSizes { return .unknown("a size in brackets") }
    if case .symbol(let symbol)? = statement.sides.first?.expression,
      notations.contradictoryNames.contains(symbol.name)
    {
      return .meaning([symbol.name])
    }
    if case .shape = discrepancy.cause, let comparison = step.comparison {
      if comparison.left.hasProductOfLists || comparison.right.hasProductOfLists {
        return .unknown("the product of vectors")
      }
      let old = (comparison.left.symbols + comparison.right.symbols).filter {
        environment.value(of: .symbol($0)).map { $0.shape != .scalar } ?? false && !recent.contains($0.name)
      }
      if !old.isEmpty { return .meaning(old.map(\.name)) }
      if let reading = rowReading(comparison, step.relation) { return reading }
      // A list of numbers may stand for a number: [0, 1] for 2^0 · 3^1.
      if case .vector = comparison.left, comparison.right.isNumeric { return .unknown("the list of numbers") }
    }
    // A list beside its total: the counts (2, 10, 10) = 22.
    if case .summedVector = discrepancy.cause, let comparison = step.comparison,
      comparison.left.isListOfNumbers,
      comparison.right.isWrittenNumber
    {
      return .unknown("the list of numbers")
    }
    if notations.hasExclusiveEvents, !environment.assumptions.contains(.disjointness),
      let comparison = step.comparison,
      MathExpression.sum([comparison.left, comparison.right]).hasUnionOfEvents
    {
      return .hypothesis
    }
    if notations.hasFlatPriors, let comparison = step.comparison,
      [comparison.left, comparison.right].contains(where: \.hasQuotientOfConditions)
    {
      return .hypothesis
    }
    if let comparison = step.comparison, [comparison.left, comparison.right].contains(where: subtractsEvents)
    {
      return .unknown("a difference of events")
    }
    if mayOpenCase(step) { return .role(role) }
    if let doubt = uncertainForm(of: step, discrepancy) { return doubt }
    if case .expansion = discrepancy.cause, statement.hasDerivativeMarks {
      return .unknown("the derivatives of a function")
    }
    if discrepancy.isCertain {
      if let comparison = step.comparison, notation.hasUncertainSum(comparison.left, comparison.right) {
        return .unknown("the range of a sum")
      }
      if discrepancy.mayDefine, role != .claim { return .role(role) }
      // A scene cannot be set with a statement that is false everywhere.
      if role.isOpen(inDisplay: isDisplay), role != .setting { return .role(role) }
      return isLinked ? .implication : nil
    }
    guard let comparison = step.comparison else { return .unknown(step.left) }
    let (left, right) = (comparison.left, comparison.right)
    if statement.hasEllipsisForSide { return .ellipsis }
    if statement.latex.contains("\\langle"), left.hasIntegral != right.hasIntegral {
      return .unknown("an inner product")
    }
    if let side = statement.sideOfTwoEquations, step.left == side || step.right == side {
      return .unknown("a space between two equations")
    }
    if let name = statement.possibleCalls.first { return .unknown(name) }
    if [left, right].contains(where: \.hasInnerProduct), [left, right].contains(where: hasFreeAngle) {
      return .hypothesis
    }
    if let name = statement.nameWithDigit ?? composedFunction(in: [left, right]) { return .unknown(name) }
    let isComparison = step.relation.isComparison
    if let doubt = notation.doubt(about: left, right, isComparison: isComparison) { return doubt }
    let isClosed = left.isClosed && right.isClosed
    for value in [step.leftValue, step.rightValue] where value.map({ !$0.isFinite }) ?? false {
      let isClaim = isDisplay && role == .claim && step.leftValue?.isFinite ?? false
      let isLimit = if case .limit = left { isClosed && (value != step.rightValue || isClaim) } else { false }
      if !isLimit { return .unknown("an infinite value") }
    }
    // A sentence may give a new value to a name that already has one.
    // In `a = n = 1` all names may get a new value.
    if case .symbol(let symbol) = left, right.isWrittenValue, !isConstantMisprinted(symbol, step),
      statement.sides.dropLast().allSatisfy({ if case .symbol = $0.expression { true } else { false } })
    {
      return .meaning([symbol.name])
    }
    if let name = constantFunction(in: left) { return .meaning([name]) }
    if restatesValue(step, left, right) || discrepancy.substitutesOtherValues || asksForFixedPoint(step) {
      return .meaning([step.left])
    }
    let isOpening =
      step.position == statement.sides.dropFirst().first?.position && !statement.continuesPrevious
      && !right.isWrittenValue
    if !isDisplay, statement.sides.count < 3 || isOpening,
      case .symbol(let symbol)? = statement.sides.first?.expression, left != .symbol(symbol),
      role != .claim || !left.symbols.allSatisfy({ recent.contains($0.name) })
    {
      return .meaning([symbol.name])
    }
    // "R(1) = 0" may be the start of another sequence than "R(1) = 1" before.
    if statement.sides.count == 2, case .application(let symbol, _)? = statement.sides.first?.expression,
      !isDefinedWithoutItself(symbol), right.isPlainValue || right.isGivenValue
    {
      return .meaning([step.left])
    }
    if isClosed {
      if mayBePercent(step, discrepancy) { return .unknown("the per cent sign") }
      if unitBehind, step.position == statement.sides.last?.position, differsByPowerOfTen(step) {
        return .unknown("the unit of a side")
      }
      return numericDoubt(step, left, right) ?? otherReading(left, right, step.relation)
    }
    // Within a chain such as x² − x = x(x − 1) = 0, the rewriting is claimed even if the equation is a condition.
    let isLast = step.position == statement.sides.last?.position
    let isRewriting =
      statement.sides.count >= 3 && step.relation == .equals && left.quantityName == nil
      && (!(isLast && right.isClosed) || role == .setting && isCalculatedNow(left))
    // The derivative of a known function is determined, and a name is needed for a definition.
    let isDetermined =
      left.withDerivatives(in: environment).isDerivative && role != .goal
      || role == .definition && left.quantityName == nil && isDisplay
    if role.isOpen(inDisplay: isDisplay), !isRewriting, !isDetermined, !contradictsGivenValues(step),
      !contradictsGivenMatrices(step)
    {
      return .role(role)
    }
    if contradictsGivenValues(step) { return nil }
    if contradictsGivenMatrices(step) { return nil }
    if isLinked, !isRewriting, !left.isDerivative { return .implication }
    if notations.speaksOfCongruences, !isDisplay { return .unknown("the modulus") }
    if step.relation.isComparison {
      // Two sides that are equal at a chosen point may be meant for other points.
      if let a = discrepancy.left, let b = discrepancy.right, a.components == b.components {
        return .comparison
      }
      // The words may say that eigenvalues and the like are negative.
      if [left, right].contains(.integer(0)),
        (left.symbols + right.symbols).contains(where: { ["λ", "μ", "κ"].contains($0.base) })
      {
        return .comparison
      }
      // A comparison of given values may be a condition on them; a comparison that holds nowhere is not a condition.
      let isClaimed =
        isDisplay && role == .claim
        && (statement.statesMoreThanBounds || usesRecentValues(left) || usesRecentValues(right))
      let mayBeCondition =
        comparison.basis == .values && !isClaimed || [left, right].contains(where: isOpenQuantity)
      let mayBeComplex = notations.speaksOfComplexNumbers && comparison.basis != .values
      return mayBeCondition || mayBeComplex ? .comparison : nil
    }
    switch comparison.basis {
    case .values: return valueDoubt(left, right, step, discrepancy)
    case .points, .derivative: return identityDoubt(left, right, step, repaired: discrepancy.repaired)
    }
  }

  /// A letter that is called in a step and also stands before a call, so that fh(y) may be f(h(y)).
  private func composedFunction(in sides: [MathExpression]) -> String? {
    var called: Set<String> = []
    var composed: Set<String> = []
    for side in sides {
      side.visit { node in
        if case .application(let symbol, _) = node { called.insert(symbol.name) }
        guard case .product(let factors) = node else { return }
        for (factor, next) in zip(factors, factors.dropFirst()) where next.sign == .juxtaposed {
          if case .symbol(let symbol) = factor.expression, case .application = next.expression {
            composed.insert(symbol.name)
          }
        }
      }
    }
    return composed.first { called.contains($0) || notations.functions.contains($0) }
  }

  /// Whether a side has the sine or cosine of a letter without a value, which may be the angle between vectors.
  private func hasFreeAngle(_ side: MathExpression) -> Bool {
    side.contains { node in
      guard case .function(let function, let arguments) = node, [.sine, .cosine].contains(function),
        case .symbol? = arguments.first
      else { return false }
      return !environment.freeQuantities(of: node).isEmpty
    }
  }

  /// Whether a side adds or subtracts events as sets: A_n − A, in a text that uses P(A).
  private func subtractsEvents(_ side: MathExpression) -> Bool {
    guard case .sum(let terms) = side else { return false }
    return terms.contains { term in
      let term = if case .negated(let inner) = term { inner } else { term }
      return term.capital.map { notations.events.contains($0) } ?? false && environment.value(of: term) == nil
    }
  }

  /// Whether the side is a name that a comparison may bound. A comparison with a call of a function of the text that is
  /// false everywhere is no bound.
  private func isOpenQuantity(_ side: MathExpression) -> Bool {
    side.quantityName != nil
      && !(role == .claim && Derivation(environment: environment, rigour: .lenient).isKnownCall(side))
  }
}

extension Statement {
  /// Whether the statement is a chain such as x = 3 < 5. The bounds in a < x < b may be a condition for x.
  fileprivate var statesMoreThanBounds: Bool {
    sides.count > 2 && relations.contains { !$0.kind.isComparison }
  }
}

extension JudgedStep.Comparison {
  /// Whether both sides are remainders of written numbers by the same modulus: 7^4 ≡ 1 (mod 10).
  fileprivate var isClosedCongruence: Bool {
    guard case .function(.remainder, let one) = left, case .function(.remainder, let other) = right,
      one.count == 2, other.count == 2
    else { return false }
    return one[1] == other[1] && left.isClosed && right.isClosed
  }
}

extension MathExpression {
  /// Whether the expression is a list of written numbers.
  fileprivate var isListOfNumbers: Bool {
    if case .vector(let items) = self { items.allSatisfy(\.isWrittenNumber) } else { false }
  }

  /// Whether the expression has a norm or an inner product in brackets.
  fileprivate var hasInnerProduct: Bool {
    contains { node in
      switch node {
      case .norm, .transposed: true
      default: false
      }
    }
  }

  var hasIntegral: Bool { contains { if case .integral = $0 { true } else { false } } }

  private var opaqueNames: [String] {
    var names: [String] = []
    visit { if case .opaque(let name, _) = $0 { names.append(name) } }
    return names
  }

  /// Whether the expression joins events, P(A ∪ B), without the probability of their intersection.
  fileprivate var hasUnionOfEvents: Bool {
    let signs = Set(opaqueNames)
    return !signs.isDisjoint(with: ["∪", "∨"]) && signs.isDisjoint(with: ["∩", "∧"])
  }

  /// Whether the expression divides a conditional probability: p(y | θ) / p(y).
  fileprivate var hasQuotientOfConditions: Bool {
    contains { node in
      guard case .fraction(let above, _) = node else { return false }
      return above.contains { if case .opaque("|", _) = $0 { true } else { false } }
    }
  }

  /// Whether the expression is a derivative.
  var isDerivative: Bool { if case .derivative = self { true } else { false } }
}
