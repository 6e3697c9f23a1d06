/// The result of a step.
public enum StepOutcome: Equatable, Sendable {
  /// Parameters and state were updated.
  case applied

  /// Nothing was changed, for this reason.
  case rejected(StepError)

  /// The step was computed, but it left a parameter that is not finite: it overflowed, or was not finite before.
  ///
  /// Parameters and state have changed. Start again from parameters and a snapshot that are finite.
  case diverged(StepError)

  /// Whether the step was applied.
  public var isApplied: Bool { self == .applied }

  /// The reason why a step does not count; `nil` for an applied step.
  public var error: StepError? {
    switch self {
    case .applied: nil
    case .rejected(let error), .diverged(let error): error
    }
  }
}
