/// A value that a mark can show: a number on a continuous scale, or a category.
public enum Datum: Sendable, Equatable {
  /// A quantity. NaN and infinity leave a gap, and the description states their number.
  case number(Double)
  /// A name, placed in the order of first appearance.
  case category(String)
}
