/// Numbers to which the words around them give a meaning: λ₁ as an eigenvalue, x* as the place of a minimum.
extension Derivation {
  /// The verdict on `\lambda_1 = 2` in a text about eigenvalues, if the text gives just one matrix; nil for other
  /// statements.
  func spectralVerdict(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard environment.topics.contains(.eigenvalues), left.symbols.contains(where: { $0.isEigenvalue }),
      right.isNumeric,
      case .scalar(let stated)? = value(right),
      let rows = onlyMatrix
    else { return nil }
    if let verdict = spectralSum(left, stated, right, rows) { return verdict }
    guard case .symbol(let symbol) = left, symbol.isEigenvalue, environment.value(of: left) == nil else {
      return nil
    }
    let matrix = MathExpression.symbol(MathSymbol("matrix"))
    // The text may speak of another matrix that it makes from this one.
    let others: [MathExpression] = [
      .product([Factor(.transposed(matrix)), Factor(matrix)]),
      .product([Factor(matrix), Factor(.transposed(matrix))]),
      .power(matrix, .integer(-1)), .power(matrix, .integer(2)), .negated(matrix),
    ]
    var known = environment
    known.assign(.matrix(rows), to: matrix)
    let half = WrittenPrecision(right, relation: .approximates).halfUnits?.first?.value ?? 0
    let tolerance = right.literals.contains { !$0.isInteger } ? 1.1 * half : 0
    guard let isRoot = isEigenvalue(stated.value, of: matrix, rows.count, within: tolerance, in: known) else {
      return nil
    }
    if isRoot { return .holds }
    guard
      !others.contains(where: {
        isEigenvalue(stated.value, of: $0, rows.count, within: tolerance, in: known) ?? true
      })
    else { return nil }
    let discrepancy = Discrepancy(.identity, left: nil, right: .scalar(stated))
    return environment.topics.contains(.eigenvaluesInSentence)
      ? .fails(discrepancy.certain) : claimed(discrepancy)
  }

  /// The only square matrix that the text has given; nil if there are several.
  private var onlyMatrix: [[MathScalar]]? {
    let matrices = Set(
      environment.values.values.compactMap { value -> [[MathScalar]]? in
        guard case .matrix(let rows) = value, (2...6).contains(rows.count), rows.count == rows[0].count else {
          return nil
        }
        return rows
      })
    return matrices.count == 1 ? matrices.first : nil
  }

  /// The verdict on the sum or the product of all eigenvalues: the trace or the determinant of the matrix.
  private func spectralSum(
    _ left: MathExpression, _ stated: MathScalar, _ right: MathExpression, _ rows: [[MathScalar]]
  ) -> Verdict? {
    let parts: [MathExpression]
    let isSum: Bool
    switch left {
    case .sum(let terms): (parts, isSum) = (terms, true)
    case .product(let factors) where factors.allSatisfy({ $0.sign != .division }):
      (parts, isSum) = (factors.map({ $0.expression }), false)
    default: return nil
    }
    let isEigenvalue = { (part: MathExpression) in
      if case .symbol(let symbol) = part {
        symbol.isEigenvalue && environment.value(of: part) == nil
      } else {
        false
      }
    }
    guard parts.count == rows.count, Set(parts).count == parts.count, parts.allSatisfy(isEigenvalue) else {
      return nil
    }
    let matrix = MathExpression.symbol(MathSymbol("matrix"))
    var known = environment
    known.assign(.matrix(rows), to: matrix)
    var evaluator = FormulaEvaluator(known)
    guard
      case .scalar(let expected)? = try? evaluator.value(
        of: .function(isSum ? .trace : .determinant, [matrix]))
    else { return nil }
    let verdict = NumericJudge(environment: environment).judge(
      left, right, values: (.scalar(expected), .scalar(stated)), relation: .equals)
    guard case .fails(let discrepancy) = verdict else { return verdict }
    return claimed(discrepancy)
  }

