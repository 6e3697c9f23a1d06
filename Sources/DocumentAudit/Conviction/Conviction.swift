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
    if statement.callsCombination(of: notations.functions.union(["f", "g", "h"])) {
      return .unknown("a call of a sum of functions")
    }
    if statement.speaksOfModulus, !(step.comparison?.isClosedCongruence ?? false) {
      return .unknown("the modulus")
    }
    if statement.hasSizes { return .unknown("a size in brackets") }
    if case .symbol(let symbol)? = statement.sides.first?.expression,
      notations.contradictoryNames.contains(symbol.name)
    {
      return .meaning([symbol.name])
    }
    if let doubt = listDoubt(about: step, discrepancy) ?? eventDoubt(about: step) { return doubt }
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
    if let doubt = functionDoubt(about: left, right) { return doubt }
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
    if step.relation.isComparison { return comparisonDoubt(about: step, comparison, discrepancy) }
    switch comparison.basis {
    case .values: return valueDoubt(left, right, step, discrepancy)
    case .points, .derivative: return identityDoubt(left, right, step, repaired: discrepancy.repaired)
    }
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
  var hasIntegral: Bool { contains { if case .integral = $0 { true } else { false } } }

  /// Whether the expression is a derivative.
  var isDerivative: Bool { if case .derivative = self { true } else { false } }
}
