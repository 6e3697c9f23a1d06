/// Computes the value of a formula.
package struct FormulaEvaluator {
  /// The largest number of nodes of one evaluation.
  package static let stepLimit = 40_000
  /// The largest number of nested definitions.
  static let definitionLimit = 16

  package let environment: FormulaEnvironment
  /// The running indices of sums.
  package var indices: [String: Int] = [:]
  /// The arguments of functions and variables of derivatives. They take precedence over all other values.
  package var scope: [String: MathValue] = [:]
  /// The names of definitions that must not be used, because they are being judged.
  var excluded: Set<String> = []
  /// Whether definitions take precedence over given values, so that derivatives see the variables in them.
  var prefersDefinitions = false
  package var steps = 0
  var definitionDepth = 0
  let budget: EvaluationBudget
  /// The values found so far of names without subscripts and definitions. The copies of the evaluator share them.
  let plainValues = PlainValues()
  /// Whether a dot between two vectors means their inner product instead of the elementwise product.
  var dotIsInner = false
  /// Whether this evaluation is part of an automatic differentiation.
  var isDifferentiating = false
  /// The number of numerical methods around this evaluation.
  var numericDepth = 0
  /// The largest number of nodes of this evaluation.
  package var stepLimit = Self.stepLimit

  package init(_ environment: FormulaEnvironment, excluding excluded: Set<String> = []) {
    self.environment = environment
    budget = EvaluationBudget(environment.random == nil ? 400_000 : 60_000, of: environment.effort)
    self.excluded = excluded
  }

  /// The number of nodes that the evaluator and its copies have visited.
  var spent: Int { budget.spent }

  package mutating func value(of expression: MathExpression) throws(EvaluationFailure) -> MathValue {
    steps += 1
    guard steps <= stepLimit, budget.spend() else { throw .tooManySteps }
    switch expression {
    case .number(let number): return .scalar(MathScalar(number))
    case .symbol(let symbol): return try value(of: symbol)
    case .vector(let items): return try vector(items)
    case .matrix(let rows): return try matrix(rows)
    case .sum(let terms): return try sum(terms)
    case .product(let factors): return try product(factors)
    case .fraction(let above, let below):
      return try quotient(value(of: above), value(of: below))
    case .power(let base, let exponent): return try power(base, exponent)
    case .root(let radicand, let degree): return try root(radicand, degree)
    case .negated(let inner): return try value(of: inner).map { -$0 }
    case .function(.remainder, let arguments) where arguments.first?.isReciprocalPower ?? false:
      return try modularInverse(arguments)
    case .function(let function, let arguments): return try apply(function, to: arguments)
    case .application(let symbol, let arguments):
      return try call(symbol, arguments, written: expression)
    case .absolute(.opaque("set", let items)) where items.allSatisfy({ $0.isWrittenNumber }):
      return .scalar(MathScalar(Rational(Set(items).count)))
    case .absolute(let inner):
      let value = try value(of: inner)
      if case .matrix = value { return try determinant(value) }
      return value.map({ $0.magnitude })
    case .norm(let inner, let order): return try norm(inner, order)
    case .reduction(let reduction): return try reduce(reduction)
    case .derivative(let derivative): return try differentiate(derivative, written: expression)
    case .transposed(let inner): return try value(of: inner).transposed
    case .piecewise(let branches): return try choose(branches)
    case .integral(let integral): return try integrate(integral)
    case .limit(let limit): return try self.limit(limit)
    case .evaluated(let node): return try evaluated(node)
    case .interval: throw .notEvaluable("an interval")
    case .opaque("argmin", let items), .opaque("argmax", let items):
      let isMinimum = if case .opaque("argmin", _) = expression { true } else { false }
      if items.count == 1, case .vector(let list) = try value(of: items[0]) {
        return try Self.place(in: list, isMinimum: isMinimum)
      }
      guard items.count == 2, case .symbol(let variable) = items[0] else { throw .notEvaluable("an argmin") }
      return .scalar(try extremum(of: items[1], over: variable, isMinimum: isMinimum).place)
    case .opaque(let name, let items):
      if name == "component", items.count == 2 { return try component(items[0], items[1]) }
      throw .notEvaluable(name.isEmpty ? "an empty group" : name)
    }
  }

  // MARK: Calls

  mutating func call(
    _ symbol: MathSymbol, _ writtenArguments: [MathExpression], written: MathExpression
  ) throws(EvaluationFailure) -> MathValue {
    let arguments = writtenArguments.map { $0.withoutBar }
    let name = written.description
    if indices.isEmpty {
      if let value = scope[name] { return value }
      if let value = environment.value(named: name, quantity: written) { return value }
    }
    let primes = symbol.primeCount
    if primes > 0 {
      if let tree = environment.inlined(symbol, arguments, budget) { return try value(of: tree) }
      if let slope = environment.slope(symbol, arguments), !isDifferentiating, !excluded.contains(symbol.name)
      {
        return try differentiate(slope, written: written)
      }
      // The text may define only the derivative: f'(t) = t² + 1.
      if let function = environment.functions[symbol.name], function.parameters.count <= arguments.count,
        !excluded.contains(symbol.name)
      {
        return try evaluate(function, arguments: arguments)
      }
    } else if environment.functions[symbol.name] != nil, environment.definitions[name] != nil,
      let value = try definedValue(name)
    {
      return value
    } else if let function = environment.functions[symbol.name], function.accepts(arguments),
      !excluded.contains(symbol.name)
    {
      return try evaluate(function, arguments: arguments)
    } else if let function = ElementaryFunction.builtin(symbol), arguments.count == 1 {
      return try apply(function, to: arguments)
    }
    if let value = try definedValue(name) { return value }
    if primes == 0 {
      // Γ(α) is another function than Γ(s, x).
      if let function = environment.functions[symbol.name], !function.accepts(arguments),
        !function.repeats(arguments), !excluded.contains(symbol.name)
      {
        throw .notEvaluable("a function with another number of arguments")
      }
      if let value = try definedValue(symbol.name) { return value }
    }
    if let random = environment.random {
      // The value of an unknown function at a bound variable is not known.
      let isBound = arguments.contains { $0.symbols.contains { scope[$0.name] != nil } }
      guard !isBound else { throw .notEvaluable("a function that is not known at a point") }
      return random.value(named: callName(symbol, arguments), like: arguments)
    }
    throw .unbound(name)
  }

  /// The name of a call with the values of the running indices, so that `h(x_1)` and `h(x_2)` differ.
  mutating func callName(_ symbol: MathSymbol, _ arguments: [MathExpression]) -> String {
    guard !indices.isEmpty else { return MathExpression.application(symbol, arguments).description }
    let outer = self.indices
    let put = arguments.map { argument in
      argument.replacing { node in
        guard case .symbol(let inner) = node else { return nil }
        if let value = outer[inner.name] { return .integer(value) }
        var copy = self
        return .symbol(copy.resolved(inner))
      }
    }
    return MathExpression.application(resolved(symbol), put).description
  }

  mutating func evaluate(
    _ function: FormulaEnvironment.Function, arguments: [MathExpression]
  ) throws(EvaluationFailure) -> MathValue {
    guard definitionDepth < Self.definitionLimit else { throw .notEvaluable("a circular definition") }
    var inner = scope
    for (parameter, argument) in zip(function.parameters, arguments) {
      inner[parameter.name] = try value(of: argument)
    }
    let outer = (scope, indices)
    defer { (scope, indices) = outer }
    scope = inner
    indices = [:]
    definitionDepth += 1
    defer { definitionDepth -= 1 }
    return try value(of: function.body)
  }
}
