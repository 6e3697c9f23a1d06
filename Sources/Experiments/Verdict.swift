public import Optimizers

/// The outcome of a rule that was searched and judged on a problem.
public struct Verdict: Hashable, Sendable {
  /// The name of the rule.
  public let rule: String
  /// The name of the problem.
  public let problem: String
  /// The setting that the search chose, and the score that it was chosen for.
  public let search: Search
  /// The results with the seeds of the verdict.
  public let sample: Sample

  /// The median of the results.
  public var median: Double { sample.median }
}

extension Experiment {
  /// Searches the setting of a rule on a problem, and judges the rule with it.
  ///
  /// - Parameters:
  ///   - rule: The rule to judge.
  ///   - problem: The name of the problem.
  ///   - result: The result of one run with a fresh optimizer and a seed; smaller is better.
  public func verdict(
    of rule: Rule, on problem: String,
    _ result: (_ optimizer: any Optimizer<Double>, _ seed: UInt64) throws -> Double
  ) throws -> Verdict {
    let found = try outcome { setting, seed in try result(rule.make(setting), seed) }
    return Verdict(rule: rule.name, problem: problem, search: found.search, sample: found.sample)
  }
}

extension Collection<Verdict> {
  /// The verdict of a rule on a problem; there must be one.
  public func verdict(of rule: String, on problem: String) -> Verdict {
    guard let verdict = first(where: { $0.rule == rule && $0.problem == problem }) else {
      preconditionFailure("no verdict of '\(rule)' on '\(problem)'")
    }
    return verdict
  }

  /// On how many seeds of a problem the first rule has the smaller result.
  public func wins(_ first: String, over second: String, on problem: String) -> Int {
    verdict(of: first, on: problem).sample.wins(over: verdict(of: second, on: problem).sample)
  }

  /// How many times the median of the second rule the first one has on a problem.
  public func ratio(_ first: String, to second: String, on problem: String) -> Double {
    verdict(of: first, on: problem).median / verdict(of: second, on: problem).median
  }
}
