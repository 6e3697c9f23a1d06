/// One mark as data: its shape, its channels and its style. Every kind of content comes down to these.
public struct Mark: ChartContent, Sendable {
  var shape: MarkShape
  var channels: MarkChannels
  var style = MarkStyle()

  /// The mark itself.
  public var marks: [Mark] { [self] }

  init(_ shape: MarkShape, _ channels: MarkChannels) {
    self.shape = shape
    self.channels = channels
  }

  /// How many rows of data the mark holds: the shortest of its arrays, where single values are repeated.
  var rowCount: Int {
    var count: Int?
    var hasSingle = false
    for column in channels.columns {
      if column.count == 1 {
        hasSingle = true
      } else {
        count = min(count ?? column.count, column.count)
      }
    }
    return count ?? (hasSingle ? 1 : 0)
  }

  /// True when arrays of different lengths meet in one mark, so that values at the end are left out.
  var hasUnequalColumns: Bool {
    channels.columns.contains { $0.count != 1 && $0.count != rowCount }
  }
}

/// What a mark draws for its rows.
enum MarkShape: Sendable, Equatable {
  /// A line through all rows.
  case line
  /// A symbol at each row.
  case point
  /// The region between two lines.
  case area
  /// A rectangle from a baseline or between two values.
  case bar
  /// A straight line across the plot, or between two values.
  case rule
}

/// The data of a mark, by the role it plays.
struct MarkChannels: Sendable {
  var x: PlottableValue?
  var y: PlottableValue?
  var xEnd: PlottableValue?
  var yEnd: PlottableValue?
  var series: PlottableValue?

  var columns: [Column] {
    [x, y, xEnd, yEnd, series].compactMap { $0?.column }
  }
}
