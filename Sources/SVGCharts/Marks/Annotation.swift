/// A short text at a mark.
struct Annotation: Sendable, Equatable {
  var text: String
  var position: AnnotationPosition
}
