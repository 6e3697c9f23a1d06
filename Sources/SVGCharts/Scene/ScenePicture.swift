/// A picture at its place.
struct ScenePicture: Sendable, Equatable {
  var image: PixelImage
  var frame: Rectangle
}
