/// The drawing of one series.
struct SeriesDrawing: Sendable {
  var nodes: [SceneNode] = []
  /// True when visible detail was left out to keep the figure small.
  var isSampled = false
}
