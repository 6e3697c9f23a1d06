/// The stacking of bars and areas at the same position.
public enum MarkStackingMethod: Sendable, Equatable {
  /// On top of each other.
  case standard
  /// On top of each other, as parts of their sum.
  case normalized
  /// All from the baseline, one behind the other.
  case unstacked
}
