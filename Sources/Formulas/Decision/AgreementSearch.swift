import ElementaryNumerics

/// Searches for numbers at which two expressions agree. Two sides that agree nowhere are no equation to solve.
package struct AgreementSearch {
  let environment: FormulaEnvironment
  let seed: UInt64
  /// The number of random starting points.
  private static let starts = 60
  /// The number of starting points from which the search goes downhill.
  private static let descents = 6
  /// The smallest difference, relative to the sizes of the sides, that counts as a difference.
  private static let gap = 0.05

  package init(environment: FormulaEnvironment, seed: UInt64) {
    self.environment = environment
    self.seed = seed
  }

  /// Whether the sides, two expressions in the same letters, differ clearly wherever both have values.
  package func agreesNowhere(_ left: MathExpression, _ right: MathExpression) -> Bool {
    guard left.isElementary, right.isElementary else { return false }
    let names = environment.freeQuantities(of: left)
    guard (1...5).contains(names.count), Set(names) == Set(environment.freeQuantities(of: right)) else {
      return false
    }
    let letters = Set(left.symbols).filter { names.contains($0.name) }.sorted { $0.name < $1.name }
    guard letters.count == names.count else { return false }
    let domains = QuantityDomains([left, right], in: environment)
    var found: [(place: [Double], gap: Double)] = []
    for point in 0..<Self.starts {
      let drawn = IdentityTest(seed: seed).drawn(point + 3, environment, domains, .scalars)
      guard let random = drawn.random else { return false }
      let stretch = [1.0, 0.2, 6.0, 1.0, 30.0][point % 5]
      let place = letters.map { (random.value(of: $0).scalarValue ?? 1) * stretch }
      if let gap = gap(left, right, letters, place) { found.append((place, gap)) }
    }
    guard found.count >= Self.starts / 2 else { return false }
    found.sort { $0.gap < $1.gap }
    return found.prefix(Self.descents).allSatisfy { start in
      descend(left, right, letters, from: start.place, start.gap) > Self.gap
    }
  }

  /// The smallest gap that single steps of one coordinate reach, with steps that become smaller.
  private func descend(
    _ left: MathExpression, _ right: MathExpression, _ letters: [MathSymbol], from start: [Double],
    _ first: Double
  ) -> Double {
    var (place, best, step) = (start, first, 0.5)
    while step > 1e-3, best > Self.gap {
      var improved = false
      for position in place.indices {
        for factor in [1 + step, 1 - step, 1 / (1 + step), -1] {
          var next = place
          next[position] *= factor
          if let gap = gap(left, right, letters, next), gap < best {
            (place, best, improved) = (next, gap, true)
          }
        }
      }
      if !improved { step /= 2 }
    }
    return best
  }

  /// The difference of the sides relative to their sizes, from 0 to 1; nil without finite values.
  private func gap(
    _ left: MathExpression, _ right: MathExpression, _ letters: [MathSymbol], _ place: [Double]
  ) -> Double? {
    var known = environment
    for (letter, number) in zip(letters, place) {
      known.assign(.scalar(MathScalar(number)), to: .symbol(letter))
    }
    var evaluator = FormulaEvaluator(known)
    evaluator.stepLimit = IdentityTest.stepLimit
    guard case .scalar(let a)? = try? evaluator.value(of: left),
      case .scalar(let b)? = try? evaluator.value(of: right), a.value.isFinite, b.value.isFinite
    else { return nil }
    let size = a.value.magnitude + b.value.magnitude
    return size == 0 ? 0 : (a.value - b.value).magnitude / size
  }
}

extension MathExpression {
  /// Whether the expression consists of numbers, letters, arithmetic and elementary functions.
  fileprivate var isElementary: Bool {
    !contains { node in
      switch node {
      case .number, .symbol, .sum, .product, .fraction, .power, .root, .negated, .absolute: false
      case .function(let function, _): !Self.elementary.contains(function)
      default: true
      }
    }
  }

  private static let elementary: Set<ElementaryFunction> = [
    .exponential, .naturalLogarithm, .binaryLogarithm, .decimalLogarithm, .squareRoot, .sine, .cosine,
    .hyperbolicSine,
    .hyperbolicCosine,
  ]
}
