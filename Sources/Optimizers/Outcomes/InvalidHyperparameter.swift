/// A hyper-parameter with a value outside its range.
public struct InvalidHyperparameter: Equatable, Sendable {
  /// The name of the property.
  public let name: String

  /// Its value.
  public let value: Double

  /// The range that the value must be in.
  public let range: HyperparameterRange

  /// Describes an invalid value.
  ///
  /// - Parameters:
  ///   - name: The name of the property.
  ///   - value: Its value.
  ///   - range: The range that the value must be in.
  public init(name: String, value: Double, range: HyperparameterRange) {
    (self.name, self.value, self.range) = (name, value, range)
  }
}

extension InvalidHyperparameter: CustomStringConvertible {
  /// The rule and the value that breaks it.
  public var description: String { "\(name) must be \(range.description), not \(value)" }
}

extension OptimizerScalar {
  /// The value under its name when it is outside of the range; `nil` when it is inside. NaN is never inside.
  @inline(__always)
  func invalid(_ name: String, unless range: HyperparameterRange) -> InvalidHyperparameter? {
    range.contains(self) ? nil : InvalidHyperparameter(name: name, value: Double(self), range: range)
  }
}
