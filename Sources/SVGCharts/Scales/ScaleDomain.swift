/// The range of values that an axis shows.
public enum ScaleDomain: Sendable, Equatable {
  /// The range of the data. With `includesZero` nil, the marks decide: bars and areas include zero.
  case automatic(includesZero: Bool? = nil, reversed: Bool = false)
  /// From the first value, at the left or the bottom, to the second. The first value may be the greater one.
  case fixed(Double, Double)
  /// These categories in this order.
  case categories([String])
}
