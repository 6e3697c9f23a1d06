/// Decides equations between members of a sequence for which the text gives a rule and its first members, such as
/// F_{2k} = F_k (F_{k+1} + F_{k-1}) or a_n = 2^n − 1.
struct SequenceTest {
  let derivation: Derivation
  /// The number of members that are computed.
  private static let length = 26

  /// The verdict by the first numbers of the running letter; nil if the sides have no values for them.
  func verdict(_ left: MathExpression, _ right: MathExpression) -> Verdict? {
    let members = (left.symbols + right.symbols).filter { $0.subscripts.count == 1 && $0.labels.isEmpty }
    let families = Set(members.map({ $0.family }))
    guard families.count == 1, let member = members.first, let environment = filled(member) else {
      return nil
    }
    // A rule that is stated once more.
    if left == .symbol(member), member.timeIndex != nil,
      right.symbols.contains(where: { $0.family == member.family })
    {
      return nil
    }
    let letters = Set(members.flatMap { $0.subscripts[0].symbols.map({ $0.name }) })
    let known = derivation.environment
    guard letters.count == 1, let letter = letters.first, letter.count == 1,
      known.value(of: .symbol(MathSymbol(letter))) == nil, known.definitions[letter] == nil
    else { return nil }
    let relatives = (members + derivation.recurrences.values.flatMap({ $0.symbols })).map({ $0.name })
    let others = derivation.free([left, right]).filter { name in
      name != letter && name != member.family && !relatives.contains(name)
    }
    guard others.isEmpty else { return nil }
    var count = 0
    for step in 2...8 {
      var (first, second) = (FormulaEvaluator(environment), FormulaEvaluator(environment))
      (first.indices, second.indices) = ([letter: step], [letter: step])
      guard case .scalar(let a)? = try? first.value(of: left),
        case .scalar(let b)? = try? second.value(of: right)
      else { continue }
      switch a.agreement(with: b) {
      case .agrees: count += 1
      case .differs:
        var discrepancy = Discrepancy(.identity, left: .scalar(a), right: .scalar(b)).certain
        discrepancy.counterexample = [letter: .scalar(MathScalar(Rational(step)))]
        discrepancy.mayDefine = left == .symbol(member) && member.timeIndex?.offset == 0
        return .fails(discrepancy)
      case .blurred: continue
      }
    }
    return count >= 4 ? .holds : nil
  }

  /// The environment with the first members of the sequence; nil without a rule or without first members.
  private func filled(_ member: MathSymbol) -> FormulaEnvironment? {
    guard let (rule, time, body) = rule(for: member) else { return nil }
    var environment = derivation.environment
    let written = (0...4).filter {
      environment.value(of: .symbol(rule.with(subscripts: [.integer($0)]))) != nil
    }
    guard let start = written.first else { return nil }
    for step in start..<(start + Self.length) {
      let quantity = MathExpression.symbol(rule.with(subscripts: [.integer(step)]))
      if environment.value(of: quantity) != nil { continue }
      var evaluator = FormulaEvaluator(environment)
      guard
        case .scalar(let value)? = try? evaluator.value(
          of: body.settingTime(time.letter, to: step - time.offset)),
        value.value.isFinite
      else { return nil }
      environment.assign(.scalar(value), to: quantity)
    }
    environment.definitions[rule.name] = nil
    return environment
  }

  /// The rule of the sequence to which a member belongs: a_{n+1} with its right side, which contains other members.
  private func rule(for member: MathSymbol) -> (symbol: MathSymbol, time: TimeIndex, body: MathExpression)? {
    for name in derivation.quantities.keys.sorted() {
      guard case .symbol(let rule)? = derivation.quantities[name], rule.family == member.family,
        rule.labels.isEmpty, let time = rule.timeIndex,
        let body = derivation.recurrences[name],
        body.symbols.contains(where: {
          $0.family == rule.family && $0.timeIndex != nil && $0.timeIndex != time
        })
      else { continue }
      return (rule, time, body)
    }
    return nil
  }
}

extension Derivation {
  /// The verdict on an equation between members of a sequence with a known rule; nil for other statements.
  func sequenceVerdict(_ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind) -> Verdict?
  {
    guard relation == .equals, !recurrences.isEmpty else { return nil }
    return SequenceTest(derivation: self).verdict(left, right)
  }
}
