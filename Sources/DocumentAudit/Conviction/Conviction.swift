import Formulas

/// Decides whether the audit may call a step wrong: only if the text cannot mean anything else.
struct Conviction {
  /// The values and definitions that are known before the statement.
  let environment: FormulaEnvironment
  /// The role of the statement in its text.
  let role: StatementRole
  let isDisplay: Bool
  /// Whether an arrow of implication links the statement to another one.
  let isLinked: Bool
  /// Whether spaces split a number, so that values are uncertain.
  let isTorn: Bool
  /// Whether the row before the statement is missing, so that its first left side is uncertain.
  let isDetached: Bool
  let statement: Statement
  let notations: DocumentNotations
  /// The equations of the part that are no identities, so that other statements may follow from them.
  let constraints: [Equation]
  let seed: UInt64

  /// The reason to withdraw the verdict on a step; nil if the verdict stands.
  func doubt(about step: JudgedStep) -> Doubt? {
    switch step.verdict {
    case .fails(let discrepancy): doubt(about: step, discrepancy)
    case .holds: onlyForValues(step)
    default: nil
    }
  }

  /// The reason not to call a failing step wrong; nil if it is wrong.
  private func doubt(about step: JudgedStep, _ discrepancy: Discrepancy) -> Doubt? {
    if role == .refuted { return .role(role) }
    let isFirst = step.position == statement.sides.first?.position
    if isTorn || isDetached && isFirst { return .unknown("the left side") }
    let notation = NotationDoubts(
      environment: environment, notations: notations, isDecidedAsComplex: discrepancy.repaired != nil,
      hasValues: step.leftValue != nil && step.rightValue != nil)
    if discrepancy.isCertain {
      if let comparison = step.comparison, notation.hasUncertainSum(comparison.left, comparison.right) {
        return .unknown("the range of a sum")
      }
      // A scene cannot be set with a statement that is false everywhere.
      if role.isOpen(inDisplay: isDisplay), role != .setting { return .role(role) }
      return isLinked ? .implication : nil
    }
    guard let comparison = step.comparison else { return .unknown(step.left) }
    if statement.hasEllipsisForSide { return .ellipsis }
    if let name = statement.unreadCall { return .unknown(name) }
    let (left, right) = (comparison.left, comparison.right)
    let isComparison = step.relation.isComparison
    if let doubt = notation.doubt(about: left, right, isComparison: isComparison) { return doubt }
    let isClosed = left.isClosed && right.isClosed
    for value in [step.leftValue, step.rightValue] where value.map({ !$0.isFinite }) ?? false {
      let isLimit = if case .limit = left { isClosed && value != step.rightValue } else { false }
      if !isLimit { return .unknown("an infinite value") }
    }
    // A sentence may give a new value to a name that already has one.
    if !isDisplay, statement.sides.count < 3, case .symbol(let symbol)? = statement.sides.first?.expression,
      left != .symbol(symbol)
    {
      return .meaning([symbol.name])
    }
    if isClosed {
      return numericDoubt(step, left, right) ?? otherReading(left, right, step.relation)
    }
    // Within a chain such as x² − x = x(x − 1) = 0, the rewriting is claimed even if the equation is a condition.
    let isLast = step.position == statement.sides.last?.position
    let isRewriting =
      statement.sides.count >= 3 && step.relation == .equals && left.quantityName == nil
      && !(isLast && right.isClosed)
    // The derivative of a known function is determined, and a name is needed for a definition.
    let isDetermined =
      left.isDerivative && role != .goal || role == .definition && left.quantityName == nil && isDisplay
    if role.isOpen(inDisplay: isDisplay), !isRewriting, !isDetermined { return .role(role) }
    if isLinked, !isRewriting, !left.isDerivative { return .implication }
    if notations.speaksOfCongruences, !isDisplay { return .unknown("the modulus") }
    if step.relation.isComparison {
      // A comparison of given values may be a condition on them; a comparison that holds nowhere is not a condition.
      let isClaimed = isDisplay && role == .claim && statement.sides.count > 2
      let mayBeCondition =
        comparison.basis == .values && !isClaimed || left.quantityName != nil || right.quantityName != nil
      return mayBeCondition || notations.speaksOfComplexNumbers ? .comparison : nil
    }
    switch comparison.basis {
    case .values: return valueDoubt(left, right, step, discrepancy)
    case .points, .derivative: return identityDoubt(left, right, step, repaired: discrepancy.repaired)
    }
  }

