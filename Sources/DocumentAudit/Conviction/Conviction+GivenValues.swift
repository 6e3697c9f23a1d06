import Formulas

/// Results of the values that the text has just given.
extension Conviction {
  /// The doubt about names whose values and definitions are from an earlier part of the text or from more than twelve
  /// paragraphs ago. Nil if there are none, or if the step is wrong without them, too.
  func oldMeaning(in step: JudgedStep, _ discrepancy: Discrepancy) -> Doubt? {
    guard let comparison = step.comparison else { return nil }
    // A rule holds for all examples of the text, and such a slip shows that the step applies it.
    switch discrepancy.cause {
    case .swappedWeights, .vanishedRoot, .summedVector, .shape: return nil
    default: break
    }
    let old = Set((comparison.left.symbols + comparison.right.symbols).compactMap(oldName)).sorted()
    return old.isEmpty || isWrong(step, discrepancy, without: old) ? nil : .meaning(old)
  }

  /// The name under which the text has given the symbol a meaning, if it has done so too long ago: f of f′.
  private func oldName(of symbol: MathSymbol) -> String? {
    let base = symbol.with(labels: []).name
    let isGiven =
      environment.definitions[symbol.name] != nil
      || environment.value(of: .symbol(symbol)) != nil && !MathConstants.isConstant(symbol)
    guard isGiven || environment.functions[base] != nil else { return nil }
    let name = isGiven ? symbol.name : base
    return inForce.contains { $0 == base || isMember($0, of: name) } ? nil : name
  }

  /// Whether one name is that of a quantity, of a call of it, or of one of its members: f(x) and f_1 of f.
  private func isMember(_ name: String, of other: String) -> Bool {
    name == other || name.hasPrefix(other + "(") || name.hasPrefix(other + "_")
  }

  /// Whether the audit calls the step wrong if these names have no values and definitions.
  private func isWrong(_ step: JudgedStep, _ discrepancy: Discrepancy, without names: [String]) -> Bool {
    var other = self
    other.environment.forget { name in names.contains { isMember(name, of: $0) } }
    // The left side of a row without one stands in the row before.
    if statement.continuesPrevious, let comparison = step.comparison, comparison.basis == .points {
      let result = IdentityTest(seed: seed).run(comparison.left, comparison.right, in: other.environment)
      return result != .holds && other.doubt(about: step, discrepancy) == nil
    }
    var derivation = Derivation(environment: other.environment, rigour: .lenient, seed: seed)
    guard let again = derivation.judge(statement).first(where: { $0.position == step.position }),
      case .fails(let discrepancy) = again.verdict
    else { return false }
    return other.doubt(about: again, discrepancy) == nil
  }

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
    guard role == .setting || role == .bare, step.relation == .equals, let comparison = step.comparison,
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

  /// Whether this paragraph has given values to all letters of a side.
  func isCalculatedNow(_ side: MathExpression) -> Bool {
    !side.symbols.isEmpty && side.symbols.allSatisfy { fresh.contains($0.name) }
      && side.symbols.allSatisfy { environment.value(of: .symbol($0))?.shape == .scalar }
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
    guard isDisplay, role == .claim else { return false }
    let isRecent = { (symbol: MathSymbol) in recent.contains { $0.hasPrefix(symbol.name + "(") } }
    if case .application(let symbol, let arguments) = left {
      return arguments.allSatisfy(\.isWrittenNumber) && environment.functions[symbol.name] != nil
        && isRecent(symbol)
    }
    // The maximum, a sum or an integral of such a function.
    let called = Set(left.symbols).filter { environment.functions[$0.name] != nil }
    return left.quantityName == nil && !called.isEmpty && called.allSatisfy(isRecent)
      && environment.freeQuantities(of: left).isEmpty
      && left.symbols.allSatisfy { called.contains($0) || environment.value(of: .symbol($0)) == nil }
  }
}
