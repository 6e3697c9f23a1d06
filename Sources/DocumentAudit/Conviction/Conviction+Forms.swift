import Formulas

/// Forms of a step that have a usual meaning other than the one that was read.
extension Conviction {
  func uncertainForm(of step: JudgedStep, _ discrepancy: Discrepancy) -> Doubt? {
    let isFirst =
      !statement.continuesPrevious && step.position == statement.sides.dropFirst().first?.position
    if isFirst, statement.beginsWithItemNumber { return .unknown("a number in parentheses") }
    if let notation = uncertainNotation(of: step) { return .unknown(notation) }
    // Equality at one place of a strict comparison, such as 0 < f(i), leaves all other places.
    if step.relation.isComparison, let a = step.leftValue, a.components == step.rightValue?.components,
      statement.sides.contains(where: { !$0.expression.symbols.isEmpty })
    {
      return .comparison
    }
    if notations.speaksOfProcesses, [step.left, step.right].contains(where: \.hasMemberOfProcess) {
      return .hypothesis
    }
    guard let comparison = step.comparison else { return nil }
    let sides = [comparison.left, comparison.right]
    if sides.contains(where: { isUnknownRemark(in: $0) }) { return .unknown("words in the formula") }
    if comparison.left.isObjective, !comparison.right.isClosed { return .role(.goal) }
    // Σ_i may be a sum.
    if sides.flatMap(\.symbols).contains(where: { isUnknownSum($0) }) { return .unknown("Σ") }
    if case .expansion = discrepancy.cause, sides.contains(where: \.sumsUnknownSequence) {
      return .unknown("the terms of a sum")
    }
    if let doubt = pairOrCosetDoubt(about: step, sides) { return doubt }
    if let name = dependentName(of: sides) { return .unknown("how \(name) depends on other quantities") }
    if let name = sides.compactMap(\.raisedName).first, sides.contains(where: \.isWrittenNumber) {
      return .unknown("\(name)^0")
    }
    if !discrepancy.isCertain, !isDisplay, role != .claim,
      statement.sides.count == 2 || step.relation.isComparison,
      statement.sides.allSatisfy({ $0.expression.isLinearForm }),
      statement.sides.count(where: { !$0.expression.symbols.isEmpty }) >= 2
    {
      return step.relation.isComparison ? .comparison : .noRepair
    }
    // Without bounds of its letters, a comparison in a sentence may itself be the bound.
    if !isDisplay, !isUniversal, step.relation.isComparison, statement.sides.count == 2,
      environment.conditions.isEmpty,
      sides.contains(where: { environment.freeQuantities(of: $0).isEmpty }),
      sides.contains(where: { !environment.freeQuantities(of: $0).isEmpty })
    {
      return .comparison
    }
    if let name = antiderivativeOfName(sides) { return .meaning([name]) }
    if let name = unknownMember(of: sides) { return .unknown(name) }
    if notations.mayCommute || notations.hasHypotheses, discrepancy.isCertain,
      sides.contains(where: { hasMatrixFunction($0) })
    {
      return .hypothesis
    }
    if usesMatrixAsIdentity(sides) { return .meaning(["I"]) }
    if leavesOutUnits(sides) { return .unknown("the unit of a side") }
    if case .shape = discrepancy.cause, sides.contains(where: \.isWrittenNumber),
      sides.contains(where: \.isVector)
    {
      return .unknown("the brackets")
    }
    if let doubt = otherArithmeticDoubt(about: step, comparison) { return doubt }
    if case .expansion = discrepancy.cause, relatesNewLetters(sides) { return .noRepair }
    if notations.speaksOfCurves, sides.allSatisfy(\.hasVector) { return .unknown("the addition of points") }
    if statement.latex.contains("dots"), let a = step.leftValue, let b = step.rightValue,
      a.relativeDifference(to: b) < 0.01
    {
      return .ellipsis
    }
    return step.relation.isComparison && isOpenComparison(sides, discrepancy) ? .comparison : nil
  }

  /// A name with an unknown derivative in the step that also stands inside of another derivative.
  private func dependentName(of sides: [MathExpression]) -> String? {
    var subjects: [MathExpression] = []
    for side in sides {
      side.visit { if case .derivative(let derivative) = $0 { subjects.append(derivative.subject) } }
    }
    let names = subjects.compactMap { subject in
      if case .symbol(let symbol) = subject { symbol.name } else { nil }
    }
    return names.first { name in
      subjects.contains { $0.quantityName != name && $0.symbols.contains { $0.name == name } }
    }
  }

  /// A name that equals an indefinite integral: y = ∫ 2x dx defines a function y of x.
  private func antiderivativeOfName(_ sides: [MathExpression]) -> String? {
    guard
      sides.contains(where: { if case .integral(let integral) = $0 { integral.lower == nil } else { false } })
    else { return nil }
    return sides.compactMap(\.quantityName).first
  }

