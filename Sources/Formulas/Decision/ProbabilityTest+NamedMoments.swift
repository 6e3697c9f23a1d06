/// Letters that the text may name in words after the moments of random variables.
extension ProbabilityTest {
  /// A moment of the random variable with a name.
  struct NamedMoment {
    var name: String
    var moment: ProbabilitySpace.Moment
  }

  /// Whether the rule holds if one or two letters are moments of the random variables in it: μ in Var(X) = E[X²] − μ².
  func namesMoments(
    _ left: MathExpression, _ right: MathExpression, _ operators: [MathExpression]
  ) -> Bool {
    let random = MathExpression.randomNames(operators)
    let letters = Set(left.symbols + right.symbols).filter { letter in
      letter.arguments.isEmpty && !random.contains(letter.name) && !MathConstants.isConstant(letter)
        && environment.value(of: .symbol(letter)) == nil && environment.definitions[letter.name] == nil
    }
    guard letters.count <= 3, random.count <= 3,
      operators.contains(where: { $0.probabilityParts?.0 != .probability })
    else { return false }
    let moments = random.sorted().flatMap { name in
      ProbabilitySpace.Moment.allCases.map { NamedMoment(name: name, moment: $0) }
    }
    let choices = letters.sorted { $0.name < $1.name }.flatMap { letter in moments.map { (letter, $0) } }
    func holds(_ moments: [MathSymbol: NamedMoment]) -> Bool {
      run(left, right, operators, .nothing, naming: moments) == .holds
    }
    for (position, (letter, moment)) in choices.enumerated() {
      if holds([letter: moment]) { return true }
      for (other, second) in choices[(position + 1)...] where other != letter {
        if holds([letter: moment, other: second]) { return true }
      }
    }
    return false
  }
}
