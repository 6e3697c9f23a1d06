import ElementaryNumerics
import Experiments
import Optimizers
import Testing

@Suite struct VerdictTests {
  /// The second rule has ten times the rate of the first.
  let rules = [
    Rule("plain") { SGD<Double>(learningRate: $0) },
    Rule("tenfold") { SGD<Double>(learningRate: 10 * $0) },
  ]

  /// A run ends at one plus the distance of the first step from `goal`, in logarithms. The plain rule ends higher by
  /// `handicap`. Each rule fails on a seed of its own.
  func verdict(of rule: Rule, on problem: String, goal: Double, handicap: Double) throws -> Verdict {
    try Experiment(grid: decades(-4...2), searchSeeds: 1...4, verdictSeeds: 11...20)
      .verdict(of: rule, on: problem) { optimizer, seed in
        #expect(optimizer.stepCount == 0)
        var optimizer = optimizer
        var theta = [0.0]
        optimizer.step(&theta, gradient: [1])
        let isPlain = rule.name == "plain"
        if seed == (isPlain ? 15 : 16) { return .nan }
        return 1 + abs(RealFunctions.log(-theta[0] / goal)) + (isPlain ? handicap : 0)
      }
  }

  @Test("each run has a fresh optimizer with the setting that is tried") func settings() throws {
    let found = try rules.map { try verdict(of: $0, on: "far", goal: 0.1, handicap: 2) }
    #expect(found.map(\.rule) == ["plain", "tenfold"] && found.allSatisfy { $0.problem == "far" })
    for (verdict, setting) in zip(found, [0.1, 0.01]) {
      #expect(isNear(verdict.search.setting, setting, within: 1e-9))
    }
    #expect(found.map { $0.sample.values.count { !$0.isFinite } } == [1, 1])
    #expect(found.map { $0.median.rounded() } == [3, 1])
  }

  @Test("rules are compared on the seeds of one problem") func comparisons() throws {
    let verdicts = try [("near", 0.01, 2.0), ("far", 0.1, 5)].flatMap { problem, goal, handicap in
      try rules.map { try verdict(of: $0, on: problem, goal: goal, handicap: handicap) }
    }
    for (problem, ratio) in [("near", 3.0), ("far", 6)] {
      #expect(verdicts.verdict(of: "plain", on: problem).problem == problem)
      #expect(verdicts.wins("tenfold", over: "plain", on: problem) == 9)
      #expect(verdicts.wins("plain", over: "tenfold", on: problem) == 1)
      #expect(isNear(verdicts.ratio("plain", to: "tenfold", on: problem), ratio, within: 1e-9))
    }
  }

  @Test("a verdict that nobody made stops the program") func missing() async {
    await #expect(processExitsWith: .failure) {
      _ = [Verdict]().verdict(of: "plain", on: "near")
    }
  }
}
