/// How bars and areas at the same place share it.
public enum MarkStackingMethod: Sendable, Equatable {
  /// On top of each other.
  case standard
  /// On top of each other, as parts of their sum.
  case normalized
  /// All from the baseline, one behind the other.
  case unstacked
}
