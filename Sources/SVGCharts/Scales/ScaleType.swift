/// The mapping from a quantity to a position.
public enum ScaleType: Sendable, Equatable {
  /// Equal differences have equal lengths.
  case linear
  /// Equal ratios have equal lengths (base 10). Values that are not positive leave a gap.
  case log
  /// Logarithmic in both directions and linear near zero, where |value| is below the smallest data.
  case symmetricLog
  /// Proportional to the square root, with sign.
  case squareRoot
  /// Proportional to a power of the magnitude, with sign; the exponent is positive.
  case power(exponent: Double)
  /// Dates, as seconds since the beginning of 1970, UTC; labelled "2024", "2024-03", "2024-03-15" or "12:30".
  case date
  /// Durations in seconds; labelled "45 s", "1:30" or "2:00:00".
  case duration
  /// One band for each distinct value, in the order of first appearance.
  case category
}
