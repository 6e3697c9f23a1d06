/// The mean, the variance and the standard deviation of the data that the text lists.
extension Derivation {
  /// The verdict on `\bar{x} = 4` or `\sigma = 2` for the data of this part, if the words say what the letter means; nil
  /// for other statements.
  func dataVerdict(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    let data = environment.data
    guard data.count >= 3, right.isNumeric, let stated = value(right), environment.value(of: left) == nil
    else {
      return nil
    }
    let count = MathScalar(Rational(data.count))
    let mean = data.reduce(.zero) { $0 + $1 } / count
    let squares = data.reduce(MathScalar.zero) { $0 + ($1 - mean) * ($1 - mean) }
    // A text divides by n or by n − 1.
    let variances = [squares / count, squares / (count - .one)]
    let expected: [MathScalar]
    switch left {
    case .symbol(let symbol) where ["bar", "overline"].contains(symbol.accents.last ?? ""):
      guard environment.samples[symbol.withoutLastAccent.name] == nil else { return nil }
      expected = [mean]
    case .symbol(let symbol) where symbol.name == "μ" && environment.topics.contains(.mean): expected = [mean]
    case .symbol(let symbol)
    where ["σ", "s"].contains(symbol.base) && environment.topics.contains(.deviation) && symbol.labels.isEmpty:
      expected = variances.map({ $0.squareRoot })
    case .power(.symbol(let symbol), .number(let two))
    where ["σ", "s"].contains(symbol.base) && two.text == "2" && environment.topics.contains(.variance):
      expected = variances
    default: return nil
    }
    var verdict: Verdict?
    for value in expected {
      verdict = NumericJudge(environment: environment).judge(
        left, right, values: (.scalar(value), stated), relation: .equals)
      if verdict == .holds { return verdict }
    }
    guard case .fails(let discrepancy)? = verdict else { return nil }
    return claimed(discrepancy)
  }
}
