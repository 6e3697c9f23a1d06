import Testing

@testable import SVGCharts

/// The expected values are those that D3 documents and tests for `d3.ticks`.
@Suite struct LinearTicksTests {
  @Test(
    "ticks are those of D3",
    arguments: [
      (0, 1, 10, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
      (0, 1, 8, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
      (0, 1, 7, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 1, 4, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 1, 3, [0, 0.5, 1]),
      (0, 1, 2, [0, 0.5, 1]), (0, 1, 1, [0, 1]), (0, 10, 8, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      (0, 10, 4, [0, 2, 4, 6, 8, 10]), (0, 10, 2, [0, 5, 10]), (0, 10, 1, [0, 10]),
      (-10, 10, 7, [-10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10]), (-10, 10, 6, [-10, -5, 0, 5, 10]),
      (-10, 10, 3, [-10, -5, 0, 5, 10]), (-10, 10, 2, [-10, 0, 10]), (-10, 10, 1, [0]),
      (0, 2.2, 3, [0, 1, 2]),
      (0.98, 1.14, 10, [0.98, 1, 1.02, 1.04, 1.06, 1.08, 1.1, 1.12, 1.14]), (1, 1, 10, [1]), (1, 1, 0, []),
      (0, 1, 0, []), (0, 1, -1, []),
    ] as [(Double, Double, Double, [Double])])
  func ticks(low: Double, high: Double, count: Double, expected: [Double]) {
    // Exact equality: a tick is the double nearest to its decimal.
    #expect(LinearTicks(low, high, count: count).ticks.map(\.value) == expected)
  }

  @Test(
    "no ticks without a number",
    arguments: [(.nan, 1, 1), (0, .nan, 1), (0, 1, .nan), (0, 1, .infinity)] as [(Double, Double, Double)])
  func notANumber(low: Double, high: Double, count: Double) {
    #expect(LinearTicks(low, high, count: count).ticks.isEmpty)
  }

  @Test(
    "nice domains are those of D3",
    arguments: [
      (0, 0.96, 0, 1), (0, 96, 0, 100), (1.1, 10.9, 1, 11), (6.7, 123.1, 0, 130), (0, 0.49, 0, 0.5),
    ] as [(Double, Double, Double, Double)])
  func nice(low: Double, high: Double, niceLow: Double, niceHigh: Double) {
    let nice = LinearTicks.nice(low, high, count: 10)
    #expect(nice.low == niceLow && nice.high == niceHigh)
  }

  @Test("for any domain ticks are few, inside, ascending and evenly spaced", arguments: 0..<300)
  func properties(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let (a, b) = (dice.wild(), dice.wild())
    let (low, high) = (min(a, b), max(a, b))
    let ticks = LinearTicks(low, high, count: 5).ticks
    #expect(ticks.count <= 11)
    #expect(ticks.allSatisfy { $0.value >= low && $0.value <= high }, "\(low) \(high) \(ticks.map(\.value))")
    let steps = zip(ticks, ticks.dropFirst()).map { $1.mantissa - $0.mantissa }
    #expect(steps.allSatisfy { $0 > 0 && $0 == steps[0] })
  }
}
