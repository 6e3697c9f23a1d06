/// How a node is painted; what is nil is taken from the group around it.
struct ScenePaint: Sendable, Equatable {
  var fill: ChartColor?
  var stroke: ChartColor?
  /// True to paint with nothing inside.
  var isHollow = false
  var strokeWidth: Double?
  var dash: [Double] = []
  var opacity: Double?
  var hasRoundEnds = false
}

/// A group of nodes with what belongs to all of them.
struct SceneGroup: Sendable, Equatable {
  /// What the group is, for style sheets and scripts: "series", "axis".
  var role: String
  /// Attributes for scripts, without their `data-` prefix.
  var data: [(name: String, value: String)] = []
  var paint = ScenePaint()
  /// The number of the clip rectangle of the scene.
  var clip: Int?
  var children: [SceneNode] = []
  /// How far the group is moved down.
  var offset = 0.0

  static func == (left: SceneGroup, right: SceneGroup) -> Bool {
    left.role == right.role && left.paint == right.paint && left.clip == right.clip
      && left.children == right.children && left.offset == right.offset && left.data.count == right.data.count
      && zip(left.data, right.data).allSatisfy { $0 == $1 }
  }
}

/// A line of text.
struct SceneText: Sendable, Equatable {
  enum Anchor: String, Sendable { case start, middle, end }
  enum Role: String, Sendable { case title, subtitle, caption, axis, tick, label }

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

/// A part of a drawing.
indirect enum SceneNode: Sendable, Equatable {
  case group(SceneGroup)
  case path(PathData, ScenePaint, title: String? = nil)
  case rectangle(Rectangle, ScenePaint, cornerRadius: Double = 0, title: String? = nil)
  case text(SceneText)
}
