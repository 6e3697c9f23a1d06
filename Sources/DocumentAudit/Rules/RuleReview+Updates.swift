import Formulas

extension RuleReview {
  /// An update of parameters, P_{n+1} = P_n − A.
  struct Update {
    var rule: Rule
    var parameter: MathSymbol
    var previous: MathSymbol
    var change: MathExpression
  }

  /// The updates among the rules.
  var updates: [Update] {
    rules.compactMap { rule in
      guard let parameter = rule.symbol, case .sum(let terms) = rule.right, terms.count >= 2 else {
        return nil
      }
      for (position, term) in terms.enumerated() {
        guard case .symbol(let previous) = term, previous.family == parameter.family,
          // In V = V_D − RI, the two are different quantities.
          previous == parameter || previous.timeIndex != nil || previous.isOld
        else { continue }
        var rest = terms
        rest.remove(at: position)
        guard rest.contains(where: { if case .negated = $0 { true } else { false } }) else { return nil }
        return Update(
          rule: rule, parameter: parameter, previous: previous, change: rest.count == 1 ? rest[0] : .sum(rest)
        )
      }
      return nil
    }
  }

  /// Updates that use the average of another step, or the average of another quantity's gradient.
  func indexFindings() -> [Finding] {
    var findings: [Finding] = []
    for update in updates {
      guard let (state, average) = average(usedBy: update), let gradient = average.rule.gradient else {
        continue
      }
      if let other = Self.parameter(of: gradient), other.base != update.parameter.base,
        update.change.contains(where: { if case .derivative = $0 { true } else { false } })
      {
        findings.append(
          Finding(
            line: update.rule.line, kind: .mixedSymbols,
            message: "\(update.parameter) is updated, but the average \(average.rule.state) "
              + "in it takes the gradient at \(other) (line \(average.line)); "
              + "use one name for the parameters"))
      }
      guard let defined = average.rule.state.timeIndex, let inAverage = Self.time(of: gradient),
        let used = state.timeIndex, let current = gradientTime(update),
        used.offset + inAverage.offset - defined.offset != current
      else { continue }
      let right = average.rule.state.with(
        subscripts: [Self.index(defined.letter, current - inAverage.offset + defined.offset)])
      findings.append(
        Finding(
          line: update.rule.line, kind: .index,
          message: "the update divides by \(state), which does not yet contain the gradient it applies "
            + "(line \(average.line) puts it into \(average.rule.state)); use \(right)"))
    }
    return findings
  }

  static func index(_ letter: String, _ offset: Int) -> MathExpression {
    let symbol = MathExpression.symbol(MathSymbol(letter))
    if offset == 0 { return symbol }
    return .sum([symbol, offset > 0 ? .integer(offset) : .negated(.integer(-offset))])
  }

  /// The average that an update uses, directly or through names such as a learning rate α_t.
  func average(usedBy update: Update) -> (MathSymbol, Average)? {
    var pending = [update.change]
    var seen: Set<String> = []
    while let expression = pending.popLast() {
      for symbol in expression.symbols where symbol.family != update.parameter.family {
        if let average = averages.last(where: {
          $0.isDefinition && $0.line <= update.rule.line && $0.rule.state.family == symbol.family
        })
          ?? averages.first(where: { $0.isDefinition && $0.rule.state.family == symbol.family })
        {
          return (symbol, average)
        }
        guard seen.insert(symbol.name).inserted, seen.count < 20 else { continue }
        if let definition = rules.last(where: { $0.symbol == symbol && $0.line <= update.rule.line })
          ?? rules.first(where: { $0.symbol == symbol })
        {
          pending.append(definition.right)
        }
      }
    }
    return nil
  }

  /// The symbol at which a gradient is taken.
  static func parameter(of gradient: MathExpression.Derivative) -> MathSymbol? {
    if case .symbol(let symbol)? = gradient.variables.first { return symbol }
    if case .application(_, let arguments) = gradient.subject, case .symbol(let symbol)? = arguments.first {
      return symbol
    }
    if case .symbol(let symbol) = gradient.subject, gradient.variables.isEmpty, symbol.base.count == 1,
      !["J", "L", "f", "ℓ"].contains(symbol.base), symbol.style == nil
    {
      return symbol
    }
    return nil
  }

  /// The step at which a gradient is taken, if its subject says so.
  static func time(of gradient: MathExpression.Derivative) -> TimeIndex? {
    gradient.subject.symbols.lazy.compactMap(\.timeIndex).first
  }

  /// The step of the gradient that an update applies.
  func gradientTime(_ update: Update) -> Int? {
    var found: Int?
    update.change.visit { node in
      if found == nil, case .derivative(let derivative) = node { found = Self.time(of: derivative)?.offset }
    }
    let hasGradient = update.change.contains { if case .derivative = $0 { true } else { false } }
    return found ?? (hasGradient ? update.previous.timeIndex?.offset : nil)
  }