  /// Whether a side has a determinant, a trace, an inverse or a transpose of letters without a value.
  private func hasMatrixFunction(_ side: MathExpression) -> Bool {
    side.contains { node in
      let inner: MathExpression
      switch node {
      case .function(let function, let arguments) where [.determinant, .trace].contains(function):
        inner = arguments[0]
      case .power(let base, .negated(.number)), .transposed(let base): inner = base
      default: return false
      }
      return inner.symbols.contains { symbol in
        symbol.base.first?.isUppercase ?? false && environment.value(of: .symbol(symbol)) == nil
          && environment.definitions[symbol.name] == nil
      }
    }
  }

  /// Whether a side uses I, which now stands for a matrix other than the identity. The text may mean the identity again.
  private func usesMatrixAsIdentity(_ sides: [MathExpression]) -> Bool {
    let identity = MathSymbol("I")
    var evaluator = FormulaEvaluator(environment)
    guard sides.contains(where: { $0.symbols.contains(identity) }),
      case .matrix(let rows)? = try? evaluator.value(of: .symbol(identity))
    else { return false }
    return rows.enumerated().contains { row, entries in
      entries.enumerated().contains { column, entry in entry.value != (row == column ? 1 : 0) }
    }
  }

  /// Whether one side has units and the other is a calculation without them: V = 0.75 V, V - 0.6 V = 0.75 - 0.6.
  private func leavesOutUnits(_ sides: [MathExpression]) -> Bool {
    let free = sides.map { environment.freeQuantities(of: $0) }
    return free.contains(where: \.isEmpty)
      && free.contains { !$0.isEmpty && $0.allSatisfy { $0.hasPrefix("unit ") } }
  }

  /// A member of a sequence without a value beside a member with one: the sequence decides both.
  private func unknownMember(of sides: [MathExpression]) -> String? {
    let free = Set(sides.flatMap { environment.freeQuantities(of: $0) })
    let members = sides.flatMap(\.symbols).filter { !$0.subscripts.isEmpty && $0.style != "unit" }
    let known = Set(members.filter { !free.contains($0.name) }.map(\.base))
    return members.first {
      free.contains($0.name) && known.contains($0.base) && $0.name.contains(/[-+]/)
    }?.name
  }

  /// Whether each side has letters without a value that the other side lacks, so that the equation determines some of
  /// them.
  private func relatesNewLetters(_ sides: [MathExpression]) -> Bool {
    let free = sides.map { Set(environment.freeQuantities(of: $0)) }
    return free[0].subtracting(free[1]).count >= 1 && free[1].subtracting(free[0]).count >= 2
  }

  /// Whether the symbol is Σ with an index and without a value.
  private func isUnknownSum(_ symbol: MathSymbol) -> Bool {
    symbol.base == "Σ" && !symbol.subscripts.isEmpty && environment.value(of: .symbol(symbol)) == nil
  }

  /// Whether a side has Chinese words without a value.
  private func isUnknownRemark(in side: MathExpression) -> Bool {
    side.symbols.contains { $0.isRemark && environment.value(of: .symbol($0)) == nil }
  }

}

extension MathExpression {
  /// The letter of a power such as v^0, which may be the number of a step.
  fileprivate var raisedName: String? {
    if case .power(.symbol(let symbol), .number(let exponent)) = self, exponent.text == "0" {
      symbol.name
    } else {
      nil
    }
  }

  /// Whether the expression adds letters with whole factors: A − 2ε.
  fileprivate var isLinearForm: Bool {
    switch self {
    case .symbol, .number: true
    case .negated(let inner): inner.isLinearForm
    case .sum(let terms): terms.allSatisfy(\.isLinearForm)
    case .product(let factors):
      factors.count == 2 && factors[0].expression.isWrittenNumber && factors[1].expression.quantityName != nil
    default: false
    }
  }

  /// Whether a sum runs over members of a sequence: Σ F_i zⁱ.
  fileprivate var sumsUnknownSequence: Bool {
    contains { node in
      guard case .reduction(let reduction) = node, let index = reduction.index else { return false }
      return reduction.body.symbols.contains { symbol in
        symbol.subscripts.contains { $0.symbols.contains(index) }
      }
    }
  }

  /// Whether the expression is the objective of a problem: min f(x).
  fileprivate var isObjective: Bool {
    guard case .function(let function, let arguments) = self, [.minimum, .maximum].contains(function),
      arguments.count == 1, case .application = arguments[0]
    else { return false }
    return true
  }

  fileprivate var isVector: Bool { if case .vector = self { true } else { false } }

  fileprivate var hasVector: Bool { contains(where: \.isVector) }
}

extension String {
  /// Whether the LaTeX has a capital letter with a time or a number, which may be a value of a random process: `W(t)`,
  /// `X_j`.
  fileprivate var hasMemberOfProcess: Bool { contains(/(^|[^\\A-Za-z])[A-Z]\s*(_|\(|\^\{?\()/) }
}
