import Testing

@testable import SVGCharts

@Suite struct PositionScaleTests {
  @Test("a linear scale is a straight line between its ends")
  func linear() {
    let scale = PositionScale(.linear, low: 10, high: 20, start: 100, end: 0)
    #expect(scale(10) == 100 && scale(20) == 0 && scale(15) == 50)
    #expect(scale(.nan).isNaN && scale(.infinity).isNaN)
  }

  @Test("a linear scale spans the whole range of doubles")
  func hugeDomain() {
    let greatest = Double.greatestFiniteMagnitude
    let scale = PositionScale(.linear, low: -greatest, high: greatest)
    #expect(scale(-greatest) == 0 && scale(0) == 0.5 && scale(greatest) == 1)
  }

  @Test("a logarithmic scale has no place for zero and below")
  func log() {
    let scale = PositionScale(.log, low: 1e-300, high: 1e300)
    #expect(scale(1) == 0.5)  // log₁₀ is exact at powers of ten
    #expect(scale(0).isNaN && scale(-1).isNaN)
  }

  @Test("a symmetric logarithm is odd and steep near zero")
  func symmetricLog() {
    let scale = PositionScale(.symmetricLog(constant: 1), low: -1000, high: 1000)
    #expect(scale(0) == 0.5)
    #expect(abs(scale(10) + scale(-10) - 1) < 1e-15)
    #expect(scale(10) - scale(0) > scale(1000) - scale(990))
  }

  @Test("a square root scale keeps the sign")
  func squareRoot() {
    let scale = PositionScale(.power(exponent: 0.5), low: 0, high: 100)
    #expect(abs(scale(25) - 0.5) < 1e-15)
    #expect(abs(PositionScale(.power(exponent: 0.5), low: -100, high: 100)(-100)) < 1e-15)
  }

  @Test("far coordinates are kept within a million")
  func clamped() {
    let scale = PositionScale(.linear, low: 0, high: 1e-300, start: 0, end: 640)
    #expect(scale(1e300) == 1e6)
  }

  @Test("the fast form of a scale agrees with the exact one", arguments: 0..<50)
  func affine(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    let scale = PositionScale(.linear, low: dice.normal(), high: dice.normal() + 20, start: 40, end: 600)
    let map = try #require(scale.affine)
    for _ in 0..<20 {
      let value = dice.normal() * 10
      // Two roundings of numbers below 1000.
      #expect(abs(value * map.factor + map.offset - scale(value)) < 1e-10)
    }
  }
}
