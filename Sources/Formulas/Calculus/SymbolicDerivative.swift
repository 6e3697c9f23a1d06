/// Differentiates a tree by the rules of calculus, for derivatives inside derivatives and of higher order.
struct SymbolicDerivative {
  let variable: MathSymbol
  let environment: FormulaEnvironment
  /// The number of nested definitions that have been followed.
  private var depth: Int
  private static let depthLimit = 12
  /// The largest tree that is worth evaluating.
  private static let sizeLimit = 3_000
  private let budget: EvaluationBudget

  init(
    by variable: MathSymbol, in environment: FormulaEnvironment, _ budget: EvaluationBudget, depth: Int = 0
  ) {
    self.budget = budget
    self.variable = variable
    self.depth = depth
    self.environment = environment
  }

  /// The derivative of the given order; nil if a part has no rule.
  func of(_ expression: MathExpression, order: Int) -> MathExpression? {
    var result = expression
    for _ in 0..<order {
      guard let next = of(result), next.size < Self.sizeLimit else { return nil }
      result = next
    }
    return result
  }

  /// The derivative; nil if a part has no rule or the budget is spent.
  func of(_ expression: MathExpression) -> MathExpression? {
    guard budget.spend(1 + 2 * expression.size) else { return nil }
    guard expression.isDependent(on: variable, in: environment) else { return Self.zero }
    switch expression {
    case .number: return Self.zero
    case .symbol(let symbol): return symbol == variable ? Self.one : throughDefinition(symbol.name)
    case .negated(let inner): return of(inner).map { .negated($0) }
    case .sum(let terms): return all(terms).map { .sum($0.filter { $0 != Self.zero } + [Self.zero]) }
    case .product(let factors): return product(factors)
    case .fraction(let above, let below): return quotient(above, below)
    case .power(let base, let exponent): return power(base, exponent)
    case .root(let radicand, let degree):
      let exponent = MathExpression.fraction(Self.one, degree ?? .integer(2))
      return power(radicand, exponent)
    case .function(let function, let arguments):
      guard arguments.count == 1, let outer = function.derivative(at: arguments[0]) else { return nil }
      return of(arguments[0]).map { Self.times(outer, $0) }
    case .application(let symbol, let arguments): return call(symbol, arguments)
    case .derivative(let derivative):
      guard depth < Self.depthLimit,
        let tree = Self.expanded(derivative, in: environment, budget, depth: depth + 1)
      else { return nil }
      return of(tree)
    case .reduction(var reduction):
      guard reduction.operation == .sum, let inner = of(reduction.body) else { return nil }
      reduction.body = inner
      return .reduction(reduction)
    default: return nil
    }
  }

  /// The result of a derivative as a tree.
  static func expanded(
    _ derivative: MathExpression.Derivative, in environment: FormulaEnvironment, _ budget: EvaluationBudget,
    depth: Int = 0
  ) -> MathExpression? {
    // Definitions may be circular: β = dω/dt and ω = ω₀ + βt.
    guard depth < depthLimit else { return nil }
    var result = derivative.subject
    var variables = derivative.variables
    if variables.isEmpty, case .application(_, let arguments) = derivative.subject, arguments.count == 1 {
      variables = [MathExpression](
        repeating: arguments[0].soleLetter ?? arguments[0], count: derivative.order)
    }
    while variables.count < derivative.order, let last = variables.last { variables.append(last) }
    for quantity in variables {
      guard case .symbol(let variable) = quantity else { return nil }
      let rule = SymbolicDerivative(by: variable, in: environment, budget, depth: depth)
      guard let next = rule.of(result), next.size < sizeLimit else { return nil }
      result = next
    }
    return variables.isEmpty ? nil : result
  }

  // MARK: Rules

  private static let zero = MathExpression.integer(0)
  private static let one = MathExpression.integer(1)

  private static func times(_ a: MathExpression, _ b: MathExpression) -> MathExpression {
    if a == one { return b }
    return b == one ? a : .product([Factor(a), Factor(b, sign: .dot)])
  }

  private func all(_ items: [MathExpression]) -> [MathExpression]? {
    let found = items.compactMap { of($0) }
    return found.count == items.count ? found : nil
  }

  private func product(_ factors: [Factor]) -> MathExpression? {
    guard let last = factors.last, factors.count > 1 else {
      return factors.first.flatMap { of($0.expression) }
    }
    let rest = FormulaParser.product(Array(factors.dropLast()))
    if last.sign == .division { return quotient(rest, last.expression) }
    guard let a = of(rest), let b = of(last.expression) else { return nil }
    return .sum([
      .product([Factor(a), Factor(last.expression, sign: last.sign)]),
      .product([Factor(rest), Factor(b, sign: last.sign)]),
    ])
  }

  private func quotient(_ above: MathExpression, _ below: MathExpression) -> MathExpression? {
    guard let a = of(above), let b = of(below) else { return nil }
    if b == Self.zero { return .fraction(a, below) }
    let difference = MathExpression.sum([Self.times(a, below), .negated(Self.times(above, b))])
    return .fraction(difference, .power(below, .integer(2)))
  }

  private func power(_ base: MathExpression, _ exponent: MathExpression) -> MathExpression? {
    guard let slope = of(base), let growth = of(exponent) else { return nil }
    var terms: [MathExpression] = []
    if slope != Self.zero {
      let lowered = MathExpression.power(base, .sum([exponent, .integer(-1)]))
      terms.append(Self.times(Self.times(exponent, lowered), slope))
    }
    if growth != Self.zero {
      let logarithm = MathExpression.function(.naturalLogarithm, [base])
      terms.append(Self.times(Self.times(.power(base, exponent), logarithm), growth))
    }
    return FormulaParser.joined(terms.isEmpty ? [Self.zero] : terms)
  }

