/// A small generator of random numbers: the same seed gives the same numbers on every machine.
///
///     s ← s + 9e3779b97f4a7c15;  z = s;  z = (z ⊕ z≫30)·bf58476d1ce4e5b9;  z = (z ⊕ z≫27)·94d049bb133111eb;  z ⊕ z≫31
///
/// It passes BigCrush. Source: Steele, Lea & Flood (2014), "Fast splittable pseudorandom number generators".
public struct SplitMix64: RandomNumberGenerator, Equatable, Sendable {
  /// The whole state of the generator: s in the formulas above.
  public var state: UInt64

  /// Creates a generator with `seed` as its state; all seeds are equally good.
  public init(seed: UInt64) { state = seed }

  /// 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mixed(state)
  }

  /// The output function of the generator: maps nearby states to unrelated numbers.
  public static func mixed(_ state: UInt64) -> UInt64 {
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A uniform random number in 0 ≤ u < 1, a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A uniform random number between the bounds.
  public mutating func uniform(_ lower: Double, _ upper: Double) -> Double {
    lower + (upper - lower) * uniform()
  }

  /// A number from the standard normal distribution, by Box and Muller: exactly two draws each.
  public mutating func normalByBoxMuller() -> Double {
    let radius = (-2 * RealFunctions.log(1 - uniform())).squareRoot()
    return radius * RealFunctions.cos(2 * .pi * uniform())
  }

  /// A number from the standard normal distribution, by Marsaglia's polar method: the method turns a random point in
  /// the unit disc into a normal number with a logarithm and a root. It takes two draws or more.
  public mutating func normalByPolarMethod() -> Double {
    while true {
      let x = Double.random(in: -1..<1, using: &self)
      let y = Double.random(in: -1..<1, using: &self)
      let square = x * x + y * y
      if square > 0, square < 1 { return x * (-2 * RealFunctions.log(square) / square).squareRoot() }
    }
  }
}