  // MARK: Numbers

  private func numericDoubt(_ step: JudgedStep, _ left: MathExpression, _ right: MathExpression) -> Doubt? {
    if step.relation.isComparison {
      let hasLetter = !left.symbols.isEmpty || !right.symbols.isEmpty
      return role == .condition || role == .goal || hasLetter ? .comparison : nil
    }
    guard let a = step.leftValue, let b = step.rightValue else { return nil }
    return isRounding(a, b, step) || isLeftByInputs(left, right, a, b) ? .rounding : nil
  }

  /// Whether rounding of the constants with six or more digits explains the difference, half a unit each.
  private func isLeftByInputs(
    _ left: MathExpression, _ right: MathExpression, _ a: MathValue, _ b: MathValue
  ) -> Bool {
    let literals = Set((left.literals + right.literals).filter { !$0.isInteger && $0.significantDigits >= 6 })
    guard !literals.isEmpty, literals.count <= 8, a.hasSameNumbers(as: b) else { return false }
    var allowance = [Double](repeating: 0, count: a.components.count)
    for literal in literals {
      let half = literal.halfUnit.value
      for (side, value) in [(left, a), (right, b)] {
        let shifted = side.replacing { node in
          guard case .number(let number) = node, number == literal else { return nil }
          return WrittenDecimal((number.doubleValue + half).description).map { .number($0) }
        }
        var evaluator = FormulaEvaluator(environment)
        guard let moved = try? evaluator.value(of: shifted), moved.hasSameNumbers(as: value) else {
          return false
        }
        for (position, (x, y)) in zip(moved.components, value.components).enumerated() {
          allowance[position] += (x - y).magnitude
        }
      }
    }
    return zip(zip(a.components, b.components), allowance).allSatisfy { pair, allowed in
      (pair.0 - pair.1).magnitude <= allowed * 1.01
    }
  }

  /// Whether the difference is rounding that texts do not mention: a whole number for a fraction, one digit for `≈`.
  private func isRounding(_ a: MathValue, _ b: MathValue, _ step: JudgedStep) -> Bool {
    guard a.hasSameNumbers(as: b), let right = step.comparison?.right else { return false }
    let isApproximate = step.comparison.map { $0.left.isComputedByLimit || right.isComputedByLimit } ?? false
    if isApproximate, a.relativeDifference(to: b) < 1e-3 { return true }
    let digits = right.literals.map(\.significantDigits).max() ?? 0
    return zip(a.components, b.components).allSatisfy { x, y in
      if x == y { return true }
      let error = (x - y).magnitude / max(x.magnitude, y.magnitude)
      if step.relation == .approximates {
        if digits <= 1 { return error < 0.5 }
        if digits == 2 { return error < 0.05 }
      }
      // 7/2 = 3 may count whole things.
      return right.isWrittenNumber && right.literals.allSatisfy(\.isInteger) && y.rounded() == y
        && x.rounded() != x
        && (x - y).magnitude < 1
    }
  }

  private func valueDoubt(
    _ left: MathExpression, _ right: MathExpression, _ step: JudgedStep, _ discrepancy: Discrepancy
  ) -> Doubt? {
    guard let a = step.leftValue, let b = step.rightValue else { return .unknown(step.left) }
    if isRounding(a, b, step) { return .rounding }
    // vᵀ = (…) may give the vector a new value.
    if case .transposed(.symbol(let symbol)) = left, right.isWrittenValue { return .meaning([symbol.name]) }
    if !isDisplay, statement.sides.count < 3 {
      // In a sentence, a formula that is not a result gives a value or states a condition.
      if role != .claim, !left.contains(where: { $0.isCall }) { return .role(.bare) }
    }
    // With letters on both sides, the step is an identity; the known values may refute it by accident.
    if !right.isPlainlyNumeric { return identityDoubt(left, right, step, repaired: nil) }
    if let doubt = otherReading(left, right, step.relation) { return doubt }
    switch discrepancy.cause {
    case .summedVector where right.canonical == .integer(0): return .reading(.innerProduct)
    case .swappedWeights, .vanishedRoot, .summedVector, .sign, .powerOfTen, .lastDigit: return nil
    case .shape: return a.shape == .scalar || b.shape == .scalar ? .reading(.innerProduct) : nil
    default: break
    }
    if right.literals.isEmpty || !right.isWrittenValue, a.relativeDifference(to: b) < 0.005 {
      return .rounding
    }
    // A display that continues a calculation is a step; a display that gives a value may redefine the name.
    if isDisplay, !right.isWrittenValue, a.hasSameNumbers(as: b) { return nil }
    return isNear(a, b) ? nil : .meaning(left.symbols.map(\.name))
  }

