/// Slips that change more than one place of a side: a factor lost in a term, two letters or entries exchanged.
extension NearMiss {
  /// The side with one factor more in one of its terms, made from a letter of either side or of a definition.
  func missingFactors(in side: MathExpression, _ other: MathExpression) -> [MathExpression] {
    let bodies = environment.bodies(reachableFrom: [side, other])
    let letters = Set(([side, other] + bodies).flatMap({ $0.symbols }))
      .filter {
        !MathConstants.isConstant($0) && $0.name.count <= 3 && environment.value(of: .symbol($0)) == nil
      }
    let ordered = letters.sorted { $0.name < $1.name }.prefix(6).map(MathExpression.symbol)
    return ordered.flatMap { letter in
      [.product([Factor(side), Factor(letter, sign: .dot)])]
        + side.multiplyingOneTerm(by: letter)
    }
  }
}

extension MathExpression {
  /// The expression with one term of a sum multiplied by a factor, for each term of each sum.
  fileprivate func multiplyingOneTerm(by factor: MathExpression) -> [MathExpression] {
    var found: [MathExpression] = []
    if case .sum(let terms) = self, terms.count <= 6 {
      for (position, term) in terms.enumerated() {
        var changed = terms
        changed[position] = .product([Factor(term), Factor(factor, sign: .dot)])
        found.append(.sum(changed))
      }
    }
    for (position, child) in children.enumerated() {
      for change in child.multiplyingOneTerm(by: factor) {
        found.append(replacingChild(position, by: change))
      }
    }
    return found
  }

  /// The expression with two of its letters exchanged everywhere, or with two entries of its matrix exchanged. Only
  /// sides with written matrices, vectors or functions: elsewhere an exchange turns too many equations into identities.
  var exchanges: [MathExpression] {
    guard contains(where: { $0.isWrittenArray || $0.isTranscendental }) else { return [] }
    var found = [replacing({ $0.confused })]
    let letters = Set(symbols).filter { !MathConstants.isConstant($0) }.sorted { $0.name < $1.name }.prefix(7)
    for (position, first) in letters.enumerated() {
      for second in letters.dropFirst(position + 1) { found.append(exchanging(first, second)) }
    }
    visit { node in
      guard case .matrix(let rows) = node, rows.count * (rows.first?.count ?? 0) <= 9 else { return }
      let entries = Array(rows.joined())
      for first in entries.indices {
        for second in entries.indices where second > first && entries[first] != entries[second] {
          var changed = entries
          changed.swapAt(first, second)
          let width = rows[0].count
          let matrix = MathExpression.matrix(
            stride(from: 0, to: changed.count, by: width).map { Array(changed[$0..<($0 + width)]) })
          found.append(self.replacing { $0 == node ? matrix : nil })
        }
      }
    }
    return found
  }

  /// Whether the node is a function of analysis or has a letter in its exponent.
  private var isTranscendental: Bool {
    switch self {
    case .function(let function, _): function != .absolute && function != .maximum && function != .minimum
    case .power(_, let exponent): !exponent.symbols.isEmpty
    default: false
    }
  }

  /// A sine for a cosine and a cosine for a sine.
  private var confused: MathExpression? {
    switch self {
    case .function(.sine, let arguments): .function(.cosine, arguments)
    case .function(.cosine, let arguments): .function(.sine, arguments)
    default: nil
    }
  }

  private var isWrittenArray: Bool {
    switch self {
    case .matrix, .vector: true
    default: false
    }
  }

  private func exchanging(_ first: MathSymbol, _ second: MathSymbol) -> MathExpression {
    replacing { node in
      switch node {
      case .symbol(first): .symbol(second)
      case .symbol(second): .symbol(first)
      default: nil
      }
    }
  }
}
