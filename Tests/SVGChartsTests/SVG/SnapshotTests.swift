import Testing

@testable import SVGCharts

@Suite struct SnapshotTests {
  @Test("the scene of every mark equals the reviewed one", arguments: Samples.all.map(\.name))
  func scenes(name: String) throws {
    let chart = try #require(Samples.all.first { $0.name == name }?.chart)
    try expectSnapshot(outline(chart.scene()), "scene-\(name).txt")
  }

  @Test("the SVG of a line chart equals the reviewed one")
  func svg() throws {
    try expectSnapshot(Samples.line.svg(idPrefix: "figure"), "line.svg")
  }

  @Test("drawing a chart twice gives the same bytes", arguments: Samples.all.map(\.name))
  func determinism(name: String) throws {
    let chart = try #require(Samples.all.first { $0.name == name }?.chart)
    #expect(chart.svg() == chart.svg())
  }
}
