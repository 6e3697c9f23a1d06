import Formulas

/// States that are never started, gradients without their step, and products without a mark.
extension RuleReview {
  func stateFindings() -> [Finding] {
    unstartedFindings() + gradientPlaceFindings() + unmarkedProductFindings()
  }

  /// Averages that the text initialises without a first value: "initialise the cache s_t and set the decay to 0.9".
  private func unstartedFindings() -> [Finding] {
    var reported: Set<String> = []
    return averages.filter(\.isDefinition).compactMap { average in
      let state = average.rule.state
      guard state.timeIndex != nil, let line = lineOfStart(of: state), !hasFirstValue(state),
        reported.insert(state.family).inserted
      else { return nil }
      return Finding(
        line: line, kind: .notation,
        message: "\(state) is initialised, but its first value is not given; the usual one is 0")
    }
  }

  /// The line where the text says that it initialises a state: the word stands right before the name, or before a list
  /// of names that contains it.
  private func lineOfStart(of state: MathSymbol) -> Int? {
    var isStart = false
    for (index, piece) in judge.reading.pieces.enumerated() {
      switch piece {
      case .text(let text, _):
        let words = text.lowercased()
        let clause = words.split(omittingEmptySubsequences: false) { ",，.。;；:：\n".contains($0) }.last ?? ""
        let isInitial = ["初始化", "initialize", "initialise"].contains { clause.contains($0) }
        // "和" and "and" continue a list of names.
        let isLink = ["和", "与", "、", "and", ",", "，"].contains(words.filter { $0 != " " })
        isStart = isInitial || isStart && isLink
      case .math(let span):
        guard isStart, !span.isDisplay, case .success(let formula)? = judge.reading.formulas[index],
          formula.statements.count == 1, formula.statements[0].relations.isEmpty,
          case .symbol(let symbol)? = formula.statements[0].sides.first?.expression
        else { continue }
        if symbol.family == state.family {
          return symbol.timeIndex == nil || mentionsValue(behind: index) ? nil : span.line
        }
      case .paragraphEnd, .heading, .stray: isStart = false
      }
    }
    return nil
  }

  /// Whether the sentence behind a name gives a first value: zero, one, a random or a small number.
  private func mentionsValue(behind index: Int) -> Bool {
    for piece in judge.reading.pieces[(index + 1)...].prefix(8) {
      switch piece {
      case .text(let text, _):
        let sentence = text.lowercased().prefix { !"。；;\n".contains($0) }
        let words = ["零", "zero", "one", "随机", "random", "small", "小", "全", "vector", "empty"]
        if words.contains(where: { sentence.contains($0) }) || sentence.contains(/(^|[^0-9.])[01]($|[^0-9.])/)
        {
          return true
        }
        if sentence.count < text.count { return false }
      case .math: continue
      case .paragraphEnd, .heading, .stray: return false
      }
    }
    return false
  }

  /// Whether some formula or word of the document gives the state a value at its first step.
  private func hasFirstValue(_ state: MathSymbol) -> Bool {
    let isFirst: (MathSymbol) -> Bool = { symbol in
      symbol.family == state.family
        && symbol.subscripts.contains {
          $0 == .integer(0) || $0 == .integer(1) || $0 == .negated(.integer(1))
        }
    }
    let isGiven = judge.read.contains { entry in
      entry.statement.sides.contains { side in
        side.expression.symbols.contains { isFirst($0) || $0.family == state.family && $0.subscripts.isEmpty }
      }
    }
    let words = judge.reading.prose.lowercased()
    return isGiven
      || ["初始化为零", "初始化为 0", "初始化为0,", "初始化为0。", "初始值为", "to zero", "to 0", "with zero", "zeros", "as zero"]
        .contains { words.contains($0) }
  }

  /// Steps from θ_{t−1} with a gradient at θ that has no step, in the average as well as in the update.
  private func gradientPlaceFindings() -> [Finding] {
    for update in updates {
      guard update.previous.timeIndex != nil, let (_, average) = average(usedBy: update),
        average.rule.state.timeIndex != nil, let averaged = average.rule.gradient,
        let place = Self.place(of: averaged), place.family == update.parameter.family,
        place.subscripts.isEmpty,
        update.change.contains(where: { $0 == .derivative(averaged) })
      else { continue }
      return [
        Finding(
          line: average.line, kind: .notation,
          message: "the gradient is taken at \(place), but the step starts from \(update.previous); "
            + "write \(update.previous) in the gradient")
      ]
    }
    return []
  }

  /// The argument of the loss in a gradient, such as θ in ∇J(θ).
  private static func place(of gradient: MathExpression.Derivative) -> MathSymbol? {
    guard case .application(_, let arguments) = gradient.subject, case .symbol(let symbol)? = arguments.first
    else {
      return nil
    }
    return symbol
  }

  /// Updates that multiply vectors without a mark, in a text that writes the square of a gradient as ∇J · ∇J, too, and
  /// never says that products are taken element by element.
  private func unmarkedProductFindings() -> [Finding] {
    let words = judge.reading.prose.lowercased()
    if ["逐元素", "逐分量", "按元素", "元素", "element", "component", "hadamard"].contains(where: { words.contains($0) })
    {
      return []
    }
    var reported: Set<Int> = []
    return updates.compactMap { update in
      guard let (_, average) = average(usedBy: update),
        rules.contains(where: { $0.line == average.line && $0.right.hasDottedSquareOfGradient }),
        update.change.contains(where: { $0.isQuotientTimesGradient }),
        reported.insert(update.rule.line).inserted
      else { return nil }
      return Finding(
        line: update.rule.line, kind: .notation,
        message:
          "the rate and the gradient are vectors here, and nothing says that they are multiplied element by "
          + "element; mark the product with ⊙")
    }
  }
}

extension MathExpression {
  /// Whether the expression contains the product ∇J · ∇J.
  fileprivate var hasDottedSquareOfGradient: Bool {
    contains { node in
      guard case .product(let factors) = node, factors.count == 2, factors[1].sign == .dot,
        factors[0].expression == factors[1].expression, case .derivative = factors[0].expression
      else { return false }
      return true
    }
  }

  /// Whether a fraction stands beside a gradient without a sign between them.
  fileprivate var isQuotientTimesGradient: Bool {
    guard case .product(let factors) = self else { return false }
    return zip(factors, factors.dropFirst()).contains { factor, next in
      guard case .fraction = factor.expression, case .derivative = next.expression else { return false }
      return next.sign == .juxtaposed
    }
  }
}
