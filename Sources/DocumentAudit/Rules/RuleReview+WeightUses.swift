import Formulas

extension RuleReview {
  /// Numbers that follow a rule with exchanged weights, and one weight for averages of two kinds.
  func weightUseFindings() -> [Finding] { substitutionFindings() + sharedDecayFindings() }

  /// The rows of numbers that put values into a rule with exchanged weights.
  private func substitutionFindings() -> [Finding] {
    var findings: [Finding] = []
    for average in averages where average.isDefinition && exchanged(average.rule) != nil {
      guard case .symbol(let weight) = average.rule.newWeight,
        let value = judge.environment.value(of: .symbol(weight))?.scalarValue
      else { continue }
      let next = judge.read.first { entry in
        guard entry.line > average.line, entry.isDisplay, entry.statement.sides.count >= 2,
          case .symbol(let symbol) = entry.statement.sides[0].expression
        else { return false }
        return symbol == average.rule.state
      }
      guard let next, next.statement.sides[1].expression.hasWeights(of: value) else { continue }
      findings.append(
        Finding(
          line: next.line, kind: .swappedWeights,
          message: "these numbers follow the exchanged weights of line \(average.line): "
            + "\(NumberText.short(value)) belongs to the old average"))
    }
    return findings
  }

  /// A weight with a number, such as β_1, that belongs to averages of the gradient and to averages of its square,
  /// although another one, such as β_2, has the second role.
  private func sharedDecayFindings() -> [Finding] {
    let decays = averages.filter(\.isDefinition).compactMap { average -> (Average, MathSymbol, Bool)? in
      guard case .symbol(let weight) = average.rule.oldWeight, weight.numericSubscript != nil else {
        return nil
      }
      return (average, weight, average.rule.quantity.isSquare)
    }
    let first = Set(decays.filter { !$0.2 }.map(\.1))
    let second = Set(decays.filter(\.2).map(\.1))
    return decays.compactMap { average, weight, isSquare in
      guard isSquare, first.contains(weight),
        second.contains(where: { $0.family == weight.family && $0 != weight && !first.contains($0) })
      else { return nil }
      return Finding(
        line: average.line, kind: .reusedSymbol,
        message:
          "\(weight) is the decay of the average of squares here, and of the average of gradients elsewhere; "
          + "use two names")
    }
  }
}

extension MathSymbol {
  /// The number that is the only subscript.
  fileprivate var numericSubscript: Int? {
    guard subscripts.count == 1, case .number(let number) = subscripts[0] else { return nil }
    return Int(number.text)
  }
}

extension MathExpression {
  fileprivate var isSquare: Bool {
    switch self {
    case .power(_, let exponent): exponent == .integer(2)
    case .product(let factors):
      factors.contains { $0.expression.isSquare }
        || factors.count == 2 && factors[0].expression == factors[1].expression
    default: false
    }
  }

  /// Whether the expression is (1 − w)·A + w·B with a written number w.
  fileprivate func hasWeights(of weight: Double) -> Bool {
    guard case .sum(let terms) = self, terms.count == 2, case .product(let old) = terms[0],
      case .product(let new) = terms[1], let last = old.first?.expression, let fresh = new.first?.expression,
      case .sum(let parts) = last, parts.count == 2, case .negated(.number(let kept)) = parts[1],
      case .number(let taken) = fresh
    else { return false }
    return kept.doubleValue == weight && taken.doubleValue == weight
  }
}
