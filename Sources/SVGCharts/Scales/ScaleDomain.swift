/// Which part of a quantity an axis shows.
public enum ScaleDomain: Sendable, Equatable {
  /// What the data need. `includesZero` nil leaves the choice to the marks: bars and areas include zero.
  case automatic(includesZero: Bool? = nil, reversed: Bool = false)
  /// From the first value, at the left or the bottom, to the second; the first may be the greater one.
  case fixed(Double, Double)
  /// These categories in this order.
  case categories([String])
}
