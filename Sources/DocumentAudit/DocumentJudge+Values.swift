import Formulas

extension DocumentJudge {
  /// The values that the text gives to the names of a statement, in the order of the names.
  func values(usedBy statement: Statement) -> [GivenValue] {
    var names: Set<String> = []
    for side in statement.sides { names.formUnion(side.expression.symbols.map(\.name)) }
    if let defined = statement.sides.first?.expression.quantityName { names.remove(defined) }
    return names.sorted().compactMap { name in
      environment.values[name].map { GivenValue(name: name, value: $0) }
    }
  }
}

extension Derivation {
  /// The value that the statement should have, if it continues a chain with a mistake.
  func correctValue(for statement: Statement) -> MathValue? {
    guard !statement.continuesPrevious, let name = statement.sides.first?.expression.quantityName,
      let row = rows[name], !row.expression.isWrittenValue
    else { return nil }
    return row.isFlawed ? row.correct : nil
  }
}
