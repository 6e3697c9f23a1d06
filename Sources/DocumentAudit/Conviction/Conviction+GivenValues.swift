import Formulas

/// Results of the values that the text has just given.
extension Conviction {
  /// Whether a sum of values of the same sentence is said to be another number: "p_1 = 0.5, … with p_1 + p_2 = 1".
  func contradictsGivenValues(_ step: JudgedStep) -> Bool {
    guard role == .setting, step.relation == .equals, let comparison = step.comparison,
      comparison.basis == .values, case .sum(let terms) = comparison.left, terms.count >= 3,
      comparison.right.isPlainlyNumeric, let a = step.leftValue, let b = step.rightValue,
      !isRounding(a, b, step)
    else { return false }
    return terms.allSatisfy { term in
      if case .symbol(let symbol) = term { fresh.contains(symbol.name) } else { false }
    }
  }

  /// Whether the sentence that gives a matrix or vectors gives their determinant, trace, norm or product wrongly: "A = …
  /// has trace tr A = 6".
  func contradictsGivenMatrices(_ step: JudgedStep) -> Bool {
    guard role == .setting, step.relation == .equals, let comparison = step.comparison,
      comparison.basis == .values, let a = step.leftValue, let b = step.rightValue, !isRounding(a, b, step)
    else { return false }
    let areGiven = (comparison.left.symbols + comparison.right.symbols).allSatisfy { letter in
      fresh.contains(letter.name)
        && environment.value(of: .symbol(letter)).map { $0.shape != .scalar } ?? false
    }
    // "A = … has the eigenvector v = … with Av = 2v"
    if areGiven, case .product(let factors) = comparison.left, factors.count == 2,
      case .matrix? = environment.value(of: factors[0].expression),
      comparison.right.contains(where: { $0 == factors[1].expression })
    {
      return true
    }
    guard areGiven, comparison.right.isPlainlyNumeric, a.shape == .scalar else { return false }
    switch comparison.left {
    case .function(let function, _) where [.determinant, .trace, .rank].contains(function): break
    case .norm: break
    case .product(let factors) where factors.count == 2 && factors[1].sign == .dot: break
    default: return false
    }
    return !comparison.left.symbols.isEmpty
  }

  /// Whether a display claims a result of values that the text has just given.
  func usesRecentValues(_ left: MathExpression) -> Bool {
    guard role == .claim, left.quantityName == nil else { return false }
    // In a sentence, only values of the same paragraph are meant.
    let recent = isDisplay ? recent : fresh
    let isRecentMember = { (symbol: MathSymbol) in
      symbol.timeIndex?.offset == 0 && left.contains { if case .reduction = $0 { true } else { false } }
        && (isRecentSample(symbol) || recent.contains { $0.hasPrefix(symbol.family + "_") })
    }
    let valued = left.symbols.filter { environment.value(of: .symbol($0)) != nil || isRecentMember($0) }
    return !valued.isEmpty && valued.allSatisfy { recent.contains($0.name) || isRecentMember($0) }
  }

  private func isRecentSample(_ symbol: MathSymbol) -> Bool {
    environment.recentSamples.contains(symbol.family)
  }

  /// Whether the display claims a value of a function that the text has just defined, at a written number.
  func isRecentCall(_ left: MathExpression) -> Bool {
    guard isDisplay, role == .claim, case .application(let symbol, let arguments) = left,
      arguments.allSatisfy(\.isWrittenNumber), environment.functions[symbol.name] != nil
    else { return false }
    return recent.contains { $0.hasPrefix(symbol.name + "(") }
  }
}
