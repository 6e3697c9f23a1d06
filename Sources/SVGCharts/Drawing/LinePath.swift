/// A path through the rows of a series.
struct LinePath: Sendable {
  var path = PathData()
  /// Single rows between two gaps.
  var dots = PathData()
  /// True when visible detail was left out to keep the figure small.
  var isSampled = false

  mutating func append(_ other: LinePath) {
    path.append(other.path)
    dots.append(other.dots)
    isSampled = isSampled || other.isSampled
  }
}
