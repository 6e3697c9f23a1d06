/// A group of nodes and their common properties.
struct SceneGroup: Sendable, Equatable {
  /// The role of the group for style sheets and scripts: "series", "axis".
  var role: String
  /// Attributes for scripts, without their `data-` prefix.
  var data: [SceneAttribute] = []
  /// The index of the group's clip rectangle in the scene.
  var clip: Int?
  /// The offset of the group to the right and down.
  var offset = Point(x: 0, y: 0)
  var children: [SceneNode] = []
}
