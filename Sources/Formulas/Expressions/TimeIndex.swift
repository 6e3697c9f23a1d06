/// A subscript that names a step of an iteration: t, t + 1, k − 1.
package struct TimeIndex: Hashable, Sendable {
  /// The running letter.
  package let letter: String
  /// The whole number added to it.
  package let offset: Int

  /// The letters that may count steps.
  package static let letters: Set<String> = ["t", "k", "n", "τ", "s", "i"]

  package init?(_ expression: MathExpression) {
    switch expression {
    case .symbol(let symbol) where symbol.name == symbol.base && Self.letters.contains(symbol.base):
      self.init(letter: symbol.base, offset: 0)
    case .sum(let terms) where terms.count == 2:
      guard let start = TimeIndex(terms[0]), start.offset == 0 else { return nil }
      switch terms[1] {
      case .number(let number):
        guard let offset = MathScalar(number).integer else { return nil }
        self.init(letter: start.letter, offset: offset)
      case .negated(.number(let number)):
        guard let offset = MathScalar(number).integer else { return nil }
        self.init(letter: start.letter, offset: -offset)
      default: return nil
      }
    default: return nil
    }
  }

  package init(letter: String, offset: Int) {
    self.letter = letter
    self.offset = offset
  }
}
