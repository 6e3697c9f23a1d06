/// A finished drawing before it is written: where everything is, and how it is painted.
struct Scene: Sendable, Equatable {
  var width: Double
  var height: Double
  var title: String
  var description: String
  var clips: [Rectangle] = []
  var nodes: [SceneNode] = []
}
