import ElementaryNumerics

/// A small generator with a seed, so that random tests repeat.
struct Dice: RandomNumberGenerator {
  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493)
  }

  mutating func next() -> UInt64 { generator.next() }

  mutating func uniform() -> Double { Double.random(in: 0..<1, using: &self) }

  /// A number from a nearly normal distribution.
  mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + uniform() } }

  /// A number from the whole range of doubles, including the special ones.
  mutating func wild() -> Double {
    switch Int.random(in: 0..<14, using: &self) {
    case 0: .nan
    case 1: .infinity
    case 2: -.infinity
    case 3: 0
    case 4: -0.0
    case 5: .leastNonzeroMagnitude
    case 6: .greatestFiniteMagnitude
    case 7: -.greatestFiniteMagnitude
    case 8: Double(bitPattern: next())
    case 9: 1e-300 * uniform()
    case 10: 1e300 * (uniform() - 0.5)
    default: normal()
    }
  }

  /// A label with characters that people and programs put into strings.
  mutating func label() -> String {
    let pieces = [
      "loss", "<b>", "&", "\"", "'", "]]>", "\u{0}", "\u{7}", "\u{1f}", "\u{fffe}", "\u{ffff}", "\n", "é",
      "学習率",
      "𝛼", "👩‍🔬", "\u{202e}", "--", "&#0;", "%", "\u{85}", " ", "RMSProp",
    ]
    return (0..<Int.random(in: 0..<5, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }
      .joined()
  }
}
