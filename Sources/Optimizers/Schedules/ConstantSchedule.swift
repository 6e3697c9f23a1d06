/// The same rate at every step.
public struct ConstantSchedule: Schedule, Equatable {
  /// η.
  public var initialRate: Double

  /// Creates a schedule that always gives `rate`.
  ///
  /// - Parameter rate: η.
  public init(_ rate: Double) {
    initialRate = rate
  }

  /// η.
  ///
  /// - Parameter step: k, ignored.
  public func rate(at step: Int) -> Double { initialRate }
}
