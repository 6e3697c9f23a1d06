/// A colour of a chart. All colours except `rgb` follow the page's light or dark mode.
public enum ChartColor: Sendable, Equatable {
  /// The categorical colour with this number, from 1 to 8; larger numbers start again at the first.
  case category(Int)
  /// The colour of text and emphasis.
  case ink
  /// The colour of secondary text.
  case muted
  /// The colour of hairlines.
  case rule
  /// The colour of the page.
  case paper
  /// The colour of the sequential ramp at a position from 0 to 1; see ``ColorRamp``.
  case sequential(Double)
  /// The colour of the diverging ramp at a position from 0 to 1; 0.5 is neutral.
  case diverging(Double)
  /// A fixed sRGB colour; each component is from 0 to 255.
  case rgb(UInt8, UInt8, UInt8)

  /// The first categorical colour.
  public static let blue = ChartColor.category(1)
  /// The second categorical colour.
  public static let orange = ChartColor.category(2)
  /// The third categorical colour.
  public static let green = ChartColor.category(3)
  /// The fourth categorical colour.
  public static let purple = ChartColor.category(4)
  /// The fifth categorical colour.
  public static let olive = ChartColor.category(5)
  /// The sixth categorical colour.
  public static let steel = ChartColor.category(6)
  /// The seventh categorical colour.
  public static let violet = ChartColor.category(7)
  /// The eighth categorical colour.
  public static let brown = ChartColor.category(8)
}