  /// Whether a slip of a digit explains the difference.
  private func isNear(_ a: MathValue, _ b: MathValue) -> Bool {
    guard a.hasSameNumbers(as: b) else { return false }
    let near = zip(a.components, b.components).map { x, y in
      (x - y).magnitude <= 0.6 * max(x.magnitude, y.magnitude) || (x - y).magnitude <= 2
    }
    let wrong = zip(a.components, b.components).count { $0 != $1 }
    // A slip in a vector or matrix leaves most of its entries right.
    return near.allSatisfy { $0 } && (near.count == 1 || 2 * wrong <= near.count)
  }

  // MARK: Identities

  private func identityDoubt(
    _ left: MathExpression, _ right: MathExpression, _ step: JudgedStep, repaired: MathExpression?
  ) -> Doubt? {
    if let doubt = otherReading(left, right, step.relation) { return doubt }
    // A function that equals a number is an equation to solve, unless the function is constant.
    let isOneSided =
      environment.freeQuantities(of: left).isEmpty != environment.freeQuantities(of: right).isEmpty
    if isOneSided, step.comparison?.basis == .points {
      let test = IdentityTest(seed: seed)
      if test.constantValue(of: left, in: environment) == nil
        || test.constantValue(of: right, in: environment) == nil
      {
        return .noRepair
      }
      // Both sides are constant and differ, so that no value of the letters satisfies the equation.
      return nil
    }
    for (side, other) in [(left, right), (right, left)] {
      if case .symbol(let symbol) = side, environment.freeQuantities(of: side) == [symbol.name],
        !environment.freeQuantities(of: other).contains(symbol.name)
      {
        return .meaning([symbol.name])
      }
    }
    if IdentityTest(seed: seed).holdsForPositiveNumbers(left, right, in: environment)
      || followsFromConstraint(left, right)
    {
      return .hypothesis
    }
    if step.comparison?.basis == .derivative, isPartlyRight(step) { return nil }
    var known = environment
    if step.comparison?.basis == .derivative { known.forget(left) }
    if step.comparison?.basis == .values { known.forgetValues(keeping: []) }
    guard let repaired = repaired ?? NearMiss(environment: known, seed: seed).repair(left, right),
      repaired.canonical != left.canonical, repaired.canonical != right.canonical
    else { return .noRepair }
    return nil
  }

  /// Whether some components of a stated gradient are right, and others are not.
  private func isPartlyRight(_ step: JudgedStep) -> Bool {
    guard let discrepancy = step.verdict.discrepancy, let a = discrepancy.left, let b = discrepancy.right,
      a.shape != .scalar, a.hasSameNumbers(as: b)
    else { return false }
    return zip(a.components, b.components).contains { ($0 - $1).magnitude <= 1e-12 * max(1, $0.magnitude) }
  }

  private func followsFromConstraint(_ left: MathExpression, _ right: MathExpression) -> Bool {
    let test = ConsequenceTest(environment: environment, seed: seed)
    return constraints.contains { test.follows(Equation(left: left, right: right), from: $0) }
  }

  /// The doubt about a step that holds only for the current values, such as (x + 1)² = x² + 3x near "let x = 1".
  private func onlyForValues(_ step: JudgedStep) -> Doubt? {
    guard let comparison = step.comparison, comparison.basis == .values, step.relation == .equals else {
      return nil
    }
    let (left, right) = (comparison.left, comparison.right)
    let names = Set(left.symbols.map(\.name)).filter { name in
      left.quantity(named: name).map { environment.value(of: $0) != nil } ?? false
    }
    guard !names.isEmpty, names == Set(right.symbols.map(\.name)), left.quantityName == nil,
      right.quantityName == nil
    else { return nil }
    var symbolic = environment
    symbolic.forgetValues(keeping: [])
    guard case .fails = IdentityTest(seed: seed).run(left, right, in: symbolic) else { return nil }
    return .onlyForValues(names.sorted())
  }

  // MARK: Readings

