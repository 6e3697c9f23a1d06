/// The counts of predicted classes for each actual class: actual classes in rows, predicted ones in columns.
///
/// The colour of a cell shows its share of the row, so that classes of different sizes can be compared. The number
/// is the count.
public struct ConfusionMatrix: ChartContent, Sendable {
  /// The mark as data.
  public let marks: [Mark]

  /// `counts[actual][predicted]`; `labels` name the classes, which are numbered from 0 without them.
  public init(counts: [[Int]], labels: [String] = []) {
    let names = (0..<counts.count).map { labels.indices.contains($0) ? labels[$0] : String($0) }
    var predicted: [String] = []
    var actual: [String] = []
    var parts: [Double] = []
    var texts: [String] = []
    for (row, line) in counts.enumerated() {
      let total = line.reduce(0) { $0 + Double($1) }
      for (column, count) in line.enumerated() {
        predicted.append(names.indices.contains(column) ? names[column] : String(column))
        actual.append(names[row])
        parts.append(total > 0 ? Double(count) / total : 0)
        texts.append(NumberText.count(count))
      }
    }
    var cells = Mark(
      .rectangle, MarkChannels(x: .value("predicted", predicted), y: .value("actual", actual)))
    cells.style.colorBy = .value("part of the class", parts)
    cells.channels.text = .value("count", texts)
    marks = [cells]
  }
}
