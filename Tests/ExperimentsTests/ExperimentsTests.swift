import ElementaryNumerics
import Experiments
import Testing

@Suite struct SampleTests {
  @Test("the median and the quartiles are those of NumPy") func quantiles() {
    let sample = Sample([4, 1, 3, 2, 10])
    #expect(sample.median == 3)
    #expect(sample.quantile(0.25) == 2)
    #expect(Sample([1, 2, 3, 4]).quantile(0.75) == 3.25)
    #expect(Sample([]).median.isNaN)
  }

  @Test("a failed run counts as infinite and is kept") func failures() {
    let sample = Sample([1, .nan, 2, .infinity, 3])
    #expect(sample.values == [1, .infinity, 2, .infinity, 3])
    #expect(sample.median == 3)
    #expect(sample.quantile(0.5) == 3)
    #expect(sample.quantile(1) == .infinity)
  }

  // The positions of tables of the sign test, for a two-sided level of 5 percent.
  @Test(
    "the interval of the median has the ends of the sign test",
    arguments: [(6, 1), (8, 1), (9, 2), (10, 2), (20, 6), (25, 8), (50, 18), (100, 40)])
  func interval(count: Int, place: Int) {
    let sample = Sample((1...count).map(Double.init).shuffled())
    #expect(sample.medianInterval == Double(place)...Double(count + 1 - place))
  }

  @Test("five values give no interval", arguments: [0, 1, 5]) func tooFew(count: Int) {
    #expect(Sample((0..<count).map(Double.init)).medianInterval == nil)
  }

  @Test("the interval holds the median in about as many cases as it says") func coverage() {
    var generator = SplitMix64(seed: 5)
    let held = (0..<4000).count { _ in
      Sample((0..<20).map { _ in generator.normalByPolarMethod() }).medianInterval!.contains(0)
    }
    // The exact coverage for twenty values is 95.86 percent; five deviations are 1.6 points.
    #expect(abs(Double(held) / 4000 - 0.9586) < 0.016)
  }

  @Test("a sample wins where its result is smaller") func wins() {
    #expect(Sample([1, 5, 2, .infinity]).wins(over: Sample([2, 4, 2, .infinity])) == 1)
  }
}

@Suite struct SearchTests {
  @Test("the winner of the grid is refined between its neighbours") func refines() throws {
    let search = try Search(decades(-3...0)) { abs(RealFunctions.log($0 / 0.037)) }
    #expect(abs(RealFunctions.log(search.setting / 0.037)) < RealFunctions.log(10) / 12)
    #expect(search.score < 0.1)
  }

  @Test("a winner at an edge is an error", arguments: [1e-9, 1e9]) func edges(goal: Double) {
    let grid = decades(-3...0)
    #expect {
      _ = try Search(grid) { abs(RealFunctions.log($0 / goal)) }
    } throws: { error in
      guard case SearchError.winnerAtEdge(let setting, let first, let last) = error else { return false }
      return setting == (goal < 1 ? first : last) && (first, last) == (grid[0], grid[9])
    }
  }

  @Test("a search in which every setting fails is an error", arguments: [Double.nan, .infinity])
  func failures(score: Double) {
    #expect(throws: SearchError.allFailed) { _ = try Search([1, 2, 3]) { _ in score } }
  }

  @Test("a setting that fails cannot win") func failingSetting() throws {
    #expect(try Search([1, 2, 4, 8]) { $0 == 4 ? .nan : abs($0 - 2.1) }.setting < 4)
  }

  @Test(
    "settings that are no grid are an error", arguments: [[], [1, 2], [1, 3, 2], [0, 1, 2], [1, .nan, 3]])
  func noGrid(settings: [Double]) {
    #expect(throws: SearchError.notAGrid) { _ = try Search(settings) { $0 } }
  }

  @Test("decades have equal ratios and meet the powers of ten") func grid() {
    let grid = decades(-2...1)
    #expect(grid.count == 10)
    for (index, power) in zip([0, 3, 6, 9], [0.01, 0.1, 1, 10]) {
      #expect(abs(grid[index] / power - 1) < 1e-14)
    }
  }
}

@Suite struct ExperimentTests {
  @Test("the setting is chosen on the seeds of the search and judged on the others") func seeds() throws {
    var asked: Set<UInt64> = []
    let experiment = try Experiment(grid: decades(-2...2), searchSeeds: 1...4, verdictSeeds: 11...20)
    let outcome = try experiment.outcome { setting, seed in
      asked.insert(seed)
      return abs(RealFunctions.log(setting)) + (seed > 10 ? Double(seed) : 0)
    }
    #expect(asked == Set(1...4).union(11...20))
    #expect(abs(outcome.search.setting - 1) < 1e-12)
    #expect(outcome.sample.values.map { $0.rounded() } == (11...20).map(Double.init))
  }

  @Test("seeds that are shared or too few are refused") func refused() {
    #expect(throws: ExperimentError.sharedSeeds) {
      _ = try Experiment(grid: [1, 2, 3], searchSeeds: 1...20, verdictSeeds: 20...40)
    }
    #expect(throws: ExperimentError.tooFewSeeds(3)) {
      _ = try Experiment(grid: [1, 2, 3], searchSeeds: 1...2, verdictSeeds: 3...5)
    }
  }

  @Test("a high quantile avoids a setting that fails on some seeds") func quantile() throws {
    func chosen(_ part: Double) throws -> Double {
      try Experiment(
        grid: [1, 2, 4, 8, 16], searchSeeds: 1...10, verdictSeeds: 11...20, searchQuantile: part
      ).outcome { setting, seed in setting > 6 && seed % 3 == 0 ? .infinity : abs(setting - 7) }.search
        .setting
    }
    #expect(try chosen(0.5) > 6)
    #expect(try chosen(0.9) < 6)
  }
}

@Suite struct NearnessTests {
  @Test("arriving means staying") func arrivals() {
    #expect(arrival(of: [5, 0.5, 5, 0.5, 0.4], atMost: 1) == 3)
    #expect(arrival(of: [0.5, 0.4], atMost: 1) == 0)
    #expect(arrival(of: [5, 0.5, 5], atMost: 1) == nil)
    #expect(arrival(of: [5, .nan], atMost: 1) == nil)
    #expect(arrival(of: [], atMost: 1) == nil)
  }

  @Test("near means within a part of the expected number") func near() {
    #expect(isNear(1.009, 1, within: 0.01) && isNear(-99.5, -100, within: 0.01))
    #expect(!isNear(1.011, 1, within: 0.01) && !isNear(1, -1, within: 0.5))
    #expect(!isNear(.nan, 1, within: 1) && !isNear(.infinity, 1, within: 1))
  }
}
