/// A part of a drawing.
indirect enum SceneNode: Sendable, Equatable {
  case group(SceneGroup)
  case path(PathData, ScenePaint, title: String? = nil)
  case rectangle(Rectangle, ScenePaint, cornerRadius: Double = 0, title: String? = nil)
  case text(SceneText)
  /// Pictures drawn in ink.
  case pictures([ScenePicture])

  /// The number of vertices of the node's paths.
  var vertexCount: Int {
    switch self {
    case .group(let group): group.children.reduce(0) { $0 + $1.vertexCount }
    case .path(let path, _, _): path.commands.count
    case .rectangle, .text, .pictures: 0
    }
  }
}
