/// A type whose values can be plotted. Numbers become quantities; strings and Booleans become categories.
public protocol Plottable {
  /// The value as a number or a category.
  var datum: Datum { get }
}

extension Datum: Plottable {
  /// The datum itself.
  public var datum: Datum { self }
}
extension Double: Plottable {
  /// The number itself.
  public var datum: Datum { .number(self) }
}
extension Float: Plottable {
  /// The number, widened to double precision.
  public var datum: Datum { .number(Double(self)) }
}
extension Int: Plottable {
  /// The integer as a quantity; above 2⁵³ it is rounded.
  public var datum: Datum { .number(Double(self)) }
}
extension Int8: Plottable {
  /// The integer as a quantity.
  public var datum: Datum { .number(Double(self)) }
}
extension Int16: Plottable {
  /// The integer as a quantity.
  public var datum: Datum { .number(Double(self)) }
}
extension Int32: Plottable {
  /// The integer as a quantity.
  public var datum: Datum { .number(Double(self)) }
}
extension Int64: Plottable {
  /// The integer as a quantity; above 2⁵³ it is rounded.
  public var datum: Datum { .number(Double(self)) }
}
extension UInt: Plottable {
  /// The integer as a quantity; above 2⁵³ it is rounded.
  public var datum: Datum { .number(Double(self)) }
}
extension UInt8: Plottable {
  /// The integer as a quantity.
  public var datum: Datum { .number(Double(self)) }
}
extension UInt32: Plottable {
  /// The integer as a quantity.
  public var datum: Datum { .number(Double(self)) }
}
extension UInt64: Plottable {
  /// The integer as a quantity; above 2⁵³ it is rounded.
  public var datum: Datum { .number(Double(self)) }
}
extension String: Plottable {
  /// The text as a category.
  public var datum: Datum { .category(self) }
}
extension Substring: Plottable {
  /// The text as a category.
  public var datum: Datum { .category(String(self)) }
}
extension Bool: Plottable {
  /// The category "true" or "false".
  public var datum: Datum { .category(self ? "true" : "false") }
}
extension Optional: Plottable where Wrapped: Plottable {
  /// The wrapped value; a missing one is NaN and leaves a gap.
  public var datum: Datum { self?.datum ?? .number(.nan) }
}
