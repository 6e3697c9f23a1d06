import ElementaryNumerics

/// Functions that a text uses and does not define, such as the f and g of the product rule.
///
/// A rule must hold for every choice of them, so it is tried with several random polynomials.
struct GenericFunctions {
  /// The functions by name, with the number of their arguments.
  private let arities: [String: Int]
  var names: Set<String> { Set(arities.keys) }
  /// The number of choices of functions.
  static let choices = 3

  /// The unknown functions of some sides; nil if there are none, or if a call is no ordinary function.
  init?(_ sides: [MathExpression], in environment: FormulaEnvironment) {
    var found: [String: Int] = [:]
    var isPlain = true
    for side in sides {
      side.visit { node in
        guard case .application(let symbol, let arguments) = node else { return }
        let plain = symbol.withoutPrimes
        if environment.functions[plain.name] != nil || ElementaryFunction.builtin(plain) != nil { return }
        let isName =
          plain.base.count == 1 && plain.accents.isEmpty && plain.labels.isEmpty && plain.style == nil
        if !isName || Self.operators.contains(plain.base) || !(1...3).contains(arguments.count)
          || found[plain.name].map({ $0 != arguments.count }) ?? false
          || environment.definitions[plain.name] != nil || environment.value(of: node) != nil
          || arguments.contains(where: { $0.contains { if case .opaque = $0 { true } else { false } } })
        {
          isPlain = false
        }
        found[plain.name] = arguments.count
      }
    }
    guard isPlain, !found.isEmpty, found.count <= 4 else { return nil }
    arities = found
  }

  /// Letters that are operators of probability, orders of magnitude or transforms when they are called.
  private static let operators: Set<String> = [
    "P", "p", "E", "V", "D", "O", "o", "Θ", "Ω", "ω", "L", "ℒ", "N", "U", "B", "I", "T", "R", "Γ", "ζ", "δ",
    "d", "W", "σ",
  ]

  /// The environment with one choice of all functions. They are positive, so that logarithms and roots exist.
  func defined(in environment: FormulaEnvironment, choice: Int) -> FormulaEnvironment {
    var known = environment
    for (position, (name, arity)) in arities.sorted(by: { $0.key < $1.key }).enumerated() {
      var generator = SplitMix64(seed: UInt64(97 * choice + position + 1))
      func eighths(_ range: ClosedRange<Int>) -> MathExpression {
        let width = UInt64(range.upperBound - range.lowerBound + 1)
        return .fraction(.integer(range.lowerBound + Int(generator.next() % width)), .integer(8))
      }
      let parameters = (0..<arity).map { MathSymbol("argument \($0 + 1)") }
      var terms = [eighths(13...31)]
      for (number, parameter) in parameters.enumerated() {
        let letter = MathExpression.symbol(parameter)
        terms.append(.product([Factor(eighths(-4...4)), Factor(letter, sign: .dot)]))
        terms.append(.product([Factor(eighths(4...9)), Factor(.power(letter, .integer(2)), sign: .dot)]))
        terms.append(
          .product([Factor(eighths(1...2)), Factor(.power(letter, .integer(4)), sign: .dot)]))
        for other in parameters[..<number] {
          terms.append(
            .product([Factor(eighths(1...2)), Factor(letter), Factor(.symbol(other), sign: .dot)]))
        }
      }
      known.functions[name] = FormulaEnvironment.Function(parameters: parameters, body: .sum(terms))
    }
    return known
  }
}

