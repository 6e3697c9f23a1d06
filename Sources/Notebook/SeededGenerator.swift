public import ElementaryNumerics

/// A random number generator that gives the same numbers for the same seed, on every machine: SplitMix64.
public typealias SeededGenerator = SplitMix64

extension SeededGenerator {
  /// A number from the standard normal distribution, mean 0 and variance 1, by Marsaglia's polar method.
  public mutating func nextNormal() -> Double { normalByPolarMethod() }
}
