import Testing

@testable import SVGCharts

@Suite struct StackingTests {
  private func stacks(_ method: MarkStackingMethod) -> [DataSeries] {
    ChartData(
      Chart {
        for (name, values) in [("a", [1.0, 2, -1]), ("b", [3.0, -4, -1])] {
          BarMark(x: .value("x", ["p", "q", "r"]), y: .value("y", values), stacking: method)
            .foregroundStyle(by: .value("part", name))
        }
      }
    ).series
  }

  @Test("positive and negative bars are stacked separately")
  func standard() {
    let series = stacks(.standard)
    #expect(series[0].stackEnd == [1, 2, -1])
    #expect(series[1].stackStart == [1, 0, -1])
    #expect(series[1].stackEnd == [4, -4, -2])
  }

  @Test("three layers are stacked on each other")
  func threeLayers() {
    let chart = Chart {
      for name in ["a", "b", "c"] {
        AreaMark(x: .value("x", 0...1), y: .value("y", [1, 2])).foregroundStyle(by: .value("part", name))
      }
    }
    #expect(ChartData(chart).series.map(\.stackEnd) == [[1, 2], [2, 4], [3, 6]])
  }

  @Test("normalized bars are parts of their sum")
  func normalized() {
    let series = stacks(.normalized)
    #expect(series[0].stackEnd == [0.25, 2.0 / 6, -0.5])
    #expect(series[1].stackEnd == [1, -4.0 / 6, -1])
  }

  @Test("unstacked bars stand on zero")
  func unstacked() {
    #expect(stacks(.unstacked).allSatisfy { $0.stackEnd.isEmpty })
  }

  @Test("bars side by side are not stacked")
  func positioned() {
    let series = ChartData(Samples.groupedBar).series
    #expect(series[1].stackStart == [0, 0] && series.map(\.position) == [0, 1])
  }

  @Test("a single area is not a stack")
  func singleArea() {
    let chart = Chart { AreaMark(x: .value("x", 0...1), y: .value("y", [1, 2])) }
    #expect(ChartData(chart).series[0].stackEnd.isEmpty)
  }
}
