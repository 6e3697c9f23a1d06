import Events
@_exported import struct Formulas.FormulaSample
@_exported import enum Formulas.MathShape
import Formulas

/// The reason why a formula cannot be compared with code at all.
public enum VerificationError: Error, Equatable, CustomStringConvertible {
  /// The chapter has no formula with this label.
  case noFormula(String)
  /// The formula cannot be read as mathematics.
  case unreadable(label: String, reason: String)

  /// The error in words.
  public var description: String {
    switch self {
    case .noFormula(let label): "the chapter has no formula labelled '\(label)'"
    case .unreadable(let label, let reason): "the formula '\(label)' cannot be read: \(reason)"
    }
  }
}

/// Compares a formula that the page prints with the Swift code that computes it.
///
/// Every quantity that the formula uses and does not define is drawn at random from a fitting domain: numbers
/// for hyperparameters, vectors of `size` components for the rest. `code` gets them and returns the formula's
/// left-hand sides, named in LaTeX:
///
///     try verify("eq-rmsprop") { sample in
///       var theta = sample.vector("\\theta_{t-1}")
///       …
///       return ["\\theta_t": theta]
///     }
///
/// The comparison becomes a check of the chapter; a disagreement does not stop it.
///
/// - Parameters:
///   - label: The formula's label in this chapter.
///   - points: The number of points at which both are evaluated.
///   - size: The number of components of vectors; with 1 everything is a number.
///   - seed: The seed of the points.
///   - relativeTolerance: The largest relative difference that counts as rounding.
///   - shapes: Other shapes for some of the quantities, keyed by their LaTeX.
///   - code: The Swift code, which returns the formula's left-hand sides, keyed by their LaTeX.
/// - Throws: ``VerificationError`` when there is no such formula or it cannot be read, and the errors of `code`.
public func verify(
  _ label: String, points: Int = 20, size: Int = 3, seed: UInt64 = 1, relativeTolerance: Double = 1e-9,
  shapes: [String: MathShape] = [:], _ code: (FormulaSample) throws -> [String: any MathConvertible]
) throws {
  let binding: FormulaBinding
  do {
    binding = try FormulaBinding(try PrintedFormulas.latex(under: label))
  } catch let error as ReadingError {
    throw VerificationError.unreadable(label: label, reason: "\(error)")
  }
  let report = try binding.verify(
    samples: points, size: size, seed: seed, shapes: shapes, relativeTolerance: relativeTolerance
  ) { sample in
    try code(sample).mapValues(\.mathValue)
  }
  writer.write(
    .verified,
    verification: FormulaVerification(
      label: label, points: report.samples, leftHandSides: report.leftHandSides,
      largestError: "\(report.largestError)", disagreement: report.disagreement))
}

extension BindingReport {
  fileprivate var disagreement: String? {
    if passed { return nil }
    guard let failure = failures.first else { return "the formula has no left-hand side to compare" }
    switch failure {
    case .differs(let name, let expected, let found, let point):
      let values = point.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
      return "\(name) is \(expected) by the formula and \(found) by the code, at \(values)"
    case .missing(let name): return "the code gives no \(name)"
    case .unexpected(let name): return "the code gives \(name), which the formula does not define"
    case .misread(.noQuantity(let name)):
      return "the formula has no quantity '\(name)' that the code could read"
    case .misread(.notOneNumber(let name, let count)):
      return "the code reads '\(name)' as one number, and it has \(count); "
        + "read it with 'sample.vector', or write 'size: 1' or 'shapes:' behind the label"
    case .notEvaluable(let reason): return "the formula has no value: \(reason)"
    }
  }
}

/// A type that can be compared with a formula: a number, a vector or a matrix.
public protocol MathConvertible {
  /// The value as a formula sees it.
  var mathValue: MathValue { get }
}

extension Double: MathConvertible {
  /// A number.
  public var mathValue: MathValue { MathValue(self) }
}

extension Float: MathConvertible {
  /// A number, exactly.
  public var mathValue: MathValue { MathValue(Double(self)) }
}

extension MathValue: MathConvertible {
  /// The value itself.
  public var mathValue: MathValue { self }
}

extension Array: MathConvertible where Element: MathConvertible {
  /// A vector of numbers, or a matrix of rows.
  public var mathValue: MathValue {
    let rows = map(\.mathValue)
    if rows.contains(where: { $0.scalarValue == nil }) { return MathValue(rows.map(\.components)) }
    return MathValue(rows.flatMap(\.components))
  }
}