  // MARK: Names

  /// Rates of a step that are computed although no update uses them, and updates by the gradient of the parameter.
  func unusedFindings() -> [Finding] {
    var findings: [Finding] = []
    for update in updates {
      let parameter = update.parameter
      if update.change.contains(where: { $0.isGradient(ofFamily: parameter.family) }) {
        findings.append(
          Finding(
            line: update.rule.line, kind: .notation,
            message:
              "∇\(parameter.base) is the gradient of the parameters; the update needs the gradient of the loss"
          ))
      }
      for symbol in update.change.symbols
      where symbol.subscripts.isEmpty && symbol.family != parameter.family
        && !update.change.calls(symbol)
      {
        guard
          let rate = rules.first(where: { rule in
            rule.symbol.map { $0.family == symbol.family && $0.timeIndex != nil } ?? false
          }), let name = rate.symbol, rate.right.symbols.contains(symbol),
          !updates.contains(where: {
            $0.change.symbols.contains { $0.family == name.family && $0.timeIndex != nil }
          }),
          !rules.contains(where: { $0.line != rate.line && $0.right.symbols.contains(name) })
        else { continue }
        findings.append(
          Finding(
            line: rate.line, kind: .notation,
            message: "\(name) is computed, but no update uses it; the update of \(parameter) uses \(symbol)"))
      }
    }
    return findings
  }

  /// States of an iteration that an update uses although the document does not define or mention them.
  func undefinedFindings() -> [Finding] {
    let defined = Set(
      rules.compactMap { $0.symbol?.family }
        + judge.read.compactMap {
          if case .symbol(let symbol)? = $0.statement.sides.first?.expression { symbol.family } else { nil }
        })
    var reported: Set<String> = []
    var findings: [Finding] = []
    for update in updates {
      for symbol in update.change.symbols {
        guard let time = symbol.timeIndex, symbol.base != "g", symbol.base != "ε",
          !TimeIndex.letters.contains(symbol.base),
          // In β_k = β_k + 1 − r_t, the text brings r_t from elsewhere.
          (update.parameter.timeIndex ?? update.previous.timeIndex).map({ $0.letter == time.letter })
            ?? !["i", "j"].contains(time.letter),
          symbol.family != update.parameter.family, !defined.contains(symbol.family),
          !symbol.isUsualEstimate(of: defined),
          !isMentioned(symbol), !isInsideGradient(symbol, update.change),
          reported.insert(symbol.family).inserted
        else { continue }
        findings.append(
          Finding(
            line: update.rule.line, kind: .undefinedSymbol,
            message:
              "\(symbol) is used in the update of \(update.parameter), but nothing defines or explains it"))
      }
    }
    return findings
  }

  func isInsideGradient(_ symbol: MathSymbol, _ expression: MathExpression) -> Bool {
    expression.contains { node in
      if case .derivative(let derivative) = node {
        derivative.subject.symbols.contains(symbol)
      } else {
        false
      }
    }
  }

  func isMentioned(_ symbol: MathSymbol) -> Bool {
    let isSame: (String) -> Bool = {
      $0 == symbol.name || $0 == symbol.family || $0.hasPrefix(symbol.family + "_")
    }
    if judge.mentioned.contains(where: isSame) { return true }
    let plain = "\(symbol.base)_"
    return judge.reading.prose.contains(plain) || judge.reading.prose.contains(symbol.name)
  }
}

extension MathSymbol {
  /// Whether the symbol is the usual name for the corrected average of a defined state: m̂_t beside m_t.
  fileprivate func isUsualEstimate(of defined: Set<String>) -> Bool {
    accents == ["hat"] && defined.contains(MathSymbol(base, style: style).family)
  }
}

extension MathExpression {
  /// Whether the expression calls the function with this name.
  fileprivate func calls(_ function: MathSymbol) -> Bool {
    contains { if case .application(function, _) = $0 { true } else { false } }
  }

  /// Whether the node is a gradient of a parameter itself: ∇θ_t without the loss.
  fileprivate func isGradient(ofFamily family: String) -> Bool {
    guard case .derivative(let derivative) = self, derivative.notation == .nabla,
      derivative.variables.isEmpty,
      case .symbol(let symbol) = derivative.subject
    else { return false }
    return symbol.family == family
  }
}

extension MathSymbol {
  /// Whether a word in the subscript says that the symbol is the value before an update: θ_old.
  fileprivate var isOld: Bool {
    subscripts.contains { index in
      guard case .symbol(let word) = index else { return false }
      return ["old", "prev", "previous", "last", "current", "now", "旧"].contains(word.base.lowercased())
    }
  }
}
