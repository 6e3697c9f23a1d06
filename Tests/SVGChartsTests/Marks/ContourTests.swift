import ElementaryNumerics
import Testing

@testable import SVGCharts

@Suite struct ContourTests {
  static let grid = ScalarGrid(xDomain: -2...2, yDomain: -2...2, resolution: 101) { x, y in x * x + y * y }

  @Test("a level of x² + y² is a circle")
  func circle() throws {
    let lines = MarchingSquares.lines(Self.grid, level: 1)
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(line.first == line.last)
    // Linear interpolation over cells of 0.04 errs by at most h²/8 · f″ / |∇f| = 0.04² / 8.
    #expect(line.allSatisfy { abs(($0.x * $0.x + $0.y * $0.y).squareRoot() - 1) <= 0.04 * 0.04 / 4 })
  }

  @Test("a filled level covers the area outside the circle")
  func area() {
    let rings = MarchingSquares.rings(Self.grid, level: 1)
    #expect(rings.count == 2)
    let area = abs(rings.map(signedArea).reduce(0, +))
    #expect(abs(area - (16 - Double.pi)) < 2e-3)  // a polygon of chords, h²-close
  }

  @Test("open lines end at the border")
  func openLines() throws {
    let grid = ScalarGrid(xDomain: 0...1, yDomain: 0...1, resolution: 11) { x, _ in x }
    let line = try #require(MarchingSquares.lines(grid, level: 0.55).first)
    #expect(line.allSatisfy { abs($0.x - 0.55) < 1e-12 })
    #expect(Set([line.first?.y, line.last?.y]) == [0, 1])
  }

  @Test("a hole in the function is a hole in the region")
  func hole() {
    let grid = ScalarGrid(xDomain: 0...4, yDomain: 0...4, resolution: 5) { x, y in x == 2 && y == 2 ? .nan : 1
    }
    let rings = MarchingSquares.rings(grid, level: 0)
    #expect(rings.count == 2)
    #expect(MarchingSquares.lines(grid, level: 0).isEmpty)
  }

  @Test("every ring is closed and every level ends, for any values", arguments: 0..<40)
  func anyValues(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let grid = ScalarGrid(xDomain: 0...1, yDomain: 0...1, resolution: 12) { _, _ in
      seed % 2 == 0 ? dice.wild() : dice.uniform().rounded()
    }
    let rings = MarchingSquares.rings(grid, level: 0.5)
    #expect(
      rings.allSatisfy { $0.count > 2 && $0.allSatisfy { $0.x >= 0 && $0.x <= 1 && $0.y >= 0 && $0.y <= 1 } })
    _ = MarchingSquares.lines(grid, level: 0.5)
  }

  @Test("levels are round")
  func levels() {
    #expect(ContourLevels.linear(count: 5).resolved([0, 10]) == [2, 4, 6, 8])
    #expect(ContourLevels.values([3, .nan, 1]).resolved([0, 10]) == [1, 3])
    let many = ContourLevels.logarithmic(count: 4).resolved(
      (0...100).map { RealFunctions.power(10, Double($0) / 25) })
    #expect(many == [10, 100, 1000])
  }

  private func signedArea(_ ring: [Point]) -> Double {
    zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
  }
}
