/// The reason why a search has no result that may be used.
public enum SearchError: Error, Equatable, CustomStringConvertible {
  /// The grid is too small, not in rising order, or not positive.
  case notAGrid
  /// No setting has a finite score.
  case allFailed
  /// The best setting has no neighbour on one side.
  case winnerAtEdge(setting: Double, first: Double, last: Double)

  /// The reason and the remedy in a sentence.
  public var description: String {
    switch self {
    case .notAGrid: "a search needs at least three positive settings in rising order"
    case .allFailed: "every setting of the grid failed; try other settings, or a longer run"
    case .winnerAtEdge(let setting, let first, let last):
      "the best setting, \(setting), is at an edge of the grid from \(first) to \(last); widen the grid, because a better "
        + "setting may lie beyond it"
    }
  }
}
