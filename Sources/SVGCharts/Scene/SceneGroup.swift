/// A group of nodes with what belongs to all of them.
struct SceneGroup: Sendable, Equatable {
  /// What the group is, for style sheets and scripts: "series", "axis".
  var role: String
  /// Attributes for scripts, without their `data-` prefix.
  var data: [SceneAttribute] = []
  /// The number of the clip rectangle of the scene.
  var clip: Int?
  /// How far the group is moved to the right and down.
  var offset = Point(x: 0, y: 0)
  var children: [SceneNode] = []
}
