/// A value that a mark can show: a number on a continuous scale, or a category.
public enum Datum: Sendable, Equatable {
  /// A quantity. NaN and infinity are allowed; they leave a gap and are counted.
  case number(Double)
  /// A name, placed in the order of first appearance.
  case category(String)
}
