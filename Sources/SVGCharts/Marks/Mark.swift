/// One mark as data: its shape, its channels and its style. All chart content consists of marks.
public struct Mark: ChartContent, Sendable {
  var shape: MarkShape
  var channels: MarkChannels
  var payload = MarkPayload.none
  var style = MarkStyle()

  /// The mark itself.
  public var marks: [Mark] { [self] }

  init(_ shape: MarkShape, _ channels: MarkChannels, payload: MarkPayload = .none) {
    self.shape = shape
    self.channels = channels
    self.payload = payload
  }

  /// The number of rows of data: the length of the shortest array, where single values are repeated.
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

  /// True when the mark has arrays of different lengths, so that values at the end are left out.
  var hasUnequalColumns: Bool {
    channels.columns.contains { $0.count != 1 && $0.count != rowCount }
  }
}
