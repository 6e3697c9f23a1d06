/// Compares two formulas under a mapping of symbols.
public struct FormulaEquivalence: Sendable {
  /// The result of the comparison.
  public enum Outcome: Hashable, Sendable {
    /// All common left-hand sides agree at every point.
    case equivalent(samples: Int)
    /// The formulas differ; the difference is the largest one, relative to the larger value.
    case differs(FormulaDifference)
    /// The formulas cannot be compared: a formula has no left-hand side, or no value.
    case notComparable(EvaluationFailure)
  }

  /// The number of random points.
  public var samples = 64
  /// The seed of the points.
  public var seed: UInt64 = 1
  /// The number of components of vectors.
  public var size = 3
  /// The largest relative difference that counts as rounding.
  public var tolerance = 1e-9

  /// Creates a comparison with the default number of points.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Compares `second` with `first` after renaming the symbols of `first`.
  ///
  /// The keys of `mapping` are names in `first` and its values are names in `second`, both in LaTeX. The method
  /// compares the left-hand sides that both formulas define, or the last one of each if they have no common one.
  public func compare(
    _ first: String, _ second: String, mapping: [String: String] = [:]
  ) throws(ReadingError) -> Outcome {
    var names: [String: MathExpression] = [:]
    for (old, new) in mapping { names[old.readAsQuantityName] = try MathExpression(latex: new) }
    let one = FormulaRows(try Formula(first)).renamed(names)
    let other = FormulaRows(try Formula(second))
    guard !one.rows.isEmpty, !other.rows.isEmpty else {
      return .notComparable(.notEvaluable("a formula without a left side"))
    }
    let definitions = one.definitions.reduce(into: other.definitions) { $0[$1.key] = $1.value }
    let domains = QuantityDomains(
      one.rows.map({ $0.right }) + other.rows.map({ $0.right }),
      definitions: definitions)
    var worst: FormulaDifference?
    for index in 0..<samples {
      var environment = FormulaEnvironment()
      environment.random = RandomPoint(
        seed: seed &* 104_729 &+ UInt64(index), domains: domains, arrangement: size > 1 ? .vectors : .scalars,
        size: size)
      do throws(EvaluationFailure) {
        let left = try one.values(in: environment)
        let right = try other.values(in: environment)
        for (name, a, b) in Self.pairs(left, right) {
          let difference = a.relativeDifference(to: b)
          if difference > max(tolerance, worst?.relativeDifference ?? 0) {
            worst = FormulaDifference(
              name: name, left: a, right: b, relativeDifference: difference, point: [:])
            worst?.point = Self.point(one, other, environment)
          }
        }
      } catch {
        return .notComparable(error)
      }
    }
    return worst.map { .differs($0) } ?? .equivalent(samples: samples)
  }

  private static func pairs(
    _ left: [(name: String, value: MathValue)], _ right: [(name: String, value: MathValue)]
  ) -> [(String, MathValue, MathValue)] {
    let first: [String: MathValue] = left.reduce(into: [:]) { $0[$1.name] = $1.value }
    let second: [String: MathValue] = right.reduce(into: [:]) { $0[$1.name] = $1.value }
    let common = first.keys.filter { second[$0] != nil }.sorted()
    if common.isEmpty, let a = left.last, let b = right.last { return [(b.name, a.value, b.value)] }
    return common.compactMap { name in
      if let a = first[name], let b = second[name] { (name, a, b) } else { nil }
    }
  }

  private static func point(
    _ one: FormulaRows, _ other: FormulaRows, _ environment: FormulaEnvironment
  ) -> [String: MathValue] {
    var point: [String: MathValue] = [:]
    for rows in [one, other] {
      for name in rows.freeQuantities {
        guard let quantity = rows.rows.lazy.compactMap({ $0.right.quantity(named: name) }).first else {
          continue
        }
        var evaluator = FormulaEvaluator(environment)
        point[name] = try? evaluator.value(of: quantity)
      }
    }
    return point
  }
}

/// The largest difference between two formulas, with the point at which it occurs.
public struct FormulaDifference: Hashable, Sendable {
  /// The left-hand side that differs.
  public var name: String
  /// Its value by the first formula.
  public var left: MathValue
  /// Its value by the second formula.
  public var right: MathValue
  /// The difference relative to the larger value.
  public var relativeDifference: Double
  /// The values of the free quantities at this point.
  public var point: [String: MathValue]
}
