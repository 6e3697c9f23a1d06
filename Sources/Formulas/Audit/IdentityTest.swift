/// Decides whether two formulas are the same function, by evaluating both at seeded random points.
public struct IdentityTest: Sendable {
  /// What the points showed.
  public enum Outcome: Hashable, Sendable {
    /// Both sides agreed at every point.
    case holds
    /// They differed; the point is a counter-example.
    case fails(Discrepancy)
    /// No point gave a value.
    case notEvaluable(EvaluationFailure)
  }

  /// How many points are tried.
  public var points = 12
  /// The seed of the points.
  public var seed: UInt64 = 1
  /// The largest difference, relative to 1 + the larger side, that counts as rounding.
  public var tolerance = 1e-9

  /// Whether every quantity is drawn as a number, whatever the notation suggests.
  package var onlyNumbers = false

  /// A test with the default number of points.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Tests `left = right`; what `environment` knows keeps its value, everything else is drawn.
  public func run(
    _ left: MathExpression, _ right: MathExpression, in environment: FormulaEnvironment = FormulaEnvironment()
  ) -> Outcome { run(left, right, in: environment, excluding: []) }

  package func run(
    _ left: MathExpression, _ right: MathExpression, in environment: FormulaEnvironment,
    excluding: Set<String>
  ) -> Outcome {
    var parts = [left, right]
    parts += environment.definitions.values
    parts += environment.functions.values.map(\.body)
    let domains = QuantityDomains(parts, definitions: environment.definitions)
    var result = run(left, right, environment, excluding, domains, .scalars)
    for arrangement in arrangements(for: left, right) {
      switch run(left, right, environment, excluding, domains, arrangement) {
      case .holds: result = .holds
      case .fails(let discrepancy): return .fails(discrepancy)
      case .notEvaluable: break
      }
    }
    return result
  }

  /// The value of `expression` when it is the same, to the last digits, whatever its free quantities are.
  package func constantValue(of expression: MathExpression, in environment: FormulaEnvironment) -> MathValue?
  {
    let parts = [expression] + environment.definitions.values + environment.functions.values.map(\.body)
    let domains = QuantityDomains(parts, definitions: environment.definitions)
    var values: [MathValue] = []
    for point in 0..<(points * 3) where values.count < points {
      var drawn = environment
      drawn.random = RandomPoint(
        seed: seed &* 1_000_003 &+ UInt64(point), domains: domains, arrangement: .scalars)
      var evaluator = FormulaEvaluator(drawn)
      evaluator.stepLimit = 4_000
      guard let value = try? evaluator.value(of: expression), value.isFinite else {
        if point >= 3, values.isEmpty { return nil }
        continue
      }
      values.append(value)
    }
    guard values.count >= 3, let first = values.first else { return nil }
    let isSame = values.allSatisfy {
      $0.hasSameNumbers(as: first) && $0.relativeDifference(to: first) < 1e-12
    }
    return isSame ? first : nil
  }

  /// Which further arrangements the notation asks for: norms, transposes, gradients speak of vectors.
  private func arrangements(for left: MathExpression, _ right: MathExpression) -> [RandomPoint.Arrangement] {
    if onlyNumbers { return [] }
    var vectors = false
    var matrices = false
    for side in [left, right] {
      side.visit { node in
        switch node {
        case .norm, .derivative, .transposed: vectors = true
        case .symbol(let symbol):
          if symbol.style == "bold" || symbol.accents.contains("vec") { vectors = true }
        case .product(let factors):
          if factors.contains(where: { $0.sign == .hadamard }) { vectors = true }
        default: break
        }
        if case .transposed(.symbol(let symbol)) = node, QuantityDomains.looksLikeMatrix(symbol) {
          matrices = true
        }
      }
    }
    return matrices ? [.matrices] : (vectors ? [.vectors] : [])
  }

  private func run(
    _ left: MathExpression, _ right: MathExpression, _ environment: FormulaEnvironment,
    _ excluding: Set<String>,
    _ domains: QuantityDomains, _ arrangement: RandomPoint.Arrangement
  ) -> Outcome {
    var valid = 0
    var failure = EvaluationFailure.undefined("a finite value")
    for point in 0..<(points * 3) where valid < points {
      var drawn = environment
      drawn.random = RandomPoint(
        seed: seed &* 1_000_003 &+ UInt64(point), domains: domains, arrangement: arrangement)
      var first = FormulaEvaluator(drawn, excluding: excluding)
      var second = FormulaEvaluator(drawn, excluding: excluding)
      // Dozens of evaluations must not take longer than one.
      first.stepLimit = 4_000
      second.stepLimit = 4_000
      do throws(EvaluationFailure) {
        let a = try first.value(of: left)
        let b = try second.value(of: right)
        guard a.isFinite, b.isFinite else { continue }
        valid += 1
        guard a.hasSameNumbers(as: b) else {
          return .notEvaluable(.shapeMismatch(operation: "=", left: a.shape, right: b.shape))
        }
        if !agrees(a, b) { return .fails(counterexample(left, right, a, b, environment, drawn)) }
      } catch {
        failure = error
        if point >= 3, valid == 0 { return .notEvaluable(failure) }
      }
    }
    return valid >= 3 ? .holds : .notEvaluable(failure)
  }

  private func agrees(_ a: MathValue, _ b: MathValue) -> Bool {
    let scale = 1 + max(a.components.map(\.magnitude).max() ?? 0, b.components.map(\.magnitude).max() ?? 0)
    return zip(a.components, b.components).allSatisfy {
      ($0 - $1).magnitude <= tolerance * min(scale, 1 + $0.magnitude)
    }
  }

  private func counterexample(
    _ left: MathExpression, _ right: MathExpression, _ a: MathValue, _ b: MathValue,
    _ environment: FormulaEnvironment, _ drawn: FormulaEnvironment
  ) -> Discrepancy {
    var result = Discrepancy(.identity, left: a, right: b)
    for side in [left, right] {
      for name in environment.freeQuantities(of: side) {
        guard let quantity = side.quantity(named: name) else { continue }
        var evaluator = FormulaEvaluator(drawn)
        if let value = try? evaluator.value(of: quantity) { result.counterexample[name] = value }
      }
    }
    return result
  }
}

extension MathExpression {
  /// The symbol, call or derivative with this name inside the expression.
  package func quantity(named name: String) -> MathExpression? {
    var found: MathExpression?
    visit { node in
      if found == nil, node.quantityName == name { found = node }
    }
    return found
  }
}
