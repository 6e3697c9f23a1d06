/// Decides whether two formulas are the same function, by evaluating both at seeded random points.
///
/// The first points have fractions as coordinates, so that the test compares polynomials and their quotients exactly.
/// At the other points, a difference counts if it is larger than the error bounds of both values.
public struct IdentityTest: Sendable {
  /// The result of the test.
  public enum Outcome: Hashable, Sendable {
    /// Both sides agreed at every point.
    case holds
    /// The sides differed; the discrepancy has a counter-example.
    case fails(Discrepancy)
    /// Too few points gave values.
    case notEvaluable(EvaluationFailure)
  }

  /// The number of random points.
  public var points = 12
  /// The seed of the points.
  public var seed: UInt64 = 1

  /// Whether every quantity is a number, even if its notation suggests a vector or matrix.
  package var onlyNumbers = false

  /// The names of lists whose components add up to one.
  var sumsToOne: Set<String> = []

  /// The number of points whose coordinates are fractions.
  private static let exactPoints = 3
  /// The largest number of nodes for an evaluation at a random point: a test makes dozens of evaluations.
  static let stepLimit = 4_000
  /// The largest number of nodes for all evaluations of a test; a test that needs more ends with fewer points.
  private static let nodeLimit = 300_000

  /// Creates a test with the default number of points.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Tests `left = right`. Quantities with a value in `environment` keep it; the others get random values.
  public func run(
    _ left: MathExpression, _ right: MathExpression, in environment: FormulaEnvironment = FormulaEnvironment()
  ) -> Outcome { run(left, right, in: environment, excluding: []) }

  package func run(
    _ left: MathExpression, _ right: MathExpression, in environment: FormulaEnvironment,
    excluding: Set<String>
  ) -> Outcome {
    let domains = QuantityDomains([left, right], in: environment)
    let places = IndexPlaces(of: left, right, in: environment)
    if !places.assignments.isEmpty {
      return run(left, right, environment, excluding, domains, at: places)
    }
    var result = run(left, right, environment, excluding, domains, .scalars)
    for arrangement in arrangements(for: left, right, domains) {
      switch run(left, right, environment, excluding, domains, arrangement) {
      case .holds: result = .holds
      case .fails(let discrepancy): return .fails(discrepancy)
      case .notEvaluable: break
      }
    }
    return result
  }

  /// Tests the equation with numbers for its free indices.
  private func run(
    _ left: MathExpression, _ right: MathExpression, _ environment: FormulaEnvironment,
    _ excluding: Set<String>, _ domains: QuantityDomains, at places: IndexPlaces
  ) -> Outcome {
    var result = Outcome.notEvaluable(.notEvaluable("free indices"))
    for indices in places.assignments {
      result = run(left, right, environment, excluding, domains, .scalars, indices)
      guard case .holds = result else { return result }
    }
    return result
  }

  /// The value of `expression` if it does not depend on the free quantities; nil otherwise.
  package func constantValue(of expression: MathExpression, in environment: FormulaEnvironment) -> MathValue?
  {
    let domains = QuantityDomains([expression], in: environment)
    var values: [MathValue] = []
    for point in 0..<(points * 3) where values.count < points {
      let drawn = drawn(point, environment, domains, .scalars)
      var evaluator = FormulaEvaluator(drawn)
      evaluator.stepLimit = Self.stepLimit
      guard let value = try? evaluator.value(of: expression), value.isFinite else {
        if point >= 3, values.isEmpty { return nil }
        continue
      }
      if let first = values.first, !value.hasSameNumbers(as: first) || value.agreement(with: first) != .agrees
      {
        return nil
      }
      values.append(value)
    }
    return values.count >= 3 ? values.first : nil
  }

