/// The position of a text relative to a point.
public enum AnnotationPosition: Sendable, Equatable {
  /// Above, centred.
  case top
  /// Below, centred.
  case bottom
  /// At the left.
  case leading
  /// At the right.
  case trailing
  /// On the point itself, centred.
  case overlay
}
