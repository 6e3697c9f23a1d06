import ElementaryNumerics
import Testing

@testable import SVGCharts

/// The faults that readers would notice: labels on labels, labels outside the picture, marks outside the plot.
@Suite struct LayoutTests {
  private func texts(_ nodes: [SceneNode]) -> [SceneText] {
    nodes.flatMap { node -> [SceneText] in
      switch node {
      case .text(let text): [text]
      case .group(let group):
        texts(group.children).map { text in
          var text = text
          text.position = Point(x: text.position.x + group.offset.x, y: text.position.y + group.offset.y)
          return text
        }
      default: []
      }
    }
  }

  private func frame(_ text: SceneText) -> Rectangle {
    let size = Typography.size(text.role)
    let width = TextMetrics.width(text.text, size: size)
    let shift = text.anchor == .start ? 0 : text.anchor == .middle ? width / 2 : width
    return Rectangle(
      x: text.position.x - shift, y: text.position.y - size * 0.72, width: width, height: size * 0.72)
  }

  private func overlapping(_ texts: [SceneText]) -> [String] {
    var found: [String] = []
    // Another rule keeps slanted labels apart.
    let level = texts.filter { $0.rotation == 0 }
    for (index, first) in level.enumerated() {
      for second in level[(index + 1)...] {
        let (a, b) = (frame(first), frame(second))
        if a.x < b.maxX && b.x < a.maxX && a.y < b.maxY && b.y < a.maxY {
          found.append(first.text + " | " + second.text)
        }
      }
    }
    return found
  }

  @Test("tick labels never overlap, for any domain, scale and width", arguments: 0..<150)
  func ticks(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let types: [ScaleType] = [.linear, .log, .symmetricLog, .squareRoot, .category]
    let values: (inout Dice) -> [Double] = { dice in
      let scale = RealFunctions.power(10, Double.random(in: -20...20, using: &dice))
      let shift = dice.uniform() < 0.3 ? dice.normal() * scale * 1000 : 0
      return (0..<12).map { _ in dice.normal() * scale + shift }
    }
    let chart = Chart { LineMark(x: .value("x", values(&dice)), y: .value("y", values(&dice))) }
      .chartXScale(type: types.randomElement(using: &dice)).chartYScale(
        type: types.randomElement(using: &dice))
    for width in [640.0, 360, 240] {
      let ticks = texts(chart.scene(width: width).nodes).filter { $0.role == .tick }
      #expect(overlapping(ticks).isEmpty)
      #expect(!ticks.isEmpty)
    }
  }

  @Test("long categories are shortened and do not overlap")
  func categories() {
    let names = (0..<9).map { "a rather long name, number \($0)" }
    let chart = Chart { BarMark(x: .value("name", names), y: .value("y", 0..<9)) }
    let ticks = texts(chart.scene().nodes).filter { $0.role == .tick }
    #expect(overlapping(ticks).isEmpty)
    #expect(ticks.contains { $0.text.hasSuffix("…") })
  }

  @Test("a name of a category that is too long for the margin takes two lines, and none leaves the picture")
  func longNamesAtTheLeft() {
    let names = [
      "SGD with momentum, × 1.0", "Adam", "alonewordthatislongerthananymargin",
      "a b c d e f g h i j k l m n o p q r s t u v",
    ]
    let chart = Chart { PointMark(x: .value("x", 0..<4), y: .value("rule", names)) }
    let ticks = texts(chart.scene(width: 360).nodes).filter { $0.role == .tick && $0.anchor == .end }
    #expect(ticks.map(\.text).contains("momentum, × 1.0"))
    #expect(ticks.allSatisfy { frame($0).x >= 0 })
    #expect(overlapping(ticks).isEmpty)
  }

