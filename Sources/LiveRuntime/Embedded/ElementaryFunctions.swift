#if hasFeature(Embedded)
  // The functions that `ElementaryNumerics` expects of a C library, under the names that it expects them under.
  @_silgen_name("exp") package func liveExp(_ x: Double) -> Double { PortableMath.exp(x) }
  @_silgen_name("expm1") package func liveExpm1(_ x: Double) -> Double { PortableMath.expm1(x) }
  @_silgen_name("log") package func liveLog(_ x: Double) -> Double { PortableMath.log(x) }
  @_silgen_name("log10") package func liveLog10(_ x: Double) -> Double { PortableMath.log10(x) }
  @_silgen_name("log1p") package func liveLog1p(_ x: Double) -> Double { PortableMath.log1p(x) }
  @_silgen_name("sin") package func liveSin(_ x: Double) -> Double { PortableMath.sin(x) }
  @_silgen_name("cos") package func liveCos(_ x: Double) -> Double { PortableMath.cos(x) }
  @_silgen_name("tan") package func liveTan(_ x: Double) -> Double { PortableMath.tan(x) }
  @_silgen_name("sinh") package func liveSinh(_ x: Double) -> Double { PortableMath.sinh(x) }
  @_silgen_name("cosh") package func liveCosh(_ x: Double) -> Double { PortableMath.cosh(x) }
  @_silgen_name("tanh") package func liveTanh(_ x: Double) -> Double { PortableMath.tanh(x) }
  @_silgen_name("asin") package func liveArcsin(_ x: Double) -> Double { PortableMath.arcsin(x) }
  @_silgen_name("acos") package func liveArccos(_ x: Double) -> Double { PortableMath.arccos(x) }
  @_silgen_name("atan") package func liveArctan(_ x: Double) -> Double { PortableMath.arctan(x) }
  @_silgen_name("pow") package func livePower(_ x: Double, _ y: Double) -> Double { PortableMath.power(x, y) }
#endif