  /// The doubt that names another usual reading, if the step holds in that reading.
  private func otherReading(_ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind)
    -> Doubt?
  {
    for reading in Reading.allCases {
      let one = reading.applied(to: left, in: environment)
      let other = reading.applied(to: right, in: environment)
      if one == nil, other == nil { continue }
      let pairs = [(one ?? left, other ?? right), (one ?? left, right), (left, other ?? right)]
      if pairs.contains(where: { holds($0.0, $0.1, relation) }) { return .reading(reading) }
    }
    return nil
  }

  private func holds(_ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind) -> Bool {
    var (first, second) = (FormulaEvaluator(environment), FormulaEvaluator(environment))
    if let a = try? first.value(of: left), let b = try? second.value(of: right) {
      return NumericJudge(environment: environment).judge(left, right, values: (a, b), relation: relation)
        == .holds
    }
    return IdentityTest(seed: seed).run(left, right, in: environment) == .holds
  }
}

extension Statement {
  /// Whether dots stand for some sides of the chain.
  fileprivate var hasEllipsisForSide: Bool {
    sides.contains {
      if case .symbol(let symbol) = $0.expression { symbol.base.contains("…") } else { false }
    }
  }

  /// A letter before one letter or a number in parentheses that was read as a product and may be a call: `y(0)`.
  fileprivate var unreadCall: String? {
    let called = Set(sides.flatMap { side in side.expression.calledNames })
    let bytes = Array(latex.utf8)
    let isWord: (UInt8) -> Bool = { FormulaLexer.isLetter($0) || FormulaLexer.isDigit($0) }
    for position in bytes.indices.dropLast(3) where bytes[position + 1] == UInt8(ascii: "(") {
      let inside = bytes[(position + 2)...]
      let digits = inside.prefix(while: FormulaLexer.isDigit).count
      let length = digits > 0 ? digits : inside.prefix(1).allSatisfy(isWord) ? 1 : 0
      guard FormulaLexer.isLetter(bytes[position]), length > 0,
        inside.dropFirst(length).first == UInt8(ascii: ")")
      else { continue }
      let isCommand =
        position > 0 && (FormulaLexer.isLetter(bytes[position - 1]) || bytes[position - 1] == 92)
      let name = String(UnicodeScalar(bytes[position]))
      if !isCommand, !called.contains(name) { return name }
    }
    return nil
  }
}

extension MathExpression {
  /// The letters that the expression calls as functions.
  fileprivate var calledNames: [String] {
    var names: [String] = []
    visit { if case .application(let symbol, _) = $0 { names.append(symbol.base) } }
    return names
  }

  fileprivate var isDerivative: Bool { if case .derivative = self { true } else { false } }

  /// Whether a limit, an integral or an infinite sum makes the value approximate.
  fileprivate var isComputedByLimit: Bool {
    contains { node in
      switch node {
      case .limit, .integral: true
      case .reduction(let reduction): reduction.upper == .symbol(MathSymbol("∞"))
      default: false
      }
    }
  }

  /// Whether the expression consists of written numbers; e and π are its only letters.
  var isPlainlyNumeric: Bool { isNumeric && !contains { if case .interval = $0 { true } else { false } } }

  /// The expression without factors and exponents of one and without terms of zero, with terms and factors sorted. An
  /// equation between two expressions with the same canonical form says nothing.
  var canonical: MathExpression {
    let inner = mapChildren(\.canonical)
    switch inner {
    case .sum(let terms):
      let rest = terms.filter { !$0.isInteger(0) }
      if rest.isEmpty { return .integer(0) }
      return rest.count == 1 ? rest[0] : .sum(rest.sorted { $0.description < $1.description })
    case .product(let factors):
      if factors.contains(where: { $0.sign == .division }) { return inner }
      if factors.contains(where: { $0.expression.isInteger(0) }) { return .integer(0) }
      let rest = factors.map(\.expression).filter { !$0.isInteger(1) }
      if rest.isEmpty { return .integer(1) }
      if rest.count == 1 { return rest[0] }
      return .product(rest.sorted { $0.description < $1.description }.map { Factor($0) })
    case .power(let base, let exponent): return exponent.isInteger(1) || base.isInteger(1) ? base : inner
    case .negated(.negated(let part)): return part
    default: return inner
    }
  }

  private func isInteger(_ value: Int) -> Bool {
    if case .number(let number) = self { return number.doubleValue == Double(value) }
    return false
  }
}
