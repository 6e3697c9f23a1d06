/// A picture and its position.
struct ScenePicture: Sendable, Equatable {
  var image: PixelImage
  var frame: Rectangle
}
