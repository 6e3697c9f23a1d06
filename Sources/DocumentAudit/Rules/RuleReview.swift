import Formulas

/// Compares the rules of a document with one another: averages, updates, roots, names.
struct RuleReview {
  /// A rule of the document: the left side that it defines and the right side.
  struct Rule {
    var left: MathExpression
    var right: MathExpression
    var line: Int
    /// Whether the left side was written with a missing subscript.
    var isRepaired: Bool

    var symbol: MathSymbol? {
      if case .symbol(let symbol) = left { return symbol }
      return nil
    }
  }

  /// A moving average and its line.
  struct Average {
    var rule: MovingAverage
    var line: Int
    /// Whether the average has a rule of its own and is not just part of another formula.
    var isDefinition: Bool
  }

  let judge: DocumentJudge
  private(set) var rules: [Rule] = []
  private(set) var averages: [Average] = []
  /// The letters whose subscripts are written as products, with the lines of these products.
  private(set) var malformed: [String: Set<Int>] = [:]

  init(_ judge: DocumentJudge) {
    self.judge = judge
    // Only a document that numbers its steps, with v_t or v {t-1}, can have lost a subscript t.
    let numbersSteps = judge.read.contains { entry in
      entry.statement.sides.contains { $0.expression.numbersSteps }
    }
    for entry in judge.read where numbersSteps {
      guard let first = entry.statement.sides.first?.expression, !entry.statement.continuesPrevious,
        entry.statement.relations[0].kind == .equals, first.isMalformedName, entry.isDisplay,
        !entry.statement.sides[0].latex.contains("("), !entry.statement.sides[0].latex.contains("["),
        case .product(let factors) = first, case .symbol(let symbol) = factors[0].expression,
        symbol.base.count == 1
      else { continue }
      malformed[symbol.base, default: []].insert(entry.line)
    }
    for entry in judge.read where entry.isDisplay && !malformed.isEmpty {
      for side in entry.statement.sides {
        side.expression.visit { node in
          guard case .product(let factors) = node, factors.count >= 2 else { return }
          for (factor, next) in zip(factors, factors.dropFirst())
          where next.sign == .juxtaposed && TimeIndex(next.expression) != nil {
            guard case .symbol(let symbol) = factor.expression, symbol.subscripts.isEmpty else { continue }
            if malformed[symbol.base] != nil { malformed[symbol.base]?.insert(entry.line) }
          }
        }
      }
    }
    for entry in judge.read {
      guard !entry.statement.continuesPrevious, entry.statement.sides.count >= 2,
        entry.statement.relations[0].kind.statesValue
      else { continue }
      for side in entry.statement.sides.dropFirst() where !side.expression.isNumeric {
        let left = repaired(entry.statement.sides[0].expression)
        let right = repaired(side.expression)
        rules.append(
          Rule(
            left: left, right: right, line: entry.line + side.position.line - entry.statement.position.line,
            isRepaired: left != entry.statement.sides[0].expression))
      }
    }
    for rule in rules {
      if let average = MovingAverage(state: rule.symbol, rule.right), rule.symbol != nil {
        averages.append(Average(rule: average, line: rule.line, isDefinition: true))
      } else {
        rule.right.visit { node in
          if let average = MovingAverage(state: nil, node), average.averagesGradient {
            averages.append(Average(rule: average, line: rule.line, isDefinition: false))
          }
        }
      }
    }
  }

  /// All findings of the review.
  func findings() -> [Finding] {
    subscriptFindings() + weightFindings() + weightUseFindings() + normFindings() + strayFactorFindings()
      + indexFindings()
      + epsilonFindings() + undefinedFindings() + unusedFindings() + stateFindings() + wordFindings()
  }

  /// The expression with `\rho t` as ρ_t, for letters that the document writes like this.
  private func repaired(_ expression: MathExpression) -> MathExpression {
    guard !malformed.isEmpty else { return expression }
    return expression.replacing { node in
      guard case .product(let factors) = node else { return nil }
      var result: [Factor] = []
      for factor in factors {
        if factor.sign == .juxtaposed, TimeIndex(factor.expression) != nil, let last = result.last,
          case .symbol(let symbol) = last.expression, symbol.subscripts.isEmpty, malformed[symbol.base] != nil
        {
          result[result.count - 1].expression = .symbol(symbol.with(subscripts: [factor.expression]))
        } else {
          result.append(Factor(repaired(factor.expression), sign: factor.sign))
        }
      }
      return result.count == 1 ? result[0].expression : .product(result)
    }
  }

  /// Without a moving average, the products are products: bk = vr.
  private func subscriptFindings() -> [Finding] {
    if averages.isEmpty { return [] }
    return malformed.flatMap { letter, lines in
      lines.sorted().map { line in
        Finding(
          line: line, kind: .missingSubscript,
          message:
            "'\(letter) t' is a product of \(letter) and t; write a subscript, with a separate name such as v_t"
        )
      }
    }
  }

  // MARK: Words

  /// Whether the document is about an elementwise method.
  var isElementwise: Bool {
    let text = judge.reading.prose.lowercased()
    if ["novograd", "layer-wise", "layerwise", "逐层", "adagrad-norm"].contains(where: text.contains) {
      return false
    }
    return [
      "rmsprop", "adam", "adagrad", "adadelta", "逐元素", "每个参数", "element-wise", "elementwise", "per-parameter",
    ]
    .contains(where: text.contains)
  }

  /// Finds "the gradient" beside a formula that is the function and not its gradient.
  private func wordFindings() -> [Finding] {
    var findings: [Finding] = []
    let gradients = Set(
      rules.flatMap { rule in
        var names: [String] = []
        rule.right.visit {
          if case .derivative(let derivative) = $0 { names.append(derivative.subject.description) }
        }
        return names
      })
    for (index, piece) in judge.reading.pieces.enumerated() where index > 0 {
      guard case .math(let span) = piece, !span.isDisplay,
        case .text(let text, _) = judge.reading.pieces[index - 1],
        case .success(let formula)? = judge.reading.formulas[index], formula.statements.count == 1,
        formula.statements[0].relations.isEmpty,
        case .application? = formula.statements[0].sides.first?.expression
      else { continue }
      let name = formula.statements[0].sides[0].expression.description
      let before = text.split(separator: "\n").last.map { String($0).trimmingSpaces() } ?? ""
      guard before.hasSuffix("梯度") || before.lowercased().hasSuffix("the gradient"), gradients.contains(name)
      else { continue }
      findings.append(
        Finding(
          line: span.line, kind: .notation,
          message: "the text calls \(name) the gradient; the gradient is ∇\(name)"))
    }
    return findings
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension MathExpression {
  /// Whether the expression has a subscript that counts steps, or a step beside a letter: `v {t-1}`.
  fileprivate var numbersSteps: Bool {
    symbols.contains { $0.subscripts.contains { TimeIndex($0) != nil } }
      || contains { node in
        guard case .product(let factors) = node else { return false }
        return factors.contains { factor in TimeIndex(factor.expression).map { $0.offset != 0 } ?? false }
      }
  }
}
