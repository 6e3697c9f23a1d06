/// A small generator of random numbers: the same seed gives the same numbers everywhere.
///
///     s ← s + 9e3779b97f4a7c15;  z = s;  z = (z ⊕ z≫30)·bf58476d1ce4e5b9;  z = (z ⊕ z≫27)·94d049bb133111eb;  z ⊕ z≫31
///
/// Source: Steele, Lea & Flood (2014), "Fast splittable pseudorandom number generators".
public struct SplitMix64: RandomNumberGenerator, Equatable, Sendable {
  /// s, which is all the generator remembers.
  public var state: UInt64

  /// Starts a sequence.
  ///
  /// - Parameter seed: The first state.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mixed(state)
  }

  /// A number in 0 ≤ u < 1, a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number from the standard normal distribution; exactly two draws each (Box and
  /// Muller).
  public mutating func normal() -> Double {
    let radius = (-2 * Double.logarithm(1 - uniform())).squareRoot()
    return radius * cosineOfTurn(uniform())
  }

  /// A seed for another sequence, derived from a seed and a position in it.
  static func seed(_ seed: UInt64, _ first: Int, _ second: Int = 0) -> UInt64 {
    mixed(
      mixed(seed &+ UInt64(truncatingIfNeeded: first) &* 0xd134_2543_de82_ef95)
        &+ UInt64(truncatingIfNeeded: second))
  }

  private static func mixed(_ state: UInt64) -> UInt64 {
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

extension RandomAccessCollection {
  /// The elements in an order drawn by Fisher and Yates's method.
  func shuffled(with generator: inout SplitMix64) -> [Element] {
    var elements = Array(self)
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, Int(generator.next().multipliedFullWidth(by: UInt64(last + 1)).high))
    }
    return elements
  }
}
