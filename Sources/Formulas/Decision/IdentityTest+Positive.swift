extension IdentityTest {
  /// Whether the identity holds for positive numbers, or for numbers between 0 and 1. Texts often assume so silently:
  /// √(x²) = x.
  package func holdsForPositiveNumbers(
    _ left: MathExpression, _ right: MathExpression, in environment: FormulaEnvironment
  ) -> Bool {
    let free = Set(environment.freeQuantities(of: left) + environment.freeQuantities(of: right))
    let symbols = ([left, right] + environment.bodies(reachableFrom: [left, right])).flatMap({ $0.symbols })
    var positive = environment
    var small = environment
    for symbol in Set(symbols) where free.contains(symbol.name) {
      let quantity = MathExpression.symbol(symbol)
      let isPositive = MathExpression.Condition(left: quantity, relation: .greater, right: .integer(0))
      positive.conditions.append(isPositive)
      small.conditions += [isPositive, .init(left: quantity, relation: .less, right: .integer(1))]
    }
    return run(left, right, in: positive) == .holds || run(left, right, in: small) == .holds
  }
}
