extension Derivation {
  /// Whether an equation that is open as it was read holds in another way: for whole numbers in a congruence, if a bold
  /// letter means the same as the plain one, for all values of its letters, or with I as the identity matrix.
  func holdsOtherwise(_ left: MathExpression, _ right: MathExpression) -> Bool {
    if left.isArithmeticOfIntegers || right.isArithmeticOfIntegers {
      return CongruenceTest(environment: environment).holds(left, right)
    }
    let (first, second) = (left.mergingStyles(with: right), right.mergingStyles(with: left))
    if (first, second) != (left, right), isIdentity(first, second, environment) { return true }
    return holdsForAllValues(left, right) || holdsWithIdentity(left, right)
  }

  /// Whether the equation is an identity in its letters, whatever the text has said about them. A definition may have no
  /// value, such as a sum over the members of a set.
  private func holdsForAllValues(_ left: MathExpression, _ right: MathExpression) -> Bool {
    let names = Set((left.symbols + right.symbols).map({ $0.name }))
    var general = environment
    general.definitions = environment.definitions.filter { !names.contains($0.key) }
    guard general.definitions.count < environment.definitions.count else { return false }
    return isIdentity(left, right, general)
  }

  func holdsWithIdentity(_ left: MathExpression, _ right: MathExpression) -> Bool {
    for symbol in Set(left.symbols + right.symbols) where symbol.isIdentity {
      let sizes = identitySize(symbol, [left, right]).map { [$0] } ?? [2, 3, 4]
      return sizes.contains { holds(left, right, with: symbol, ofSize: $0) }
    }
    return false
  }

  private func holds(
    _ left: MathExpression, _ right: MathExpression, with identity: MathSymbol, ofSize size: Int
  ) -> Bool {
    var known = environment
    known.definitions[identity.name] = nil
    known.assign(.matrix(MathValue.identity(size)), to: .symbol(identity))
    var (first, second) = (FormulaEvaluator(known), FormulaEvaluator(known))
    guard let a = try? first.value(of: left), let b = try? second.value(of: right) else {
      return left.hasDeterminant && isIdentity(left, right, known)
    }
    return NumericJudge(environment: known).judge(left, right, values: (a, b), relation: .equals) == .holds
  }

  /// Whether (e^x)' = e^x holds with x as a plain variable, although the text uses x for something else, too.
  func holdsForItsLetter(_ left: MathExpression, _ right: MathExpression) -> Bool {
    guard case .derivative(var derivative) = left, derivative.variables.isEmpty,
      derivative.notation == .total,
      case .symbol(let letter)? = derivative.subject.soleLetter,
      Set(right.symbols.filter { !MathConstants.isConstant($0) }).isSubset(of: [letter])
    else { return false }
    let variable = MathExpression.symbol(MathSymbol("argument"))
    let renamed: (MathExpression) -> MathExpression = { side in
      side.replacing { $0 == .symbol(letter) ? variable : nil }
    }
    derivative.subject = renamed(derivative.subject)
    derivative.variables = [variable]
    return isIdentity(.derivative(derivative), renamed(right), FormulaEnvironment())
  }

  private func isIdentity(
    _ left: MathExpression, _ right: MathExpression, _ environment: FormulaEnvironment
  ) -> Bool { IdentityTest(seed: seed).run(left, right, in: environment) == .holds }
}

extension MathExpression {
  fileprivate var hasDeterminant: Bool {
    contains { if case .function(.determinant, _) = $0 { true } else { false } }
  }
}