  /// Whether det(M − λI) vanishes at a number or changes its sign near it.
  private func isEigenvalue(
    _ number: Double, of matrix: MathExpression, _ size: Int, within tolerance: Double,
    in known: FormulaEnvironment
  ) -> Bool? {
    func determinant(_ place: Double) -> Double? {
      var known = known
      let shift = MathValue.identity(size).map { row in row.map { MathScalar($0.value * place) } }
      known.assign(.matrix(shift), to: .symbol(MathSymbol("shift")))
      var evaluator = FormulaEvaluator(known)
      let shifted = MathExpression.sum([matrix, .negated(.symbol(MathSymbol("shift")))])
      return (try? evaluator.value(of: .function(.determinant, [shifted])))?.scalarValue
    }
    guard let here = determinant(number), let far = determinant(number + 1000) else { return nil }
    if here.magnitude <= 1e-9 * max(1, far.magnitude / 1e6) { return true }
    guard tolerance > 0, let below = determinant(number - tolerance),
      let above = determinant(number + tolerance)
    else { return false }
    return (below < 0) != (above < 0) || here.magnitude < 1e-4 * max(1, number.magnitude)
  }

  /// The verdict on f⁻¹(7) = 3 for a function of the text: f(3) must be 7. Nil for other statements.
  func inverseVerdict(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard case .power(.application(let symbol, let arguments), .negated(let one)) = left, one == .integer(1),
      arguments.count == 1, right.isNumeric, environment.functions[symbol.name]?.parameters.count == 1,
      let place = value(arguments[0]), let back = value(.application(symbol, [right])),
      let stated = value(right),
      let reciprocal = value(left)
    else { return nil }
    let judge = NumericJudge(environment: environment)
    if judge.judge(left, right, values: (reciprocal, stated), relation: .equals) == .holds { return .holds }
    if back.agreement(with: place) == .agrees { return .holds }
    guard right.literals.allSatisfy({ $0.isInteger }), back.relativeDifference(to: place) > 1e-6 else {
      return nil
    }
    return claimed(Discrepancy(.solution, left: back, right: place))
  }

  /// The verdict on `x^* = 3` in a text about the minimum of a function: its derivative must vanish there. Nil for other
  /// statements, and if the text gives bounds for x.
  func optimumVerdict(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    guard environment.topics.contains(.extremum), case .symbol(let symbol) = left, symbol.isOptimum,
      right.isNumeric, case .scalar(let stated)? = value(right), environment.value(of: left) == nil
    else { return nil }
    let letter = MathSymbol(symbol.base)
    guard !environment.conditions.contains(where: { $0.left.symbols.contains(letter) }) else { return nil }
    let bodies = environment.functions.values.filter { $0.parameters == [letter] }
    guard bodies.count == 1, let body = bodies.first?.body else { return nil }
    var known = environment
    known.forgetValue(of: letter)
    guard known.freeQuantities(of: body) == [letter.name] else { return nil }
    known.assign(.scalar(stated), to: .symbol(letter))
    let slope = MathExpression.derivative(
      .init(notation: .total, subject: .sum([body]), variables: [.symbol(letter)], order: 1))
    var evaluator = FormulaEvaluator(known)
    guard case .scalar(let value)? = try? evaluator.value(of: slope), value.value.isFinite else { return nil }
    if value.value.magnitude < 1e-9 { return .holds }
    let isRounded = right.literals.contains { !$0.isInteger } || !right.isWrittenValue
    if isRounded, value.value.magnitude < 0.1 { return nil }
    return claimed(Discrepancy(.solution, left: .scalar(value), right: .scalar(.zero)))
  }
}

extension MathSymbol {
  /// Whether the symbol is λ with a number.
  fileprivate var isEigenvalue: Bool { base == "λ" && numericSubscripts?.count == 1 && labels.isEmpty }

  /// Whether the symbol is a letter with a star: x^*.
  fileprivate var isOptimum: Bool {
    subscripts.isEmpty && accents.isEmpty && labels == [.symbol(MathSymbol("*"))]
  }
}
