/// An equation between two expressions.
package struct Equation: Hashable, Sendable {
  package var left: MathExpression
  package var right: MathExpression

  package init(left: MathExpression, right: MathExpression) {
    self.left = left
    self.right = right
  }
}

/// Decides whether one equation follows from another one: whether it holds at points that satisfy the other.
///
/// The points are found by random values for all quantities but one, and by Newton's method for that one.
package struct ConsequenceTest {
  private(set) var environment: FormulaEnvironment
  let seed: UInt64
  /// The number of solutions at which the equation must hold.
  private static let solutions = 4

  package init(environment: FormulaEnvironment, seed: UInt64) {
    self.environment = environment
    self.seed = seed
  }

  /// Whether `equation` holds wherever `constraint` holds, as far as the points show.
  package func follows(_ equation: Equation, from constraint: Equation) -> Bool {
    let names = Set(
      environment.freeQuantities(of: equation.left) + environment.freeQuantities(of: equation.right))
    let sides = [constraint.left, constraint.right]
    let shared = Set(sides.flatMap({ $0.symbols })).filter { names.contains($0.name) }
    return shared.sorted { $0.name < $1.name }.contains { follows(equation, constraint, solvingFor: $0) }
  }

  /// The environment with 1 for I, if all letters are I and one matrix: such polynomials obey the rules of numbers.
  private func knowingIdentity(_ sides: [MathExpression]) -> FormulaEnvironment {
    let letters = Set(sides.flatMap({ $0.symbols }))
    guard letters.count == 2, let identity = letters.first(where: { $0.isIdentity }),
      letters.contains(where: { $0 != identity && QuantityDomains.looksLikeMatrix($0) })
    else { return environment }
    var known = environment
    known.assign(.scalar(.one), to: .symbol(identity))
    return known
  }

  /// Whether `equation` holds at all solutions that the search finds, for whichever letter it solves `constraint`.
  package func proves(_ equation: Equation, from constraint: Equation) -> Bool {
    let names = Set(
      environment.freeQuantities(of: equation.left) + environment.freeQuantities(of: equation.right))
    let shared = Set([constraint.left, constraint.right].flatMap({ $0.symbols })).filter {
      names.contains($0.name)
    }
    var test = self
    test.environment = knowingIdentity([equation.left, equation.right, constraint.left, constraint.right])
    let open = shared.filter { test.environment.value(of: .symbol($0)) == nil }
    let answers = open.sorted { $0.name < $1.name }.map { test.answer(equation, constraint, solvingFor: $0) }
    return answers.contains(true) && !answers.contains(false)
  }

  private func follows(_ equation: Equation, _ constraint: Equation, solvingFor symbol: MathSymbol) -> Bool {
    answer(equation, constraint, solvingFor: symbol) ?? false
  }

  /// Whether the equation holds at the solutions; nil if the search finds too few of them.
  private func answer(
    _ equation: Equation, _ constraint: Equation, solvingFor symbol: MathSymbol
  ) -> Bool? {
    let sides = [equation.left, equation.right, constraint.left, constraint.right]
    let domains = QuantityDomains(sides, in: environment)
    var found = 0
    var solutions: Set<Double> = []
    for point in 0..<(4 * Self.solutions) where found < Self.solutions {
      if point == 2 * Self.solutions, found == 0 { return nil }
      var place = IdentityTest(seed: seed).drawn(point + 3, environment, domains, .scalars)
      guard let solution = solution(of: constraint, for: symbol, in: place) else { continue }
      place.assign(.scalar(MathScalar(solution)), to: .symbol(symbol))
      guard let left = number(equation.left, in: place), let right = number(equation.right, in: place) else {
        continue
      }
      if (left - right).magnitude > 1e-7 * max(1, left.magnitude, right.magnitude) { return false }
      found += 1
      solutions.insert(solution)
    }
    // At x = 0, which solves x = y·x for each y, other equations hold by chance.
    let isSingle =
      environment.freeQuantities(of: constraint.left)
      .allSatisfy { $0 == symbol.name }
      && environment.freeQuantities(of: constraint.right).allSatisfy { $0 == symbol.name }
    return found >= 2 && (isSingle || solutions.count >= 2) ? true : nil
  }

  /// A value of the symbol that satisfies the constraint, by Newton's method; nil if it finds none.
  private func solution(
    of constraint: Equation, for symbol: MathSymbol, in place: FormulaEnvironment
  ) -> Double? {
    func difference(_ x: Double) -> (value: Double, slope: Double)? {
      var evaluator = FormulaEvaluator(place)
      evaluator.stepLimit = IdentityTest.stepLimit
      evaluator.scope[symbol.name] = .scalar(MathScalar(x).seeded())
      guard case .scalar(let a)? = try? evaluator.value(of: constraint.left),
        case .scalar(let b)? = try? evaluator.value(of: constraint.right)
      else { return nil }
      return (a.value - b.value, a.first - b.first)
    }
    guard case .scalar(let start)? = place.random?.value(of: symbol) else { return nil }
    var x = start.value
    for _ in 0..<40 {
      guard let (value, slope) = difference(x), value.isFinite else { return nil }
      if value.magnitude < 1e-12 { return x.magnitude < 1e-6 ? 0 : x }
      guard slope != 0, slope.isFinite else { return nil }
      let step = value / slope
      x -= step
      if step.magnitude < 1e-14 * max(1, x.magnitude) { return value.magnitude < 1e-9 ? x : nil }
    }
    return nil
  }

  private func number(_ expression: MathExpression, in place: FormulaEnvironment) -> Double? {
    var evaluator = FormulaEvaluator(place)
    evaluator.stepLimit = IdentityTest.stepLimit
    guard case .scalar(let scalar)? = try? evaluator.value(of: expression), scalar.value.isFinite else {
      return nil
    }
    return scalar.value
  }
}
