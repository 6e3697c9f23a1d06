/// Computes the value of a formula.
struct FormulaEvaluator {
  /// How many nodes one evaluation may visit.
  static let stepLimit = 300_000
  /// How many definitions may lie inside one another.
  static let definitionLimit = 16

  let environment: FormulaEnvironment
  /// Running indices of sums.
  var indices: [String: Int] = [:]
  /// Arguments of functions and variables of derivatives; they come before everything else.
  var scope: [String: MathValue] = [:]
  /// Definitions that must not be used, because they are what is being judged.
  var excluded: Set<String> = []
  /// Whether definitions come before given values, so that derivatives see through them.
  var prefersDefinitions = false
  private var steps = 0
  private var definitionDepth = 0

  init(_ environment: FormulaEnvironment, excluding excluded: Set<String> = []) {
    self.environment = environment
    self.excluded = excluded
  }

  /// The value of an expression.
  mutating func value(of expression: MathExpression) throws(EvaluationFailure) -> MathValue {
    steps += 1
    if steps > Self.stepLimit { throw .tooManySteps }
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
    case .function(let function, let arguments): return try apply(function, to: arguments)
    case .application(let symbol, let arguments):
      return try call(symbol, arguments, written: expression)
    case .absolute(let inner):
      let value = try value(of: inner)
      if case .matrix = value { return try determinant(value) }
      return value.map(\.magnitude)
    case .norm(let inner, let order): return try norm(inner, order)
    case .reduction(let reduction): return try reduce(reduction)
    case .derivative(let derivative): return try differentiate(derivative, written: expression)
    case .transposed(let inner): return try value(of: inner).transposed
    case .piecewise(let branches): return try choose(branches)
    case .interval: throw .notEvaluable("an interval")
    case .opaque(let name, let items):
      if name == "component", items.count == 2 { return try component(items[0], items[1]) }
      if name == "binomial", items.count == 2 { return try binomial(items[0], items[1]) }
      throw .notEvaluable(name.isEmpty ? "an empty group" : name)
    }
  }

  // MARK: Symbols

  private mutating func value(of symbol: MathSymbol) throws(EvaluationFailure) -> MathValue {
    if let index = indices[symbol.name] { return .scalar(MathScalar(Rational(index))) }
    let symbol = indices.isEmpty ? symbol : resolved(symbol)
    let name = symbol.name
    if let value = scope[name] { return value }
    if prefersDefinitions, let value = try definedValue(name) { return value }
    if let value = environment.value(named: name, quantity: .symbol(symbol)) { return value }
    if let value = try definedValue(name) { return value }
    if let value = componentValue(of: symbol) { return value }
    if let constant = MathConstants.value(of: symbol) { return .scalar(MathScalar(constant)) }
    if let value = environment.random?.value(of: symbol) { return value }
    throw .unbound(name)
  }

  private mutating func definedValue(_ name: String) throws(EvaluationFailure) -> MathValue? {
    guard let body = environment.definitions[name] ?? environment.functions[name]?.body,
      !excluded.contains(name)
    else { return nil }
    guard definitionDepth < Self.definitionLimit else {
      throw .notEvaluable("a circular definition of \(name)")
    }
    definitionDepth += 1
    defer { definitionDepth -= 1 }
    let outer = indices
    defer { indices = outer }
    indices = [:]
    return try value(of: body)
  }

  /// The symbol with the running indices put in.
  private mutating func resolved(_ symbol: MathSymbol) -> MathSymbol {
    guard !symbol.subscripts.isEmpty || !symbol.labels.isEmpty else { return symbol }
    let usesIndex = (symbol.subscripts + symbol.labels).contains { part in
      part.contains { if case .symbol(let inner) = $0 { indices[inner.name] != nil } else { false } }
    }
    guard usesIndex else { return symbol }
    return MathSymbol(
      symbol.base, accents: symbol.accents, style: symbol.style,
      subscripts: symbol.subscripts.map { resolved($0) },
      labels: symbol.labels.map { resolved($0) })
  }

  private mutating func resolved(_ part: MathExpression) -> MathExpression {
    guard let value = try? value(of: part), case .scalar(let scalar) = value, let whole = scalar.integer
    else {
      return part
    }
    return .integer(whole)
  }

  /// `x_2` as the second component of `x`, `A_{1,2}` as an element of `A`.
  private func componentValue(of symbol: MathSymbol) -> MathValue? {
    let parts = symbol.labels + symbol.subscripts
    var positions: [Int] = []
    for part in parts {
      guard case .number(let number) = part, let whole = MathScalar(number).integer, whole > 0 else {
        continue
      }
      positions.append(whole)
    }
    guard !positions.isEmpty else { return nil }
    let isCounted: (MathExpression) -> Bool = { if case .number = $0 { true } else { false } }
    let family = MathSymbol(
      symbol.base, accents: symbol.accents, style: symbol.style,
      subscripts: symbol.subscripts.filter { !isCounted($0) }, labels: symbol.labels.filter { !isCounted($0) }
    )
    guard
      let whole = scope[family.name]
        ?? environment.value(named: family.name, quantity: .symbol(family))
        ?? environment.random?.family(family)
    else { return nil }
    switch whole {
    case .vector(let items) where positions.count == 1 && positions[0] <= items.count:
      return .scalar(items[positions[0] - 1])
    case .matrix(let rows) where positions.count == 2 && positions[0] <= rows.count:
      guard positions[1] <= rows[positions[0] - 1].count else { return nil }
      return .scalar(rows[positions[0] - 1][positions[1] - 1])
    case .matrix(let rows) where positions.count == 1 && positions[0] <= rows.count:
      return .vector(rows[positions[0] - 1])
    default: return nil
    }
  }

  // MARK: Calls

  private mutating func call(
    _ symbol: MathSymbol, _ arguments: [MathExpression], written: MathExpression
  ) throws(EvaluationFailure) -> MathValue {
    let name = written.description
    if indices.isEmpty {
      if let value = scope[name] { return value }
      if let value = environment.value(named: name, quantity: written) { return value }
    }
    let isPrimed = symbol.labels.contains(.symbol(MathSymbol("′")))
    let plain = isPrimed ? symbol.with(labels: []) : symbol
    if let function = environment.functions[plain.name], function.parameters.count <= arguments.count,
      !excluded.contains(plain.name)
    {
      return try evaluate(function, arguments: arguments, differentiated: isPrimed)
    }
    if let function = ElementaryFunction.builtin(plain), let first = arguments.first, arguments.count == 1 {
      let argument = try value(of: first)
      let seeded = isPrimed ? argument.map { $0.seeded() } : argument
      var failed = false
      let result = seeded.map { scalar in
        guard let value = scalar.applying(function) else {
          failed = true
          return scalar
        }
        return isPrimed ? MathScalar(value.first) : value
      }
      if failed { throw .notEvaluable(name) }
      return result
    }
    if let value = try definedValue(name) { return value }
    if !isPrimed, let value = try definedValue(symbol.name) { return value }
    if let random = environment.random {
      return random.value(named: callName(symbol, arguments), like: arguments)
    }
    throw .unbound(name)
  }

  /// The call with running indices put in, so that `h(x_1)` and `h(x_2)` differ.
  private mutating func callName(_ symbol: MathSymbol, _ arguments: [MathExpression]) -> String {
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

  private mutating func evaluate(
    _ function: FormulaEnvironment.Function, arguments: [MathExpression], differentiated: Bool
  ) throws(EvaluationFailure) -> MathValue {
    guard definitionDepth < Self.definitionLimit else { throw .notEvaluable("a circular definition") }
    var inner = scope
    for (parameter, argument) in zip(function.parameters, arguments) {
      let value = try value(of: argument)
      inner[parameter.name] = differentiated ? value.map { $0.seeded() } : value
    }
    let outer = (scope, indices)
    defer { (scope, indices) = outer }
    scope = inner
    indices = [:]
    definitionDepth += 1
    defer { definitionDepth -= 1 }
    let result = try value(of: function.body)
    return differentiated ? result.map { MathScalar($0.first) } : result
  }
}
