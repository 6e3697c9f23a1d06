/// What a mark carries beside its rows.
enum MarkPayload: Sendable {
  case none
  /// The mark belongs to another one, which speaks for it in legend and description.
  case detail
  /// How bars or areas at one place share it.
  case stacking(MarkStackingMethod)
  /// One level of a contour plot, in coordinates of the data.
  case contour(ContourLevel)
  /// Pictures and how they are laid out.
  case images(ImageSheet)
}
