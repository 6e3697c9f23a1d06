/// The paint of a node; a nil property is inherited from the enclosing group.
struct ScenePaint: Sendable, Equatable {
  var fill: ChartColor?
  var stroke: ChartColor?
  /// True to paint with nothing inside.
  var isHollow = false
  var strokeWidth: Double?
  var dash: [Double] = []
  var opacity: Double?
  var hasRoundEnds = false
  /// True to leave out regions inside an even number of rings.
  var isEvenOdd = false

  /// A line.
  static func line(
    _ color: ChartColor, width: Double, dash: [Double] = [], opacity: Double? = nil, isRound: Bool = false
  ) -> ScenePaint {
    ScenePaint(
      stroke: color, isHollow: true, strokeWidth: width, dash: dash, opacity: opacity, hasRoundEnds: isRound)
  }
}
