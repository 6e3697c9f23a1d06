/// The definition of a symbol with running indices: `p_i = e^{z_i} / \sum_j e^{z_j}`.
struct IndexedDefinition: Sendable {
  /// The letters in the subscripts of the symbol.
  let indices: [String]
  let body: MathExpression
  /// The name of the symbol without its indices, with their number.
  let key: String

  private static let letters: Set<String> = ["i", "j", "k", "l", "m"]

  /// Nil if the subscripts of the symbol are not single letters.
  init?(of symbol: MathSymbol, as body: MathExpression) {
    let letters = symbol.indexLetters
    guard !letters.isEmpty, letters.count == symbol.subscripts.count, symbol.labels.isEmpty,
      letters.allSatisfy(Self.letters.contains)
    else { return nil }
    indices = letters
    self.body = body
    key = Self.key(of: symbol)
  }

  /// The numbers by their letters; nil if there are more or fewer of them, or if a letter gets two numbers: the
  /// definition of H_ii says nothing of H_12.
  func values(of numbers: [Int]) -> [String: Int]? {
    guard indices.count == numbers.count else { return nil }
    var values: [String: Int] = [:]
    for (letter, number) in zip(indices, numbers) {
      if let other = values.updateValue(number, forKey: letter), other != number { return nil }
    }
    return values
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

  /// The subscripts as whole numbers; nil if one of them is not a whole number.
  var numericSubscripts: [Int]? {
    let numbers = subscripts.compactMap { part -> Int? in
      if case .number(let number) = part { MathScalar(number).integer } else { nil }
    }
    return numbers.count == subscripts.count && !numbers.isEmpty ? numbers : nil
  }
}
