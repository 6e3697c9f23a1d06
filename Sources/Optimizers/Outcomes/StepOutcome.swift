/// What became of a step.
public enum StepOutcome: Equatable, Sendable {
  /// Parameters and state were updated.
  case applied

  /// Nothing was changed, for this reason.
  case rejected(StepError)

  /// Whether the step was applied.
  public var isApplied: Bool { self == .applied }

  /// The reason for a rejection; `nil` for an applied step.
  public var error: StepError? {
    switch self {
    case .applied: nil
    case .rejected(let error): error
    }
  }
}
