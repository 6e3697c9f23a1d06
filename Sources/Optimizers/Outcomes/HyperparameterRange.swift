/// The values that a hyper-parameter can have.
public enum HyperparameterRange: Equatable, Hashable, Sendable, CaseIterable {
  /// Any finite number.
  case finite

  /// A finite number, at least 0.
  case nonNegative

  /// A number, at least 0, or infinity.
  case nonNegativeOrInfinite

  /// A number from 0 to 1.
  case share

  /// A number from 0 to less than 1.
  case belowOne

  @inline(__always)
  func contains<Scalar: OptimizerScalar>(_ value: Scalar) -> Bool {
    switch self {
    case .finite: value.isFinite
    case .nonNegative: value >= 0 && value.isFinite
    case .nonNegativeOrInfinite: value >= 0
    case .share: value >= 0 && value <= 1
    case .belowOne: value >= 0 && value < 1
    }
  }
}

extension HyperparameterRange: CustomStringConvertible {
  /// The range as a part of a sentence.
  public var description: String {
    switch self {
    case .finite: "a finite number"
    case .nonNegative: "a finite number that is not negative"
    case .nonNegativeOrInfinite: "a number that is not negative"
    case .share: "in 0...1"
    case .belowOne: "in 0..<1"
    }
  }
}
