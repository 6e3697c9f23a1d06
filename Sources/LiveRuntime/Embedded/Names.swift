#if hasFeature(Embedded)
  package import ElementaryNumerics

  // The names under which a chapter knows these functions, from Foundation and from `Notebook`.

  package func exp(_ x: Double) -> Double { RealFunctions.exp(x) }
  package func expm1(_ x: Double) -> Double { RealFunctions.expm1(x) }
  package func log(_ x: Double) -> Double { RealFunctions.log(x) }
  package func log10(_ x: Double) -> Double { RealFunctions.log10(x) }
  package func log2(_ x: Double) -> Double { PortableMath.log2(x) }
  package func log1p(_ x: Double) -> Double { RealFunctions.log1p(x) }
  package func sin(_ x: Double) -> Double { RealFunctions.sin(x) }
  package func cos(_ x: Double) -> Double { RealFunctions.cos(x) }
  package func tan(_ x: Double) -> Double { RealFunctions.tan(x) }
  package func asin(_ x: Double) -> Double { RealFunctions.arcsin(x) }
  package func acos(_ x: Double) -> Double { RealFunctions.arccos(x) }
  package func atan(_ x: Double) -> Double { RealFunctions.arctan(x) }
  package func sinh(_ x: Double) -> Double { RealFunctions.sinh(x) }
  package func cosh(_ x: Double) -> Double { RealFunctions.cosh(x) }
  package func tanh(_ x: Double) -> Double { RealFunctions.tanh(x) }
  package func pow(_ x: Double, _ y: Double) -> Double { RealFunctions.power(x, y) }
  package func sqrt(_ x: Double) -> Double { x.squareRoot() }
  package func floor(_ x: Double) -> Double { x.rounded(.down) }
  package func ceil(_ x: Double) -> Double { x.rounded(.up) }
  package func round(_ x: Double) -> Double { x.rounded() }
  package func hypot(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }

  package typealias SeededGenerator = SplitMix64

  extension SeededGenerator {
    package mutating func nextNormal() -> Double { normalByPolarMethod() }
  }
#endif
