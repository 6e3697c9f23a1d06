/// How a line is stroked.
public struct StrokeStyle: Sendable, Equatable {
  /// Width in points of the drawing; 0 or more.
  public var lineWidth: Double
  /// Lengths of dash and gap in turn, in points; empty for a solid line.
  public var dash: [Double]

  /// A stroke of the given width and dash pattern.
  public init(lineWidth: Double = 1.75, dash: [Double] = []) {
    self.lineWidth = lineWidth.isFinite ? min(100, max(0, lineWidth)) : 1.75
    self.dash = dash.filter { $0.isFinite && $0 >= 0 }
    if !self.dash.contains(where: { $0 > 0 }) { self.dash = [] }
  }
}
