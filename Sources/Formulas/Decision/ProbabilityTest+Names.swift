extension ProbabilityTest {
  /// Whether the operators take bold random vectors, so that other capitals may be matrices.
  static func mayHaveMatrices(_ operators: [MathExpression]) -> Bool {
    let symbols = operators.flatMap { $0.probabilityParts?.1 ?? [] }.flatMap({ $0.symbols })
    return symbols.contains { $0.style == "bold" || $0.accents.contains("vec") }
  }

  /// Whether variables depend on each other by their names: a mean of a sample and its parts, estimates, indices.
  static func mayHaveRelatives(_ operators: [MathExpression]) -> Bool {
    var written: [String: Set<String>] = [:]
    for node in operators {
      guard let (kind, arguments) = node.probabilityParts else { continue }
      for symbol in arguments.flatMap({ $0.symbols }) {
        if kind == .probability {
          if symbol.isComplement, symbol.base.first?.isLowercase ?? false { return true }
        } else {
          if !symbol.accents.isEmpty { return true }
          written[symbol.base, default: []].insert(symbol.name)
        }
      }
    }
    // X_1 and X_2 are two variables; X and X_1 may be the same.
    return written.contains { base, names in names.count > 1 && names.contains(base) }
  }
}
