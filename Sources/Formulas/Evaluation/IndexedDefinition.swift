/// What a symbol with running indices stands for: `p_i = e^{z_i} / \sum_j e^{z_j}`.
struct IndexedDefinition: Sendable {
  /// The letters that stand below the symbol.
  let indices: [String]
  let body: MathExpression
  /// The symbol without its indices, and how many there are.
  let key: String

  private static let letters: Set<String> = ["i", "j", "k", "l", "m"]

  /// Nil for a symbol whose subscripts are no single letters.
  init?(of symbol: MathSymbol, as body: MathExpression) {
    let letters = symbol.indexLetters
    guard !letters.isEmpty, letters.count == symbol.subscripts.count, symbol.labels.isEmpty,
      letters.allSatisfy(Self.letters.contains)
    else { return nil }
    indices = letters
    self.body = body
    key = Self.key(of: symbol)
  }

  static func key(of symbol: MathSymbol) -> String { "\(symbol.family) \(symbol.subscripts.count)" }
}

extension MathSymbol {
  /// The subscripts that are single letters.
  var indexLetters: [String] {
    subscripts.compactMap { part in
      if case .symbol(let letter) = part, letter.name.count == 1 { letter.name } else { nil }
    }
  }

  /// The subscripts as whole numbers, when all of them are.
  var numericSubscripts: [Int]? {
    let numbers = subscripts.compactMap { part -> Int? in
      if case .number(let number) = part { MathScalar(number).integer } else { nil }
    }
    return numbers.count == subscripts.count && !numbers.isEmpty ? numbers : nil
  }
}
