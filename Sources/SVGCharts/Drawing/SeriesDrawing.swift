/// The drawing of one series.
struct SeriesDrawing: Sendable {
  var nodes: [SceneNode] = []
  /// True when something was left out that could be seen, to keep the figure small.
  var isSampled = false
}