  @Test("series that differ in nothing that is seen share an entry of the legend")
  func sharedEntries() {
    let chart = Chart {
      for seed in ["1", "2", "3"] {
        LineMark(x: .value("x", [0, 1]), y: .value("y", [0, 1]), series: .value("seed", seed))
          .foregroundStyle(by: .value("digits", seed == "3" ? "validation" : "training"))
      }
    }
    let labels = texts(chart.scene().nodes).filter { $0.role == .label }.map(\.text)
    #expect(labels == ["training", "validation"])
    #expect(chart.allSeries.map(\.name) == ["training, 1", "training, 2", "validation, 3"])
  }

  @Test("the values of a heat map stand in all of its cells or in none", arguments: [640.0, 300, 200])
  func valuesOfCells(width: Double) {
    let values = (0..<6).map { row in (0..<9).map { Double($0 - row) / 4 + 0.01 } }
    let chart = Chart { HeatMap("z", rows: values, x: .value("x", (0..<9).map { "c\($0)" })) }
    // The numbers beside the legend have one decimal, those of the cells two.
    let cells = texts(chart.scene(width: width).nodes).filter {
      $0.text.split(separator: ".").last?.count == 2 && $0.text.contains(".")
    }
    #expect([0, 54].contains(cells.count), "\(cells.count)")
  }

  @Test("no text of any sample leaves the picture or covers another", arguments: Samples.all.map(\.name))
  func samples(name: String) throws {
    let chart = try #require(Samples.all.first { $0.name == name }?.chart)
    for width in [640.0, 360] {
      let scene = chart.scene(width: width)
      let texts = texts(scene.nodes)
      for text in texts {
        let frame = frame(text)
        #expect(frame.x >= -1 && frame.maxX <= scene.width + 1, "\(text.text)")
      }
      #expect(overlapping(texts).isEmpty)
    }
  }

  private func sixLines(spread: Double) -> Chart {
    Chart {
      for number in 0..<6 {
        LineMark(x: .value("x", 0...1), y: .value("y", [0, 1 + spread * Double(number)]))
          .foregroundStyle(by: .value("run", "run \(number)"))
      }
    }
  }

  @Test(
    "names at the ends of lines have the colours of the lines; where they would collide there is a legend")
  func namesOfLines() {
    let apart = texts(sixLines(spread: 1).scene().nodes).filter { $0.text.hasPrefix("run") }
    #expect(apart.map(\.color) == (0..<6).reversed().map { ChartColor.category($0 + 1) })
    let together = texts(sixLines(spread: 0.01).scene().nodes).filter { $0.text.hasPrefix("run") }
    #expect(together.count == 6 && together.allSatisfy { $0.color == nil })
  }

  @Test("no two of ten lines have the same colour and the same dashes")
  func manyLines() {
    let data = ChartData(
      Chart {
        for number in 0..<10 {
          LineMark(x: .value("x", 0...1), y: .value("y", [0, number]))
            .foregroundStyle(by: .value("run", "run \(number)"))
        }
      })
    #expect(Set(data.series.map { "\($0.color) \($0.dash)" }).count == 10)
    #expect(data.series.prefix(5).allSatisfy { $0.dash.isEmpty })
  }

  @Test("each text is where its options say")
  func words() {
    let chart = Chart {
      TextMark("beside", x: .value("x", 0), y: .value("y", 1), position: .trailing)
      TextMark("on", x: .value("x", 1), y: .value("y", 0))
    }
    let anchors = texts(chart.scene().nodes).filter { $0.role == .label }.map {
      [$0.text, $0.anchor.rawValue]
    }
    #expect(anchors == [["beside", "start"], ["on", "middle"]])
  }

  @Test("whole numbers have whole ticks")
  func wholeNumbers() {
    let chart = Chart { PointMark(x: .value("n", 12345...12349), y: .value("k", [1, 2, 2, 3, 1])) }
    let ticks = texts(chart.scene().nodes).filter { $0.role == .tick }.map(\.text)
    #expect(ticks == ["1", "2", "3", "12,345", "12,346", "12,347", "12,348", "12,349"])
  }