extension Derivation {
  /// The verdict on a rule for functions that the text does not define: that of the product, of the quotient, the chain
  /// rule, a shift of the index of a sum. Nil for other statements, and for properties that only some functions have.
  func ruleVerdict(_ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind) -> Verdict? {
    guard relation == .equals else { return nil }
    let written = (left, right)
    let (left, right) = (
      left.callingBareFunctions(with: right).namingVariable,
      right.callingBareFunctions(with: left).namingVariable
    )
    // In (xf)' the x may be the variable or a constant.
    let isVariableGuessed =
      written != (left, right)
      && (written.0.symbols + written.1.symbols).contains(where: { $0.isUsualVariable })
    // In f'[g(x)] the brackets may hold the argument of f'.
    let mixesStyles = [written.0, written.1].contains { side in
      side.contains { $0.isBarePrime } && side.contains { if case .application = $0 { true } else { false } }
    }
    // A lone name is defined by the other side.
    for side in [left, right] {
      switch side {
      case .symbol: return nil
      case .application(let symbol, _) where symbol.primeCount == 0: return nil
      default: break
      }
    }
    guard left.size + right.size < 120, let functions = GenericFunctions([left, right], in: environment)
    else {
      return nil
    }
    var general = self
    general.environment.forgetValues(keeping: [])
    let (first, second) = chained(left, right, calling: functions.names) ?? (left, right)
    var test = IdentityTest(seed: seed)
    test.onlyNumbers = true
    var refuted: Discrepancy?
    for choice in 0..<GenericFunctions.choices {
      let known = functions.defined(in: general.environment, choice: choice)
      switch test.run(first, second, in: known) {
      case .holds: if refuted != nil { return nil }
      case .notEvaluable: return nil
      case .fails(var discrepancy):
        guard left.isDerivativeOfOperation, !isVariableGuessed, !mixesStyles else { return nil }
        if choice == 0 {
          guard let repaired = NearMiss(environment: known, seed: seed).repair(first, second) else {
            return nil
          }
          discrepancy.repaired = repaired
          refuted = discrepancy
          continue
        }
        guard let repaired = refuted?.repaired,
          [first, second].contains(where: { test.run($0, repaired, in: known) == .holds })
        else { return nil }
      }
    }
    guard let refuted else { return .holds }
    // The values belong to functions that the text does not know.
    var discrepancy = Discrepancy(.identity, left: nil, right: nil)
    if written == (first, second) { discrepancy.repaired = refuted.repaired }
    return .fails(discrepancy.certain)
  }
}

extension MathExpression {
  /// Whether the expression is the derivative of a product, a quotient, a sum or a composition, and not of a name.
  fileprivate var isDerivativeOfOperation: Bool {
    guard case .derivative(let derivative) = self else { return false }
    switch derivative.subject {
    case .product, .fraction, .power, .sum, .root, .function: return true
    case .application(_, let arguments):
      return arguments.contains { if case .application = $0 { true } else { false } }
    default: return false
    }
  }

  /// The expression with x as the variable of (f(g(x)))'.
  fileprivate var namingVariable: MathExpression {
    replacing { node in
      guard case .derivative(var derivative) = node, derivative.variables.isEmpty, derivative.order == 1,
        case .application(_, let arguments) = derivative.subject, arguments.count == 1,
        case .application(_, let inner) = arguments[0], inner.count == 1, case .symbol = inner[0]
      else { return nil }
      derivative.variables = [inner[0]]
      return .derivative(derivative)
    }
  }

  /// The expression with f(x) for each f, if the sides use a letter with and without a prime: (fg)' = f'g + fg'.
  fileprivate func callingBareFunctions(with other: MathExpression) -> MathExpression {
    let symbols = self.symbols + other.symbols
    let primed = Set(symbols.filter { $0.primeCount > 0 && $0.subscripts.isEmpty }.map({ $0.withoutPrimes }))
    guard !primed.isEmpty, primed.count <= 3, primed.allSatisfy({ letter in symbols.contains(letter) }),
      [self, other].contains(where: { $0.contains { $0.isPrimedGroup } })
    else { return self }
    let usual = symbols.filter { $0.isUsualVariable && !primed.contains($0) }.min { $0.name > $1.name }
    let variable = MathExpression.symbol(usual ?? MathSymbol("argument"))
    return replacing { node in
      switch node {
      case .symbol(let symbol) where primed.contains(symbol.withoutPrimes):
        return .application(symbol, [variable])
      case .derivative(var derivative) where derivative.variables.isEmpty && derivative.notation == .total:
        derivative.subject = derivative.subject.callingBareFunctions(primed, of: variable)
        derivative.variables = [variable]
        return .derivative(derivative)
      default: return nil
      }
    }
  }

  private func callingBareFunctions(
    _ names: Set<MathSymbol>, of variable: MathExpression
  ) -> MathExpression {
    replacing { node in
      guard case .symbol(let symbol) = node, names.contains(symbol.withoutPrimes) else { return nil }
      return .application(symbol, [variable])
    }
  }

  /// Whether the node is a name with a prime and without arguments.
  fileprivate var isBarePrime: Bool {
    if case .symbol(let symbol) = self { symbol.primeCount > 0 } else { false }
  }

  /// Whether the node is a group with a prime, such as (fg)'.
  private var isPrimedGroup: Bool {
    guard case .derivative(let derivative) = self else { return false }
    return derivative.variables.isEmpty && derivative.notation == .total
  }
}

extension MathSymbol {
  /// Whether functions are usually functions of a letter like this.
  fileprivate var isUsualVariable: Bool { name == "x" || name == "t" }
}
