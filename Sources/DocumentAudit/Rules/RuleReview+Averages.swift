import Formulas

extension RuleReview {
  /// Weights that do not add to one, are exchanged, or share their letter with the average.
  func weightFindings() -> [Finding] {
    var findings: [Finding] = []
    for average in averages {
      let rule = average.rule
      if let weight = missingComplement(rule) {
        findings.append(Finding(line: average.line, kind: .averageWeights, message: weight))
      } else if average.isDefinition, let message = exchanged(rule) {
        findings.append(Finding(line: average.line, kind: .swappedWeights, message: message))
      }
      if average.isDefinition, let letter = sharedLetter(rule) {
        findings.append(
          Finding(
            line: average.line, kind: .reusedSymbol,
            message:
              "\(letter) is both the weight and the average \(rule.state); use another letter for the average"
          ))
      }
      if case .product(let factors) = rule.quantity, factors.count == 2,
        factors[0].expression == factors[1].expression,
        case .derivative = factors[0].expression
      {
        findings.append(
          Finding(
            line: average.line, kind: .innerProduct,
            message:
              "\(rule.quantity) reads as an inner product, which is one number; write the square of each component: (\(factors[0].expression))² or ⊙"
          ))
      }
    }
    return findings
  }

  /// The message for two weights that do not add to one: one weight is 1 − s and the other is not s.
  private func missingComplement(_ rule: MovingAverage) -> String? {
    let weight: MathExpression
    if let new = MovingAverage.complement(rule.newWeight) {
      weight = new
    } else if let old = MovingAverage.complement(rule.oldWeight), rule.averagesGradient,
      case .symbol = rule.newWeight, case .symbol = old
    {
      weight = old
    } else {
      return nil
    }
    switch weight {
    case .symbol, .number: break
    default: return nil
    }
    if rule.weightsAddToOne { return nil }
    if case .number(let one) = rule.oldWeight, one.text == "1" {
      return
        "the decay factor \(weight) is missing before \(rule.previous): the weights 1 and \(rule.newWeight) do not add to one"
    }
    return "the weights \(rule.oldWeight) and \(rule.newWeight) do not add to one"
  }

  /// The message for a decay above one half that multiplies the new gradient instead of the old average.
  func exchanged(_ rule: MovingAverage) -> String? {
    guard rule.averagesGradient, MovingAverage.complement(rule.oldWeight) == rule.newWeight,
      case .symbol(let symbol) = rule.newWeight,
      case .scalar(let value)? = judge.environment.value(of: .symbol(symbol)), value.value > 0.5
    else { return nil }
    let decay = NumberText.short(value.value)
    let kept = NumberText.short(((1 - value.value) * 1e9).rounded() / 1e9)
    return
      "with \(symbol) = \(decay) the rule keeps \(kept) of the old average and takes \(decay) of the new gradient; "
      + "the usual roles are \(symbol)·\(rule.previous) + (1 - \(symbol))·(…)"
  }

  private func sharedLetter(_ rule: MovingAverage) -> String? {
    let letter = MathSymbol(rule.state.base)
    guard rule.state != letter, rule.newWeight.contains(where: { $0 == .symbol(letter) }) else { return nil }
    return letter.name
  }

  /// Averages of the norm of a gradient in a document about elementwise methods.
  func normFindings() -> [Finding] {
    guard isElementwise else { return [] }
    return averages.compactMap { average in
      guard
        average.rule.quantity.contains(where: { node in
          if case .norm(let inner, _) = node {
            inner.contains { if case .derivative = $0 { true } else { false } }
          } else {
            false
          }
        })
      else { return nil }
      return Finding(
        line: average.line, kind: .scalarNorm,
        message: "the squared norm reduces the gradient to one number, so all components share one rate; "
          + "RMSProp averages the square of each component")
    }
  }

  /// Learning rates that contain the average both in the numerator and under the root.
  func strayFactorFindings() -> [Finding] {
    let states = Set(averages.map(\.rule.state.family))
    var findings: [Finding] = []
    for rule in rules {
      rule.right.visit { node in
        guard case .fraction(let above, let below) = node, let factor = Self.factor(above, in: states),
          below.contains(where: { inner in
            guard case .root(let radicand, _) = inner else { return false }
            return radicand.symbols.contains(factor)
          })
        else { return }
        findings.append(
          Finding(
            line: rule.line, kind: .strayFactor,
            message:
              "the average \(factor) is also in the numerator, so the rate grows with the gradient; "
              + "remove the factor"))
      }
    }
    return findings
  }

  private static func factor(_ above: MathExpression, in states: Set<String>) -> MathSymbol? {
    switch above {
    case .symbol(let symbol): return states.contains(symbol.family) ? symbol : nil
    case .product(let factors): return factors.lazy.compactMap { factor($0.expression, in: states) }.first
    default: return nil
    }
  }
}
