import ElementaryNumerics

extension SplitMix64 {
  /// A seed for another sequence, derived from a seed and two numbers.
  static func seed(_ seed: UInt64, _ first: Int, _ second: Int = 0) -> UInt64 {
    mixed(
      mixed(seed &+ UInt64(truncatingIfNeeded: first) &* 0xd134_2543_de82_ef95)
        &+ UInt64(truncatingIfNeeded: second))
  }
}

extension RandomAccessCollection {
  /// The elements in random order, by the Fisher–Yates method.
  func shuffled(with generator: inout SplitMix64) -> [Element] {
    var elements = Array(self)
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, Int(generator.next().multipliedFullWidth(by: UInt64(last + 1)).high))
    }
    return elements
  }
}
