/// Searches for a counter-example to an inequality between two expressions.
struct InequalityTest {
  /// The result of the search.
  enum Outcome: Hashable {
    /// The inequality held at every point.
    case holds
    /// The inequality held nowhere, or only with equal sides; the discrepancy has a counter-example.
    case fails(Discrepancy)
    /// The inequality held at some points only, so it may be a condition; the discrepancy has a counter-example.
    case depends(Discrepancy)
    /// Too few points gave values.
    case notEvaluable(EvaluationFailure)
  }

  let environment: FormulaEnvironment
  let seed: UInt64
  /// The number of random points.
  private static let points = 48

  func run(_ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression) -> Outcome {
    // Norms of numbers make every inequality between norms an equation.
    let bodies = [left, right] + environment.bodies(reachableFrom: [left, right])
    let hasNorms = bodies.contains { $0.contains { if case .norm = $0 { true } else { false } } }
    if !hasNorms { return run(left, relation, right, .scalars) }
    let domains = QuantityDomains([left, right], in: environment)
    let hasMatrices = bodies.flatMap({ $0.symbols }).contains { QuantityDomains.looksLikeMatrix($0) }
    return run(left, relation, right, domains.speakOfMatrices || hasMatrices ? .matrices : .vectors)
  }

  /// Searches among points in the ranges that names such as μ suggest; the outcome must be the same without these.
  private func run(
    _ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression,
    _ arrangement: RandomPoint.Arrangement
  ) -> Outcome {
    var domains = QuantityDomains([left, right], in: environment)
    let usual = run(left, relation, right, arrangement, domains)
    guard usual.isGeneral else { return usual }
    domains.trustsNames = false
    switch (usual, run(left, relation, right, arrangement, domains)) {
    case (.holds, .fails(let discrepancy)), (.holds, .depends(let discrepancy)): return .depends(discrepancy)
    case (.fails(let discrepancy), .holds), (.fails(let discrepancy), .depends): return .depends(discrepancy)
    default: return usual
    }
  }

  private func run(
    _ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression,
    _ arrangement: RandomPoint.Arrangement, _ domains: QuantityDomains
  ) -> Outcome {
    let outcome = run(left, relation, right, arrangement, domains, stretches: Self.stretches)
    guard outcome == .holds else { return outcome }
    // A bound such as x + y > −500 may hold at all usual points.
    switch run(left, relation, right, arrangement, domains, stretches: [Self.wideStretch]) {
    case .fails(let discrepancy), .depends(let discrepancy): return .depends(discrepancy)
    case .holds, .notEvaluable: return .holds
    }
  }

  private func run(
    _ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression,
    _ arrangement: RandomPoint.Arrangement, _ domains: QuantityDomains, stretches: [Double]
  ) -> Outcome {
    let names = Set(environment.freeQuantities(of: left) + environment.freeQuantities(of: right))
    var failure = EvaluationFailure.undefined("a finite value")
    var strictly = 0
    var refuted: (MathValue, MathValue, FormulaEnvironment)?
    var tried = 0
    for point in 0..<(Self.points * 2) where tried < Self.points {
      var place = IdentityTest(seed: seed).drawn(point, environment, domains, arrangement)
      place.random?.stretch = stretches[point % stretches.count]
      guard domains.admits(place) else { continue }
      var evaluator = FormulaEvaluator(place)
      evaluator.stepLimit = IdentityTest.stepLimit
      do throws(EvaluationFailure) {
        let (a, b) = (try evaluator.value(of: left), try evaluator.value(of: right))
        guard case .scalar(let x) = a, case .scalar(let y) = b, x.value.isFinite, y.value.isFinite else {
          continue
        }
        tried += 1
        switch x.agreement(with: y) {
        case .agrees, .blurred:
          if relation.isStrict, x.exact != nil, x.exact == y.exact { refuted = (a, b, place) }
        case .differs:
          if relation.holds(x.value, y.value) ?? true { strictly += 1 } else { refuted = (a, b, place) }
        }
      } catch {
        failure = error
        if point >= 3, tried == 0, !error.dependsOnPoint { return .notEvaluable(failure) }
      }
    }
    guard tried >= Self.points / 4 else { return .notEvaluable(failure) }
    guard let (a, b, place) = refuted else { return .holds }
    var discrepancy = Discrepancy(.comparison, left: a, right: b)
    for name in names {
      guard let quantity = left.quantity(named: name) ?? right.quantity(named: name) else { continue }
      var evaluator = FormulaEvaluator(place)
      if let value = try? evaluator.value(of: quantity) { discrepancy.counterexample[name] = value }
    }
    return strictly == 0 ? .fails(discrepancy) : .depends(discrepancy)
  }

  /// Factors for the random numbers: a claim may fail only for large or small ones.
  private static let stretches = [1.0, 1.0, 0.05, 8.0, 1.0, 40.0]
  private static let wideStretch = 1e4
}

extension InequalityTest.Outcome {
  /// Whether the inequality held at all points or at none.
  fileprivate var isGeneral: Bool {
    switch self {
    case .holds, .fails: true
    case .depends, .notEvaluable: false
    }
  }
}

extension Relation.Kind {
  /// Whether equal sides refute the relation.
  var isStrict: Bool { self == .less || self == .greater || self == .differs }
}