  @Test("contour lines have labels that do not overlap and stay inside the plot")
  func contours() {
    let chart = Chart {
      ContourPlot(x: "x", y: "y", xDomain: -2...2, yDomain: -1...1) { x, y in x * x + 3 * y * y }
      PointMark(x: .value("x", 0), y: .value("y", 0))
    }
    let labels = texts(chart.scene().nodes).filter { $0.role == .contour }
    #expect(labels.count > 5 && Set(labels.map(\.text)).count == labels.count)
    #expect(overlapping(labels).isEmpty)
  }

  @Test("cells show their values, and zeros are omitted if there are many")
  func cells() {
    let matrix = ConfusionMatrix(counts: (0..<10).map { row in (0..<10).map { row == $0 ? 9 : 0 } })
    let counts = texts(Chart { matrix }.scene().nodes).filter { $0.anchor == .middle && $0.color != nil }
    #expect(counts.map(\.text) == Array(repeating: "9", count: 10))
    let map = texts(Chart { HeatMap("share", rows: [[0.5, 0.25], [1, 0]]) }.scene().nodes)
    #expect(map.filter { $0.color != nil }.map(\.text) == ["0.50", "0.25", "1.00", "0"])
  }

  @Test("lines that end together are named at a distance, or by a legend")
  func endLabels() {
    for spread in [1.0, 0.3, 0.05, 0.0] {
      let texts = texts(sixLines(spread: spread).scene().nodes)
      #expect(overlapping(texts).isEmpty)
      #expect((0..<6).allSatisfy { number in texts.contains { $0.text == "run \(number)" } })
    }
  }

  @Test("a legend is shown when it is needed, and can be hidden")
  func legend() {
    let named: (Chart) -> Bool = { chart in texts(chart.scene().nodes).contains { $0.text == "a" } }
    #expect(named(Samples.point))
    #expect(!named(Samples.point.chartLegend(.hidden)))
    let bars = Chart {
      BarMark(x: .value("kind", ["a", "b"]), y: .value("y", [1, 2]))
        .foregroundStyle(by: .value("kind", ["a", "b"]))
    }
    // The axis names the colours already.
    #expect(texts(bars.scene().nodes).count { $0.text == "a" } == 1)
  }

  @Test("a given height is kept", arguments: [200.0, 300, 700])
  func height(height: Double) {
    let chart = Samples.line.frame(width: 500, height: height)
    #expect(abs(chart.scene().height - height) <= 1)
  }

  @Test("a reversed domain runs the other way")
  func reversed() {
    let chart = Samples.rule.chartXScale(domain: .automatic(reversed: true))
    let axis = ChartData(chart).axis(.horizontal, chart.options, count: 5)
    #expect(axis.scale.low == 2 && axis.scale.high == 0)
  }

  @Test("marks beyond a fixed domain are clipped")
  func clipped() {
    let chart = Samples.line.chartXScale(domain: 0...4)
    #expect(chart.scene().clips.count == 1)
    #expect(chart.svg().contains("clip-path=\"url(#chart-clip-0)\""))
  }

  @Test(
    "awkward domains have a picture",
    arguments: [
      [Double](), [3.5], [7, 7, 7], [0, 0], [1e-300, 2e-300], [1e300, -1e300], [.nan, .nan],
      [.leastNonzeroMagnitude, .leastNonzeroMagnitude],
      [1e9, 1e9 + 1e-6], [1e-300, 1, 1e300],
    ])
  func awkward(values: [Double]) {
    for type in [ScaleType.linear, .log, .symmetricLog, .squareRoot] {
      let chart = Chart { LineMark(x: .value("x", 0..<values.count), y: .value("y", values)) }.chartYScale(
        type: type)
      let axis = ChartData(chart).axis(.vertical, chart.options, count: 5)
      #expect(axis.scale.low.isFinite && axis.scale.high.isFinite && axis.scale.low < axis.scale.high)
      #expect(axis.ticks.contains { $0.label != nil })
      let isShowable = values.contains { $0.isFinite && (type != .log || $0 > 0) }
      #expect(texts(chart.scene().nodes).contains { $0.text == "no data" } == !isShowable)
    }
  }
}
