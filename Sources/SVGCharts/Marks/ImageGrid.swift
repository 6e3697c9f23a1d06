/// Small pictures in rows, such as handwritten digits, each with a word below it.
public struct ImageGrid: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// Pictures of `width` pixels a row, given row by row as values from 0 (paper) to 1 (ink).
  ///
  /// `columns` is the number of pictures in a row. Values outside 0…1 are clamped; missing pixels are paper.
  public init(_ images: [[Double]], width: Int, columns: Int? = nil, labels: [String] = []) {
    let count = images.count
    let fitting = Int(Double(count).squareRoot().rounded(.up)) * 2
    let sheet = ImageSheet(
      images: images.map { PixelImage($0, width: max(1, width)) },
      columns: max(1, min(count, columns ?? min(10, max(1, fitting)))), labels: labels)
    marks = [Mark(.images, MarkChannels(x: .value("", [0.0]), y: .value("", [0.0])), payload: .images(sheet))]
  }
}
