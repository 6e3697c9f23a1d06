/// One random point: a value for every free quantity of a formula.
public struct FormulaSample: Sendable {
  /// The values by quantity name.
  public let values: [String: MathValue]

  /// The value of a quantity, named in LaTeX or as in messages; nil if the formula has no such quantity.
  public subscript(latex: String) -> MathValue? { values[latex] ?? values[latex.readAsQuantityName] }

  /// The quantity as one number. NaN if it is missing or not a number, so that every comparison fails.
  public func scalar(_ latex: String) -> Double { self[latex]?.scalarValue ?? .nan }

  /// The quantity as a list of numbers; empty if it is missing.
  public func vector(_ latex: String) -> [Double] { self[latex]?.components ?? [] }
}
