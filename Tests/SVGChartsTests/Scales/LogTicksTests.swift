import Testing

@testable import SVGCharts

/// The union of major and minor ticks is what D3 documents and tests for `scaleLog().ticks()`.
@Suite struct LogTicksTests {
  private func all(_ low: Double, _ high: Double, count: Double = 10) -> [Double] {
    let ticks = LogTicks(low, high, count: count)
    return (ticks.major + ticks.minor).map(\.value).sorted()
  }

  @Test("two decades have ticks at every digit")
  func twoDecades() {
    #expect(
      all(0.1, 10) == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  }

  @Test("an odd domain has ticks inside only")
  func inside() {
    #expect(
      all(0.006029505943610648, 0.49999)
        == [0.007, 0.008, 0.009, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.2, 0.3, 0.4])
  }

  @Test("a part of a decade has even ticks")
  func smallDomain() {
    #expect(LogTicks(1, 5, count: 5).major.map(\.value) == [1, 2, 3, 4, 5])
  }

  @Test("many decades have a label at every second power of ten, as in D3")
  func manyDecades() {
    let expected = (0...13).map { DecimalNumber(mantissa: 1, exponent: -28 + 2 * $0).value }
    #expect(LogTicks(1e-29, 1e-1, count: 11).major.map(\.value) == expected)
  }

  @Test(
    "nothing for a domain without positive numbers",
    arguments: [(0, 1), (-1, 1), (1, 1), (2, 1)] as [(Double, Double)])
  func degenerate(low: Double, high: Double) {
    #expect(all(low, high).isEmpty)
  }

  @Test("labels are plain within few decades and powers of ten beyond")
  func labels() {
    let plain = LogTicks(0.001, 1000, count: 7).major
    #expect(
      TickFormat.automatic.labels(plain, isLogarithmic: true)
        == ["0.001", "0.01", "0.1", "1", "10", "100", "1000"])
    let powers = LogTicks(1e-9, 1, count: 5).major
    #expect(
      TickFormat.automatic.labels(powers, isLogarithmic: true) == ["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰"])
  }
}
