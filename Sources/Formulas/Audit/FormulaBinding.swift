/// Compares a printed formula with code: evaluates the right-hand sides of the formula at random points and compares
/// the results with the left-hand sides that the code returns.
public struct FormulaBinding: Sendable {
  /// The formula as it was read.
  public let formula: Formula
  /// The names that the rows define, in order.
  public let leftHandSides: [String]
  /// The names of the quantities that the code receives: the formula uses them and does not define them.
  public let freeQuantities: [String]

  private let rows: FormulaRows
  private let domains: QuantityDomains

  /// Reads the formula; throws a `ReadingError` for LaTeX that it does not understand.
  public init(_ latex: String) throws(ReadingError) {
    formula = try Formula(latex)
    rows = FormulaRows(formula)
    leftHandSides = rows.rows.map({ $0.name })
    freeQuantities = rows.freeQuantities
    domains = QuantityDomains(rows.rows.map({ $0.right }), definitions: rows.definitions)
  }

  /// Draws a value for every free quantity.
  ///
  /// Hyperparameters and step counters are numbers. Every other quantity is a vector of `size` components, or a number
  /// if `size` is 1; `shapes` sets other shapes by name. Averages under a root are positive, weights lie between 0 and
  /// 1, and ε is small.
  public func sample(seed: UInt64, size: Int = 3, shapes: [String: MathShape] = [:]) -> FormulaSample {
    let environment = drawn(seed: seed, size: size, shapes: shapes)
    var values: [String: MathValue] = [:]
    for name in freeQuantities {
      guard let quantity = rows.rows.lazy.compactMap({ $0.right.quantity(named: name) }).first else {
        // A family such as y occurs only with an index: y_i.
        values[name] = environment.random?.family(MathSymbol(name)) ?? familyValue(name, environment)
        continue
      }
      var evaluator = FormulaEvaluator(environment)
      values[name] = try? evaluator.value(of: quantity)
    }
    return FormulaSample(values: values)
  }

  /// Evaluates the formula and the code at `samples` points.
  ///
  /// The closure returns values for the left-hand sides, named in LaTeX. A missing name, a wrong shape and NaN are
  /// failures.
  public func verify<Failure: Error>(
    samples: Int = 20, size: Int = 3, seed: UInt64 = 1, shapes: [String: MathShape] = [:],
    relativeTolerance: Double = 1e-9, _ code: (FormulaSample) throws(Failure) -> [String: MathValue]
  ) throws(Failure) -> BindingReport {
    var report = BindingReport(leftHandSides: leftHandSides, samples: 0, largestError: 0, failures: [])
    for index in 0..<samples where report.failures.count < 5 {
      let pointSeed = seed &* 7919 &+ UInt64(index)
      let point = sample(seed: pointSeed, size: size, shapes: shapes)
      var environment = drawn(seed: pointSeed, size: size, shapes: shapes)
      for (name, value) in point.values { environment.assign(value, named: name) }
      let expected: [(name: String, value: MathValue)]
      do throws(EvaluationFailure) {
        expected = try rows.values(in: environment)
      } catch {
        report.failures.append(.notEvaluable(error))
        return report
      }
      var given: [String: MathValue] = [:]
      for (name, value) in try code(point) { given[name.readAsQuantityName] = value }
      report.samples += 1
      if let misreading = point.misreading {
        report.failures.append(.misread(misreading))
        return report
      }
      compare(expected, given, point, relativeTolerance, &report)
    }
    return report
  }

  private func compare(
    _ expected: [(name: String, value: MathValue)], _ given: [String: MathValue], _ point: FormulaSample,
    _ tolerance: Double, _ report: inout BindingReport
  ) {
    // If several rows define a name, the last value counts.
    let last: [String: MathValue] = expected.reduce(into: [:]) { $0[$1.name] = $1.value }
    for name in given.keys.sorted() where last[name] == nil { report.failures.append(.unexpected(name)) }
    for (name, value) in last.sorted(by: { $0.key < $1.key }) {
      guard let found = given[name] else {
        report.failures.append(.missing(name))
        continue
      }
      let error = value.relativeDifference(to: found)
      if error <= tolerance {
        report.largestError = max(report.largestError, error)
      } else {
        report.failures.append(.differs(name: name, expected: value, found: found, at: point.values))
      }
    }
  }

  private func drawn(seed: UInt64, size: Int, shapes: [String: MathShape]) -> FormulaEnvironment {
    var environment = FormulaEnvironment()
    var point = RandomPoint(
      seed: seed, domains: domains, arrangement: size > 1 ? .vectors : .scalars, size: max(size, 1))
    for (name, shape) in shapes { point.demanded[name.readAsQuantityName] = shape }
    environment.random = point
    return environment
  }

  private func familyValue(_ name: String, _ environment: FormulaEnvironment) -> MathValue? {
    guard let symbol = rows.rows.lazy.flatMap({ $0.right.symbols }).first(where: { $0.family == name }) else {
      return nil
    }
    return environment.random?.family(symbol.with(subscripts: []).with(labels: []))
  }
}

/// The result of comparing code with a formula.
public struct BindingReport: Hashable, Sendable {
  /// The names of the compared left-hand sides.
  public var leftHandSides: [String]
  /// The number of random points.
  public var samples: Int
  /// The largest relative difference between values that count as equal.
  public var largestError: Double
  /// The disagreements; the comparison stops after a few of them.
  public var failures: [BindingFailure]

  /// Whether code and formula agree at every point; false if nothing was compared.
  public var passed: Bool { failures.isEmpty && samples > 0 && !leftHandSides.isEmpty }
}

/// One disagreement between code and formula.
public enum BindingFailure: Hashable, Sendable {
  /// The values differ at this point.
  case differs(name: String, expected: MathValue, found: MathValue, at: [String: MathValue])
  /// The code returned nothing for a left-hand side.
  case missing(String)
  /// The code returned a name that the formula does not define.
  case unexpected(String)
  /// The code read a quantity as something that it is not.
  case misread(FormulaSample.Misreading)
  /// The formula itself has no value.
  case notEvaluable(EvaluationFailure)
}

extension MathValue {
  /// The largest relative difference between components; infinite for different shapes and for NaN.
  package func relativeDifference(to other: MathValue) -> Double {
    guard hasSameNumbers(as: other) else { return .infinity }
    var largest = 0.0
    for (a, b) in zip(components, other.components) where a != b {
      let difference = (a - b).magnitude / max(a.magnitude, b.magnitude)
      largest = max(largest, difference.isNaN ? .infinity : difference)
    }
    return largest
  }
}
