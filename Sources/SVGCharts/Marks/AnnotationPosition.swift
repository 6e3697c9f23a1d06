/// Where words stand relative to a place.
public enum AnnotationPosition: Sendable, Equatable {
  /// Above, centred.
  case top
  /// Below, centred.
  case bottom
  /// At the left.
  case leading
  /// At the right.
  case trailing
  /// On the place itself, centred.
  case overlay
}
