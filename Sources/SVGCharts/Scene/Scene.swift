/// A finished drawing before it is written: the position and the paint of every part.
struct Scene: Sendable, Equatable {
  var width: Double
  var height: Double
  var title: String
  var description: String
  var clips: [Rectangle] = []
  var nodes: [SceneNode] = []
}
