import Testing

@testable import SVGCharts

@Suite struct DescriptionTests {
  @Test("a line is described by where it begins and ends")
  func line() {
    let chart = Chart { LineMark(x: .value("step", [0, 200, 400]), y: .value("loss", [4, 0.01, 1.2e-6])) }
    #expect(chart.accessibilityDescription == "loss falls from 4.0 at step 0 to 1.2e-6 at step 400.")
    #expect(chart.accessibilityLabel == "loss against step")
  }

  @Test("an excursion is mentioned")
  func extremes() {
    let chart = Chart { LineMark(x: .value("x", 0...3), y: .value("y", [1, 9, -5, 2])) }
    #expect(
      chart.accessibilityDescription
        == "y rises from 1 at x 0 to 2 at x 3, lowest −5 at x 2, highest 9 at x 1.")
  }

  @Test("values that are not finite are counted")
  func missing() {
    let chart = Chart { LineMark(x: .value("x", 0...3), y: .value("y", [1, .nan, .infinity, 2])) }
    #expect(chart.accessibilityDescription.contains("2 values are not finite and leave gaps."))
  }

  @Test("values without a place on a logarithmic axis are counted")
  func notPositive() {
    let chart = Chart { LineMark(x: .value("x", 0...3), y: .value("y", [1, 0, -1, 2])) }.chartYScale(
      type: .log)
    #expect(
      chart.accessibilityDescription.hasSuffix(
        "Logarithmic y axis. 2 values are not positive and cannot be shown on the logarithmic scale."))
  }

  @Test("columns of different length are mentioned")
  func unequal() {
    let chart = Chart { LineMark(x: .value("x", 0...9), y: .value("y", [1, 2])) }
    #expect(chart.accessibilityDescription.contains("Columns of different length"))
    #expect(chart.series("y").count == 2)
  }

  @Test("the author's text comes first")
  func author() {
    let chart = Samples.line.chartDescription("In short: faster.")
    #expect(chart.accessibilityDescription == "In short: faster.")
    #expect(chart.svg().contains(">In short: faster.</desc>"))
    #expect(chart.accessibilityLabel == "RMSProp is faster")
  }

  @Test("an empty chart says so")
  func empty() {
    let chart = Chart { LineMark(x: .value("x", [Double]()), y: .value("y", [Double]())) }
    #expect(chart.accessibilityDescription == "No data.")
    #expect(SVGReader(chart.svg()).texts.contains("no data"))
  }
}
