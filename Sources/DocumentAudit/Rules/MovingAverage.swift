import Formulas

/// A rule of the form S_t = a·S_{t−1} + b·Q: a running average, perhaps with wrong weights.
struct MovingAverage {
  /// The average that the rule defines.
  let state: MathSymbol
  /// The earlier value of the average.
  let previous: MathSymbol
  /// The factor of the earlier value.
  let oldWeight: MathExpression
  /// The constant factor of the new quantity.
  let newWeight: MathExpression
  /// The averaged quantity.
  let quantity: MathExpression

  /// Finds the rule in a right-hand side; nil when it has another form.
  init?(state: MathSymbol?, _ right: MathExpression) {
    guard case .sum(var terms) = right else { return nil }
    if state == nil {
      // A root may contain ε beside the average.
      terms.removeAll { if case .symbol(let symbol) = $0 { symbol.base == "ε" } else { false } }
    }
    guard terms.count == 2 else { return nil }
    let split = terms.map(Self.factors)
    guard let (position, symbol) = Self.stateTerm(split, state: state) else { return nil }
    previous = symbol
    self.state = state ?? symbol
    let old = split[position].filter { $0 != .symbol(symbol) }
    let new = split[1 - position]
    guard new.allSatisfy({ if case .negated = $0 { false } else { true } }),
      split[position].count - old.count == 1
    else { return nil }
    oldWeight = Self.product(old)
    let weights = new.filter(Self.isWeight)
    newWeight = Self.product(weights)
    quantity = Self.product(new.filter { !Self.isWeight($0) })
    // s + (1 − β)(g² − s) adds a difference and has no second weight.
    // s_0 = s_0 (1 − α) + s_1 β relates two states of a chain.
    guard new.count > weights.count, !quantity.symbols.contains(previous),
      !quantity.symbols.contains(self.state)
    else { return nil }
  }

  private static func stateTerm(_ terms: [[MathExpression]], state: MathSymbol?) -> (Int, MathSymbol)? {
    for (position, factors) in terms.enumerated() {
      for case .symbol(let symbol) in factors {
        if let state {
          guard symbol.family == state.family, symbol != state || state.subscripts.isEmpty,
            symbol.subscripts.isEmpty == state.subscripts.isEmpty
          else { continue }
          return (position, symbol)
        }
        // A rule without a left side, as under a root, uses the state of the step before.
        guard let time = symbol.timeIndex, time.offset == -1, factors.count > 1 else { continue }
        return (position, symbol)
      }
    }
    return nil
  }

  private static func factors(_ term: MathExpression) -> [MathExpression] {
    switch term {
    case .product(let factors) where factors.allSatisfy({ $0.sign != .division }):
      return factors.flatMap { Self.factors($0.expression) }
    case .negated: return [term]
    default: return [term]
    }
  }

  private static func product(_ factors: [MathExpression]) -> MathExpression {
    switch factors.count {
    case 0: .integer(1)
    case 1: factors[0]
    default: .product(factors.map { Factor($0) })
    }
  }

  /// Whether a factor is a constant weight: a number, 1 − s, a hyperparameter.
  private static func isWeight(_ factor: MathExpression) -> Bool {
    if complement(factor) != nil { return true }
    switch factor {
    case .number: return true
    case .symbol(let symbol):
      return ["α", "β", "γ", "ρ", "μ", "λ", "η", "τ", "δ", "ζ", "ε"].contains(symbol.base)
    default: return false
    }
  }

  /// s for 1 − s.
  static func complement(_ expression: MathExpression) -> MathExpression? {
    guard case .sum(let terms) = expression, terms.count == 2, case .number(let one) = terms[0],
      one.text == "1",
      case .negated(let other) = terms[1]
    else { return nil }
    return other
  }

  /// Whether the two weights add to one.
  var weightsAddToOne: Bool {
    let total = MathExpression.sum([oldWeight, newWeight])
    if case .holds = IdentityTest(seed: 7).run(total, .integer(1)) { return true }
    return false
  }

  /// The gradient that is averaged, if there is one.
  var gradient: MathExpression.Derivative? {
    var found: MathExpression.Derivative?
    quantity.visit { if found == nil, case .derivative(let derivative) = $0 { found = derivative } }
    return found
  }

  /// Whether a gradient is averaged, written with ∇ or as g.
  var averagesGradient: Bool {
    gradient != nil
      || quantity.freeLetters.contains { $0.base == "g" || $0.base.hasPrefix("∇") || $0.base == "grad" }
  }
}

extension MathExpression {
  /// The symbols that are not called as functions.
  fileprivate var freeLetters: [MathSymbol] {
    quantities.compactMap { if case .symbol(let symbol) = $0 { symbol } else { nil } }
  }
}
