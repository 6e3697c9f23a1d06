/// The interpolation of a line between data points.
public enum InterpolationMethod: Sendable, Equatable {
  /// Straight segments.
  case linear
  /// A smooth curve that never overshoots the data (Fritsch and Carlson, 1980).
  case monotone
  /// A smooth centripetal Catmull–Rom spline; it may overshoot.
  case catmullRom
  /// A smooth cardinal spline with tension 0; it may overshoot.
  case cardinal
  /// Holds the next value: the step comes at the start of an interval.
  case stepStart
  /// Steps half-way between two points.
  case stepCenter
  /// Holds the present value: the step comes at the end of an interval.
  case stepEnd
}
