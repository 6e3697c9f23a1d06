/// A random number generator that gives the same numbers for the same seed, on every machine.
///
/// SplitMix64: the state grows by a constant and is scrambled on the way out. It passes BigCrush.
/// Source: Steele, Lea & Flood (2014), "Fast splittable pseudorandom number generators".
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that starts at `seed`; every seed is as good as any other.
  public init(seed: UInt64) { state = seed }

  /// 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number from the standard normal distribution: mean 0, variance 1.
  ///
  /// Marsaglia's polar method: a point drawn in the unit disc gives a normal number. It needs only a
  /// logarithm and a root.
  public mutating func nextNormal() -> Double {
    while true {
      let x = Double.random(in: -1..<1, using: &self)
      let y = Double.random(in: -1..<1, using: &self)
      let square = x * x + y * y
      if square > 0, square < 1 { return x * (-2 * naturalLogarithm(square) / square).squareRoot() }
    }
  }
}
