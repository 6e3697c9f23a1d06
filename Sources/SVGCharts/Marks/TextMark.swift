/// A text at a position in the plot.
public struct TextMark: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// Text at each (x, y), with a rim of the paper's colour so that it can be read over other marks.
  public init(
    _ text: PlottableValue, x: PlottableValue, y: PlottableValue, position: AnnotationPosition = .overlay
  ) {
    var mark = Mark(.text, MarkChannels(x: x, y: y))
    mark.channels.text = text
    mark.style.textAnchor = position
    marks = [mark]
  }

  /// A single text at one position.
  public init(
    _ text: String, x: PlottableValue, y: PlottableValue, position: AnnotationPosition = .overlay
  ) {
    self.init(.value("text", text), x: x, y: y, position: position)
  }
}
