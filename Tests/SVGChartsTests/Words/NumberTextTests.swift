import Testing

@testable import SVGCharts

@Suite struct NumberTextTests {
  @Test("all tick labels of an axis have the same format")
  func ticks() {
    let labels: (Double, Double) -> [String] = {
      TickFormat.automatic.labels(LinearTicks($0, $1, count: 4).ticks)
    }
    #expect(labels(0, 1) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(-2, 2) == ["−2", "−1", "0", "1", "2"])
    #expect(labels(0, 20_000) == ["0", "5,000", "10,000", "15,000", "20,000"])
    #expect(labels(0, 2e6) == ["0", "500,000", "1,000,000", "1,500,000", "2,000,000"])
    #expect(labels(0, 4e-7) == ["0", "1×10⁻⁷", "2×10⁻⁷", "3×10⁻⁷", "4×10⁻⁷"])
    // One prefix and one exponent for an axis, and years without separators.
    #expect(labels(0, 1.6e9) == ["0", "0.5G", "1.0G", "1.5G"])
    #expect(labels(0, 2e-6) == ["0", "0.5×10⁻⁶", "1.0×10⁻⁶", "1.5×10⁻⁶", "2.0×10⁻⁶"])
    #expect(labels(2015, 2024) == ["2016", "2018", "2020", "2022", "2024"])
    #expect(labels(1e9, 1e9 + 2).first == "1,000,000,000.0")
    #expect(labels(0, 3e200).last == "3×10²⁰⁰")
  }

  @Test("formats do what their names say")
  func formats() {
    let ticks = [0, 25, 50].map { DecimalNumber(mantissa: $0, exponent: -2) }
    #expect(TickFormat.percent.labels(ticks) == ["0%", "25%", "50%"])
    #expect(TickFormat.si.labels([DecimalNumber(mantissa: 4, exponent: -5)]) == ["40µ"])
    #expect(TickFormat.si.labels([DecimalNumber(mantissa: -25, exponent: 2)]) == ["−2.5k"])
    #expect(TickFormat.scientific.labels([DecimalNumber(mantissa: 25, exponent: 5)]) == ["2.5×10⁶"])
  }

  @Test(
    "numbers in sentences are short",
    arguments: [
      (4, true, "4.0"), (4, false, "4"), (1.2e-6, true, "1.2e-6"), (-0.5, false, "−0.5"),
      (123_456, false, "123456"),
      (0.012345, false, "0.0123"), (1e300, false, "1e300"), (2_000_000, false, "2e6"), (99.96, false, "100"),
    ])
  func prose(value: Double, fraction: Bool, expected: String) {
    #expect(NumberText.prose(value, fraction: fraction) == expected)
  }

  @Test("coordinates have at most two decimals and no negative zero")
  func coordinates() {
    #expect(
      [1.005, -0.001, 12.5, 1e9, -3.14159, .nan].map(SVGNumber.text) == [
        "1", "0", "12.5", "10000000", "-3.14", "0",
      ])
  }

  @Test("plain numbers read back as the same double", arguments: 0..<200)
  func roundTrip(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let value = dice.wild()
    let back = Double(NumberText.plain(value))
    #expect(back == value || (value.isNaN && back?.isNaN == true))
  }
}
