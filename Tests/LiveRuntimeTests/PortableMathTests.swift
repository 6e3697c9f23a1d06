import ElementaryNumerics
import Testing

@testable import LiveRuntime

@Suite("Elementary functions of live figures")
struct PortableMathTests {
  /// A function here, the same of the C library, and the range of random arguments.
  struct Pair: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var range: ClosedRange<Double>
    var own: @Sendable (Double) -> Double
    var other: @Sendable (Double) -> Double
    /// How many units in the last place the C library itself may be off.
    var units = 1.0
    /// The share of arguments for which both round alike.
    var share = 0.97
  }

  static let pairs = [
    Pair(testDescription: "exp", range: -745...709, own: PortableMath.exp, other: RealFunctions.exp),
    Pair(testDescription: "exp near 0", range: -1...1, own: PortableMath.exp, other: RealFunctions.exp),
    Pair(testDescription: "log", range: 1e-9...10, own: PortableMath.log, other: RealFunctions.log),
    Pair(testDescription: "log near 1", range: 0.99...1.01, own: PortableMath.log, other: RealFunctions.log),
    Pair(
      testDescription: "log10", range: 1e-9...1e6, own: PortableMath.log10, other: RealFunctions.log10,
      units: 2),
    Pair(testDescription: "log1p", range: -0.01...0.01, own: PortableMath.log1p, other: RealFunctions.log1p),
    Pair(testDescription: "sin", range: -1e9...1e9, own: PortableMath.sin, other: RealFunctions.sin),
    Pair(testDescription: "cos", range: -100...100, own: PortableMath.cos, other: RealFunctions.cos),
    Pair(testDescription: "tan", range: -10...10, own: PortableMath.tan, other: RealFunctions.tan),
    Pair(testDescription: "arctan", range: -20...20, own: PortableMath.arctan, other: RealFunctions.arctan),
    Pair(testDescription: "arcsin", range: -1...1, own: PortableMath.arcsin, other: RealFunctions.arcsin),
    Pair(testDescription: "arccos", range: -1...1, own: PortableMath.arccos, other: RealFunctions.arccos),
    // The C library is less exact in these.
    Pair(
      testDescription: "expm1", range: -1...1, own: PortableMath.expm1, other: RealFunctions.expm1, units: 2,
      share: 0.8),
    Pair(
      testDescription: "tanh", range: -5...5, own: PortableMath.tanh, other: RealFunctions.tanh, units: 3,
      share: 0.8),
    Pair(
      testDescription: "sinh", range: -700...700, own: PortableMath.sinh, other: RealFunctions.sinh, units: 3,
      share: 0.6),
    Pair(
      testDescription: "cosh", range: -700...700, own: PortableMath.cosh, other: RealFunctions.cosh, units: 3,
      share: 0.6),
    Pair(
      testDescription: "10 to a power", range: -300...300, own: { PortableMath.power(10, $0) },
      other: { RealFunctions.power(10, $0) }),
    Pair(
      testDescription: "the power 2.4", range: 1e-5...50, own: { PortableMath.power($0, 2.4) },
      other: { RealFunctions.power($0, 2.4) }),
  ]

  @Test("each is as the C library's, but for its last digit", arguments: pairs)
  func agreement(_ pair: Pair) {
    var generator = SplitMix64(seed: 3)
    var same = 0
    for _ in 0..<4000 {
      let x = generator.uniform(pair.range.lowerBound, pair.range.upperBound)
      let (own, other) = (pair.own(x), pair.other(x))
      if own == other { same += 1 }
      #expect((own - other).magnitude <= pair.units * max(own.ulp, other.ulp), "\(x)")
    }
    #expect(Double(same) >= pair.share * 4000)
  }

  @Test("powers of ten and their logarithms are exact")
  func powersOfTen() {
    for exponent in 0...22 {
      var power = 1.0
      for _ in 0..<exponent { power *= 10 }
      #expect(PortableMath.power(10, Double(exponent)) == power)
      #expect(PortableMath.log10(power) == Double(exponent))
    }
  }

  @Test("special values are those of IEEE 754")
  func specialValues() {
    #expect(PortableMath.exp(.infinity) == .infinity)
    #expect(PortableMath.exp(-.infinity) == 0)
    #expect(PortableMath.exp(0) == 1)
    #expect(PortableMath.log(0) == -.infinity)
    #expect(PortableMath.log(-1).isNaN)
    #expect(PortableMath.power(-2, 3) == -8)
    #expect(PortableMath.power(-2, 0.5).isNaN)
    #expect(PortableMath.power(0, -1) == .infinity)
    #expect(PortableMath.power(.nan, 0) == 1)
    #expect(PortableMath.power(2, 1024) == .infinity)
    #expect(PortableMath.power(2, -1080) == 0)
    #expect(PortableMath.sin(0).sign == .plus)
    #expect(PortableMath.cos(.infinity).isNaN)
    #expect(PortableMath.tanh(-400) == -1)
  }
}