  private func throughDefinition(_ name: String) -> MathExpression? {
    guard depth < Self.depthLimit,
      let body = environment.definitions[name] ?? environment.functions[name]?.body
    else { return nil }
    var inner = self
    inner.depth += 1
    return inner.of(body)
  }

  /// The derivative of a call f(u) of a known function.
  private func call(_ symbol: MathSymbol, _ arguments: [MathExpression]) -> MathExpression? {
    guard depth < Self.depthLimit else { return nil }
    var inner = self
    inner.depth += 1
    return environment.inlined(symbol, arguments, budget, depth: depth + 1).flatMap { inner.of($0) }
  }
}

extension FormulaEnvironment {
  /// The body of a known function with the arguments put in, differentiated once for each prime.
  func inlined(
    _ symbol: MathSymbol, _ arguments: [MathExpression], _ budget: EvaluationBudget, depth: Int = 0
  ) -> MathExpression? {
    guard depth < 12 else { return nil }
    let primes = symbol.primeCount
    let plain = primes == 0 ? symbol : symbol.withoutPrimes
    if let function = functions[plain.name], function.parameters.count == arguments.count {
      guard
        let body = primes == 0
          ? function.body
          : SymbolicDerivative(by: function.parameters[0], in: self, budget, depth: depth).of(
            function.body, order: primes)
      else { return nil }
      let values = zip(function.parameters, arguments)
      return body.replacing { node in
        guard case .symbol(let inner) = node else { return nil }
        return values.first { $0.0 == inner }?.1
      }
    }
    guard let function = ElementaryFunction.builtin(plain), arguments.count == 1 else { return nil }
    let variable = MathSymbol("u", style: "index")
    let call = MathExpression.function(function, [.symbol(variable)])
    let rule = SymbolicDerivative(by: variable, in: self, budget, depth: depth)
    let body = primes == 0 ? call : rule.of(call, order: primes)
    return body?.replacing { $0 == .symbol(variable) ? arguments[0] : nil }
  }
}

extension MathSymbol {
  private static let prime = MathExpression.symbol(MathSymbol("′"))

  /// The number of primes on the symbol.
  var primeCount: Int { labels.reduce(0) { $1 == Self.prime ? $0 + 1 : $0 } }

  package var withoutPrimes: MathSymbol { with(labels: labels.filter { $0 != Self.prime }) }
}

extension MathExpression {
  /// The only letter of an expression such as g(x), apart from the names of functions; nil if there are several.
  package var soleLetter: MathExpression? {
    var letters: Set<MathSymbol> = []
    visit { if case .symbol(let symbol) = $0, !MathConstants.isConstant(symbol) { letters.insert(symbol) } }
    return letters.count == 1 ? letters.first.map { .symbol($0) } : nil
  }

  /// Whether the expression depends on the variable, directly or through definitions.
  fileprivate func isDependent(on variable: MathSymbol, in environment: FormulaEnvironment) -> Bool {
    if contains(where: { $0 == .symbol(variable) }) { return true }
    var seen: Set<String> = []
    return environment.depends(self, on: variable, seen: &seen)
  }
}

extension ElementaryFunction {
  /// The derivative of the function, with `x` put in.
  fileprivate func derivative(at x: MathExpression) -> MathExpression? {
    let one = MathExpression.integer(1)
    let two = MathExpression.integer(2)
    let value = MathExpression.function(self, [x])
    func function(_ other: ElementaryFunction) -> MathExpression { .function(other, [x]) }
    func square(_ inner: MathExpression) -> MathExpression { .power(inner, two) }
    switch self {
    case .exponential: return value
    case .naturalLogarithm: return .fraction(one, x)
    case .binaryLogarithm, .decimalLogarithm:
      let base = MathExpression.function(.naturalLogarithm, [.integer(self == .binaryLogarithm ? 2 : 10)])
      return .fraction(one, .product([Factor(x), Factor(base, sign: .dot)]))
    case .sine: return function(.cosine)
    case .cosine: return .negated(function(.sine))
    case .tangent: return .sum([one, square(value)])
    case .cotangent: return .negated(.sum([one, square(value)]))
    case .secant: return .product([Factor(value), Factor(function(.tangent), sign: .dot)])
    case .cosecant: return .negated(.product([Factor(value), Factor(function(.cotangent), sign: .dot)]))
    case .hyperbolicSine: return function(.hyperbolicCosine)
    case .hyperbolicCosine: return function(.hyperbolicSine)
    case .hyperbolicTangent: return .sum([one, .negated(square(value))])
    case .arcsine: return .fraction(one, .root(.sum([one, .negated(square(x))]), degree: nil))
    case .arccosine: return .negated(.fraction(one, .root(.sum([one, .negated(square(x))]), degree: nil)))
    case .arctangent: return .fraction(one, .sum([one, square(x)]))
    case .areaSine: return .fraction(one, .root(.sum([square(x), one]), degree: nil))
    case .areaCosine: return .fraction(one, .root(.sum([square(x), .negated(one)]), degree: nil))
    case .areaTangent: return .fraction(one, .sum([one, .negated(square(x))]))
    case .logistic: return .product([Factor(value), Factor(.sum([one, .negated(value)]), sign: .dot)])
    case .softplus: return function(.logistic)
    case .squareRoot: return .fraction(one, .product([Factor(two), Factor(value, sign: .dot)]))
    default: return nil
    }
  }
}
