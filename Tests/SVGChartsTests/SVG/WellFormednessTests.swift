import Testing

@testable import SVGCharts

@Suite struct WellFormednessTests {
  @Test("the SVG of every mark is well-formed XML, wide and narrow", arguments: Samples.all.map(\.name))
  func samples(name: String) throws {
    let chart = try #require(Samples.all.first { $0.name == name }?.chart)
    for width in [640.0, 360, 120, 4000] {
      let svg = chart.svg(idPrefix: "a", width: width)
      #expect(SVGReader(svg).error == nil)
      #expect(badNumbers(svg).isEmpty)
    }
  }

  @Test("labels cannot break out of their place")
  func escapes() {
    let chart = Chart {
      LineMark(x: .value("<x>&\"'\u{0}\u{b}\u{ffff}", [1, 2]), y: .value("]]></svg>", [1, 2]))
        .foregroundStyle(by: .value("<script>", "</text><script>alert(1)</script>"))
    }
    .chartTitle("a < b & c\u{8}").chartCaption("\"quoted\"").chartLegend(.visible)
    let reader = SVGReader(chart.svg(idPrefix: "x\" onload=\"alert(1)"))
    #expect(reader.error == nil)
    #expect(reader.elementCounts["script"] == nil)
    #expect(reader.texts.contains("a < b & c"))
    #expect(reader.ids.allSatisfy { $0.hasPrefix("xonloadalert1-") })
  }

  @Test("two charts with different prefixes share no id, and each id is used once")
  func ids() {
    let charts = [
      Samples.images, Samples.facet.chartXScale(domain: 0...4), Samples.sideBySide.chartTitle("both"),
    ]
    for chart in charts {
      let first = SVGReader(chart.svg(idPrefix: "first")).ids
      let second = SVGReader(chart.svg(idPrefix: "second")).ids
      #expect(Set(first).count == first.count)
      #expect(Set(first).isDisjoint(with: second))
    }
  }

  @Test("any data and any labels give a well-formed drawing with finite coordinates", arguments: 0..<120)
  func anything(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let chart = randomChart(&dice)
    let svg = chart.svg(width: [640, 360, 200].randomElement(using: &dice))
    #expect(SVGReader(svg).error == nil)
    #expect(badNumbers(svg).isEmpty)
    _ = chart.csv + chart.json + chart.accessibilityDescription
  }

  /// A random chart that nobody would draw on purpose.
  private func randomChart(_ dice: inout Dice) -> Chart {
    let count = [0, 1, 2, 3, 17, 200].randomElement(using: &dice) ?? 0
    let column: (inout Dice) -> PlottableValue = { dice in
      let label = dice.label()
      let rows = count + Int.random(in: 0...1, using: &dice)
      if Int.random(in: 0..<4, using: &dice) == 0 {
        return .value(label, (0..<rows).map { _ in dice.label() })
      }
      return .value(label, (0..<rows).map { _ in dice.wild() })
    }
    let numbers = (0..<count).map { _ in dice.wild() }
    let type: (inout Dice) -> ScaleType = { dice in
      [.linear, .log, .symmetricLog, .squareRoot, .power(exponent: dice.wild()), .category]
        .randomElement(using: &dice) ?? .linear
    }
    let (a, b, c, d) = (column(&dice), column(&dice), column(&dice), column(&dice))
    let by = column(&dice)
    let low = dice.normal()
    var chart = Chart {
      switch Int.random(in: 0..<15, using: &dice) {
      case 0: LineMark(x: a, y: b).interpolationMethod(.monotone).foregroundStyle(by: by)
      case 1: PointMark(x: a, y: b).symbol(by: by)
      case 2: AreaMark(x: a, y: b, stacking: .normalized).foregroundStyle(by: by)
      case 3: BandMark(x: a, yStart: b, yEnd: c).interpolationMethod(.catmullRom)
      case 4: BarMark(x: a, y: b).position(by: by).foregroundStyle(by: by)
      case 5: HistogramMark(a)
      case 6: RectangleMark(x: a, y: b).foregroundStyle(by: by)
      case 7: ArrowMark(xStart: a, yStart: b, xEnd: c, yEnd: d)
      case 8: BoxMark(x: a, y: b)
      case 9: ErrorBarMark(x: a, y: b, error: numbers)
      case 10: TrajectoryMark(x: a, y: b).facet(by: by)
      case 11: TextMark(by, x: a, y: b)
      case 12: VectorFieldPlot(x: a, y: b, dx: numbers, dy: numbers)
      case 13:
        ContourPlot(
          x: a, y: b, z: [numbers, numbers, numbers], levels: .logarithmic(count: 5), style: .filled)
      default:
        LineMark(x: a, y: b).interpolationMethod(.cardinal).symbol(.star).annotation(a.label)
        RuleMark(xStart: c, xEnd: d, y: b)
      }
    }
    .chartTitle(dice.label()).chartXScale(type: type(&dice)).chartYScale(type: type(&dice))
    if Int.random(in: 0..<3, using: &dice) == 0 {
      chart = chart.chartXScale(domain: .fixed(dice.wild(), dice.wild()), type: type(&dice))
    }
    if Int.random(in: 0..<4, using: &dice) == 0 {
      chart = chart.chartYScale(domain: low...(low + dice.uniform()))
    }
    return chart
  }
}
