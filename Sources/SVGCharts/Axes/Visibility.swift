/// Whether a part of a chart is shown.
public enum Visibility: Sendable {
  /// The chart decides.
  case automatic
  /// Always shown.
  case visible
  /// Never shown.
  case hidden
}
