import Testing

@testable import SVGCharts

@Suite struct StatisticsTests {
  @Test("quantiles are those of NumPy's default")
  func quantiles() {
    // numpy.quantile([1, 2, 4, 8], [0, .25, .5, .9, 1]) → 1, 1.75, 3, 6.8, 8
    let sorted = [1.0, 2, 4, 8]
    let parts = [0, 0.25, 0.5, 0.9, 1].map { Quantile.of(sorted, at: $0) }
    #expect(zip(parts, [1, 1.75, 3, 6.8, 8]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(Quantile.of([], at: 0.5).isNaN)
  }

  @Test("a box plot separates outliers after Tukey")
  func fiveNumbers() {
    let numbers = FiveNumbers([1, 2, 3, 4, 20, .nan])
    #expect(numbers.firstQuartile == 2 && numbers.median == 3 && numbers.thirdQuartile == 4)
    #expect(numbers.lower == 1 && numbers.upper == 4 && numbers.outliers == [20])
  }

  @Test("a histogram counts every finite value once, in round bins", arguments: 0..<60)
  func histogram(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let isWild = seed % 3 == 0
    let values = (0..<Int.random(in: 0...400, using: &dice)).map { _ in isWild ? dice.wild() : dice.normal() }
    let bins = HistogramBins(values)
    #expect(bins.counts.reduce(0, +) == values.count { $0.isFinite })
    #expect(bins.missing == values.count { !$0.isFinite })
    #expect(bins.edges.count == (bins.counts.isEmpty ? 0 : bins.counts.count + 1))
    #expect(zip(bins.edges, bins.edges.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("the last bin includes its upper bound")
  func lastBin() {
    let bins = HistogramBins([0, 0.5, 1], desiredCount: 2)
    #expect(bins.edges == [0, 0.5, 1] && bins.counts == [1, 2])
  }
}
