/// Tries a congruence such as a^{p−1} ≡ 1 (mod p) with small whole numbers.
///
/// It can show that a rule for primes holds, but not that one fails: the text may name conditions in words.
struct CongruenceTest {
  let environment: FormulaEnvironment

  /// Whether the congruence holds for all small numbers, if p and q are primes that do not divide the other numbers.
  func holds(_ left: MathExpression, _ right: MathExpression) -> Bool {
    let names = Set(environment.freeQuantities(of: left) + environment.freeQuantities(of: right))
    let letters = Set(left.symbols + right.symbols).filter { names.contains($0.name) }.sorted {
      $0.name < $1.name
    }
    guard (1...3).contains(letters.count), letters.count == names.count, left.isRemainder || right.isRemainder
    else {
      return false
    }
    let primes = letters.filter { $0.base == "p" || $0.base == "q" }
    var checked = 0
    for numbers in Self.choices(
      letters.map { primes.contains($0) ? [3, 5, 7, 11] : [1, 2, 3, 4, 6, 9, 10] })
    {
      let chosen = zip(letters, numbers).filter { primes.contains($0.0) }.map({ $0.1 })
      let others = zip(letters, numbers).filter { !primes.contains($0.0) }.map({ $0.1 })
      if Set(chosen).count != chosen.count || others.contains(where: { n in chosen.contains { n % $0 == 0 } })
      {
        continue
      }
      var place = environment
      for (letter, number) in zip(letters, numbers) {
        place.assign(.scalar(MathScalar(Rational(number))), to: .symbol(letter))
      }
      var (first, second) = (FormulaEvaluator(place), FormulaEvaluator(place))
      guard case .scalar(let a)? = try? first.value(of: left),
        case .scalar(let b)? = try? second.value(of: right),
        let x = a.exact, let y = b.exact
      else { continue }
      if x != y { return false }
      checked += 1
    }
    return checked >= 8
  }

  private static func choices(_ options: [[Int]]) -> [[Int]] {
    options.reduce([[]]) { found, next in found.flatMap { start in next.map { start + [$0] } } }
  }
}

extension MathExpression {
  fileprivate var isRemainder: Bool { if case .function(.remainder, _) = self { true } else { false } }
}
