/// The data of a mark in addition to its rows.
enum MarkPayload: Sendable {
  case none
  /// The mark belongs to another one, which represents it in the legend and the description.
  case detail
  /// The stacking of bars or areas at the same position.
  case stacking(MarkStackingMethod)
  /// One level of a contour plot, in coordinates of the data.
  case contour(ContourLevel)
  /// Pictures and their layout.
  case images(ImageSheet)
}
