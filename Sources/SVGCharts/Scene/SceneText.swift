/// A line of text.
struct SceneText: Sendable, Equatable {
  enum Anchor: String, Sendable { case start, middle, end }
  enum Role: String, Sendable { case title, subtitle, caption, axis, tick, label, contour }

  var text: String
  var position: Point
  var anchor = Anchor.start
  var role: Role
  /// Degrees clockwise around the position.
  var rotation = 0.0
  /// A thin rim of the paper's colour, so that the text can be read over marks.
  var hasHalo = false
  var color: ChartColor?
}
