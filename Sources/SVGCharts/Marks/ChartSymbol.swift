/// The symbol of a point.
public enum ChartSymbol: Int, Sendable, CaseIterable {
  /// A filled disc.
  case circle
  /// A square.
  case square
  /// A triangle, point up.
  case triangle
  /// A square on its corner.
  case diamond
  /// A plus sign.
  case plus
  /// A diagonal cross.
  case cross
  /// A five-pointed star.
  case star
  /// A triangle, point down.
  case triangleDown
}
