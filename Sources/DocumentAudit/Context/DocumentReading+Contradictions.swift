import Formulas

extension DocumentReading {
  /// The number that the sentence before has given to a name, if this sentence takes another one for granted: "Let
  /// $n = 10$. There are $n = 12$ samples."
  func numberContradicted(by statement: Statement, at index: Int) -> MathValue? {
    guard let (name, number) = plainValue(at: index), statement.sides.first?.expression == .symbol(name),
      index >= 2,
      case .text(let text, _) = pieces[index - 1], text.count < 80,
      let (earlier, other) = plainValue(at: index - 2),
      roles[index - 2] == .definition, earlier == name, other.doubleValue != number.doubleValue
    else { return nil }
    let sentences = text.lowercased().replacing("\n", with: " ").split(
      separator: /\. +|。/, maxSplits: 1, omittingEmptySubsequences: false)
    guard sentences.count == 2, !sentences[0].contains(/\b(or|if|then|first)\b|或|若/),
      Self.presuming.contains(sentences[1].split(separator: " ").joined(separator: " "))
    else { return nil }
    return .scalar(MathScalar(other))
  }

  /// The name and the number of a formula in a sentence that only gives a number to a letter.
  private func plainValue(at index: Int) -> (MathSymbol, WrittenDecimal)? {
    guard case .math(let span) = pieces[index], !span.isDisplay,
      case .success(let formula)? = formulas[index],
      formula.statements.count == 1, let statement = formula.statements.first, statement.sides.count == 2,
      statement.relations[0].kind == .equals, case .symbol(let name) = statement.sides[0].expression,
      name.subscripts.isEmpty, case .number(let number) = statement.sides[1].expression
    else { return nil }
    return (name, number)
  }

  /// The beginnings of sentences that take the value behind them for granted.
  private static let presuming: Set<String> = [
    "there are", "there are only", "since", "because", "as", "since there are", "because there are",
    "since we have",
    "共有", "一共有", "总共有", "由于", "因为",
  ]
}
