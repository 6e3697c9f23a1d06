extension Float {
  /// eˣ in place, for many elements at once.
  ///
  ///     n = round(x / ln 2),  r = x − n·ln 2,  eˣ = 2ⁿ·(1 + r + r²/2! + … + r⁷/7!)
  ///
  /// There is no branch, so that the compiler can vectorise the loop. The relative error is at most 2·10⁻⁷. x is
  /// limited to −87…88, where eˣ is a normal number. A NaN stays a NaN.
  @inline(__always)
  public static func exponentials(_ x: UnsafeMutablePointer<Float>, count: Int) {
    // Adding this number leaves a rounded integer in the low bits of the sum.
    let rounder: Float = 0x1.8p23
    for i in 0..<count {
      let low = x[i] < -87 ? -87 : x[i]
      let z = low > 88 ? 88 : low
      let shifted = z * 1.442_695_04 + rounder
      let n = shifted - rounder
      // ln 2 in two parts, so that n times the first part is exact.
      let r = (z - n * 0.693_359_375) + n * 2.121_944_4e-4
      let p7 = r * (1 / 5040) + (1 / 720)
      let p6 = p7 * r + (1 / 120)
      let p5 = p6 * r + (1 / 24)
      let p4 = p5 * r + (1 / 6)
      let p3 = p4 * r + 0.5
      let p2 = p3 * r + 1
      let p1 = p2 * r + 1
      let exponent = (shifted.bitPattern &- rounder.bitPattern &+ 127) << 23
      x[i] = p1 * Float(bitPattern: exponent)
    }
  }
}

extension Double {
  /// eˣ in place, for many elements at once, by the C library.
  @inline(__always)
  public static func exponentials(_ x: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { x[i] = exponential(x[i]) }
  }
}
