internal import ElementaryNumerics

/// The setting with the smallest score: the best of a grid, and then of a finer grid between the neighbours of the best.
///
/// A winner at an edge of the grid is an error, because a better setting may lie beyond it.
public struct Search: Hashable, Sendable {
  /// The best setting.
  public let setting: Double
  /// Its score.
  public let score: Double

  /// - Parameters:
  ///   - grid: At least three positive settings in rising order.
  ///   - parts: Into how many equal ratios the range between the two neighbours of the winner is divided.
  ///   - score: How bad a setting is. NaN counts as infinite.
  public init(
    _ grid: [Double], parts: Int = 8, score: (Double) throws -> Double
  ) throws {
    guard grid.count > 2, grid[0] > 0, zip(grid, grid.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw SearchError.notAGrid
    }
    let coarse = try Self.best(of: grid, score)
    guard coarse.score < .infinity else { throw SearchError.allFailed }
    guard coarse.index > 0, coarse.index < grid.count - 1 else {
      throw SearchError.winnerAtEdge(setting: grid[coarse.index], first: grid[0], last: grid[grid.count - 1])
    }
    let (left, right) = (grid[coarse.index - 1], grid[coarse.index + 1])
    let parts = max(2, parts)
    let fine = (0...parts).map { left * RealFunctions.power(right / left, Double($0) / Double(parts)) }
    let best = try Self.best(of: fine, score)
    (setting, self.score) = (fine[best.index], best.score)
  }

  private static func best(
    of settings: [Double], _ score: (Double) throws -> Double
  ) rethrows -> (index: Int, score: Double) {
    var best = (index: 0, score: Double.infinity)
    for (index, setting) in settings.enumerated() {
      let found = try score(setting)
      if found < best.score { best = (index, found) }
    }
    return best
  }
}

/// Settings that are equal ratios apart: `decades(-3...0)` has three for each power of ten from 0.001 to 1.
public func decades(_ exponents: ClosedRange<Int>, each count: Int = 3) -> [Double] {
  let count = max(1, count)
  return (exponents.lowerBound * count...exponents.upperBound * count).map {
    RealFunctions.power(10, Double($0) / Double(count))
  }
}