  /// The environment with random values for all other quantities.
  func drawn(
    _ point: Int, _ environment: FormulaEnvironment, _ domains: QuantityDomains,
    _ arrangement: RandomPoint.Arrangement
  ) -> FormulaEnvironment {
    var drawn = environment
    drawn.random = RandomPoint(
      seed: seed &* 1_000_003 &+ UInt64(point), domains: domains, arrangement: arrangement)
    drawn.random?.isExact = point < Self.exactPoints
    drawn.random?.sumsToOne = sumsToOne
    drawn.random?.isSymmetric = environment.topics.contains(.symmetry)
    return drawn
  }

  /// The shapes to try besides numbers: norms, transposes and gradients suggest vectors.
  private func arrangements(
    for left: MathExpression, _ right: MathExpression, _ domains: QuantityDomains
  ) -> [RandomPoint.Arrangement] {
    if onlyNumbers { return [] }
    if domains.speakOfMatrices { return [.matrices] }
    var vectors = false
    var matrices = false
    for side in [left, right] {
      side.visit { node in
        switch node {
        case .norm(let inner, _) where inner.appliesMatrix: (vectors, matrices) = (true, true)
        case .derivative: (vectors, matrices) = (true, matrices || domains.haveForms)
        case .norm, .transposed: vectors = true
        case .symbol(let symbol):
          if symbol.style == "bold" || symbol.accents.contains("vec") { vectors = true }
        case .product(let factors):
          if factors.contains(where: { $0.sign == .hadamard }) { vectors = true }
        default: break
        }
      }
    }
    return vectors ? [matrices ? .matrices : .vectors] : []
  }

  private func run(
    _ left: MathExpression, _ right: MathExpression, _ environment: FormulaEnvironment,
    _ excluding: Set<String>,
    _ domains: QuantityDomains, _ arrangement: RandomPoint.Arrangement, _ indices: [String: Int] = [:]
  ) -> Outcome {
    var valid = 0
    var spent = 0
    var failure = EvaluationFailure.undefined("a finite value")
    for point in 0..<(points * 4) where valid < points && spent < Self.nodeLimit {
      let drawn = drawn(point, environment, domains, arrangement)
      guard domains.admits(drawn) else { continue }
      var first = FormulaEvaluator(drawn, excluding: excluding)
      var second = FormulaEvaluator(drawn, excluding: excluding)
      first.stepLimit = Self.stepLimit
      second.stepLimit = Self.stepLimit
      (first.indices, second.indices) = (indices, indices)
      defer { spent += first.spent + second.spent }
      do throws(EvaluationFailure) {
        let a = try first.value(of: left)
        let b = try second.value(of: right)
        guard a.isFinite, b.isFinite else { continue }
        guard a.hasSameNumbers(as: b) else {
          return .notEvaluable(.shapeMismatch(operation: "=", left: a.shape, right: b.shape))
        }
        switch a.agreement(with: b) {
        case .agrees: valid += 1
        case .differs: return .fails(counterexample(left, right, a, b, environment, drawn))
        case .blurred: continue
        }
      } catch {
        failure = error
        if point >= 3, valid == 0, !error.dependsOnPoint { return .notEvaluable(failure) }
      }
    }
    return valid >= 3 ? .holds : .notEvaluable(failure)
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

extension EvaluationFailure {
  /// Whether the expression may have a value at another point.
  var dependsOnPoint: Bool {
    switch self {
    case .undefined: true
    case .unbound, .shapeMismatch, .notEvaluable, .tooManySteps: false
    }
  }
}

extension MathExpression {
  /// Whether a capital letter stands before another letter, as a matrix before a vector: Xw − y.
  fileprivate var appliesMatrix: Bool {
    contains { node in
      guard case .product(let factors) = node, factors.count == 2, factors[1].sign == .juxtaposed,
        case .symbol(let first) = factors[0].expression, case .symbol(let second) = factors[1].expression
      else { return false }
      return QuantityDomains.looksLikeMatrix(first) && !QuantityDomains.looksLikeMatrix(second)
    }
  }

  /// The symbol, call or derivative with this name inside the expression.
  package func quantity(named name: String) -> MathExpression? {
    var found: MathExpression?
    visit { node in
      if found == nil, node.quantityName == name { found = node }
    }
    return found
  }
}
