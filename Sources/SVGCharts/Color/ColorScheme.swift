/// The ramp for the colours of numbers.
public enum ColorScheme: Sendable, Equatable {
  /// From pale to strong.
  case sequential
  /// From blue over neutral at the centre to orange.
  case diverging(center: Double)
}
