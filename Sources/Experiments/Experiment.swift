/// A comparison in which all rules get the same search and the same verdict.
///
///     let experiment = try Experiment(grid: decades(-4...0), searchSeeds: 1...10, verdictSeeds: 101...200)
///     let outcome = try experiment.outcome { rate, seed in finalLoss(RMSProp(learningRate: rate), seed) }
///     outcome.sample.median
///
/// The setting of a rule is searched on some seeds and judged on others, so that a setting cannot win by luck.
public struct Experiment: Sendable {
  /// The settings of the first, coarse grid.
  public let grid: [Double]
  /// Into how many ratios the range round the winner of the coarse grid is divided.
  public let parts: Int
  /// The seeds that a setting is chosen with.
  public let searchSeeds: [UInt64]
  /// The seeds that a setting is judged with.
  public let verdictSeeds: [UInt64]
  /// The quantile of the results over the search seeds that a setting is chosen by. A high quantile prefers settings
  /// that never fail.
  public let searchQuantile: Double

  /// The fewest seeds that a verdict may rest on.
  public static let fewestSeeds = 10

  /// Throws an `ExperimentError` if both ranges of seeds overlap, or if the verdict has fewer than ten.
  public init(
    grid: [Double], parts: Int = 8, searchSeeds: ClosedRange<UInt64>, verdictSeeds: ClosedRange<UInt64>,
    searchQuantile: Double = 0.5
  ) throws {
    if searchSeeds.overlaps(verdictSeeds) { throw ExperimentError.sharedSeeds }
    if verdictSeeds.count < Self.fewestSeeds { throw ExperimentError.tooFewSeeds(verdictSeeds.count) }
    (self.grid, self.parts, self.searchQuantile) = (grid, parts, searchQuantile)
    (self.searchSeeds, self.verdictSeeds) = (Array(searchSeeds), Array(verdictSeeds))
  }

  /// Searches the setting with the smallest results, and runs it with every seed of the verdict.
  ///
  /// - Parameter result: The result of one run with a setting and a seed; smaller is better.
  public func outcome(_ result: (_ setting: Double, _ seed: UInt64) throws -> Double) throws -> Outcome {
    let search = try Search(grid, parts: parts) { setting in
      Sample(try searchSeeds.map { try result(setting, $0) }).quantile(searchQuantile)
    }
    return Outcome(
      search: search, sample: Sample(try verdictSeeds.map { try result(search.setting, $0) }))
  }

  /// The result of an experiment for one rule.
  public struct Outcome: Hashable, Sendable {
    /// The chosen setting, and the score that it was chosen for.
    public let search: Search
    /// The results with the seeds of the verdict.
    public let sample: Sample
  }
}

/// The reason why an experiment would not be fair.
public enum ExperimentError: Error, Equatable, CustomStringConvertible {
  /// The search and the verdict have seeds in common.
  case sharedSeeds
  case tooFewSeeds(Int)

  /// The reason and the remedy in a sentence.
  public var description: String {
    switch self {
    case .sharedSeeds: "the seeds of the search and of the verdict must be different"
    case .tooFewSeeds(let count):
      "a verdict needs at least \(Experiment.fewestSeeds) seeds, and here \(count == 1 ? "is" : "are") only \(count)"
    }
  }
}
