extension FormulaEvaluator {
  /// The value of ∇ or ∂: given, defined, or found by automatic differentiation.
  mutating func differentiate(
    _ derivative: MathExpression.Derivative, written: MathExpression
  ) throws(EvaluationFailure) -> MathValue {
    let name = written.description
    if !excluded.contains(name) {
      if let value = scope[name] ?? environment.value(named: name, quantity: written) { return value }
      if let body = environment.definitions[name] { return try value(of: body) }
    }
    guard environment.hasMeaning(derivative) else {
      if let random = environment.random { return random.value(named: name, like: [derivative.subject]) }
      throw .unbound(name)
    }
    if isDifferentiating || derivative.order > 2 {
      guard let tree = SymbolicDerivative.expanded(derivative, in: environment, budget) else {
        throw .notEvaluable("a derivative of higher order")
      }
      return try value(of: tree)
    }
    var derivative = derivative
    let outer = scope
    defer { scope = outer }
    if let call = calledBody(of: derivative) {
      for (symbol, argument) in zip(call.parameters, call.arguments) {
        scope[symbol.name] = try value(of: argument)
      }
      derivative.subject = call.body
      if derivative.variables.isEmpty {
        derivative.variables = call.parameters.map { .symbol($0) }
      }
    }
    if derivative.variables.isEmpty { derivative.variables = try implicitVariables(of: derivative.subject) }
    return try differentiate(derivative)
  }

  private struct Call {
    var parameters: [MathSymbol]
    var arguments: [MathExpression]
    var body: MathExpression
  }

  /// The function body of `\nabla J(\theta_t)` and `\frac{\partial f}{\partial x}(1, 2)`. The derivative varies the
  /// parameters of the function and not the symbols in its arguments.
  private func calledBody(of derivative: MathExpression.Derivative) -> Call? {
    guard case .application(let symbol, let arguments) = derivative.subject,
      let function = environment.functions[symbol.name], arguments.count >= function.parameters.count,
      !excluded.contains(symbol.name)
    else { return nil }
    let parameters = function.parameters.map { MathExpression.symbol($0) }
    let variables = derivative.variables
    // J(θ) may be written with the component θ_i.
    let isComponent =
      parameters == arguments && !variables.isEmpty
      && variables.allSatisfy { variable in function.body.contains { $0 == variable } }
    if isComponent { return Call(parameters: [], arguments: [], body: function.body) }
    guard variables.allSatisfy(parameters.contains),
      variables.allSatisfy({ variable in
        zip(parameters, arguments).allSatisfy { parameter, argument in
          parameter == argument || !argument.contains { $0 == variable }
        }
      })
    else { return nil }
    return Call(parameters: function.parameters, arguments: arguments, body: function.body)
  }

  private func implicitVariables(
    of subject: MathExpression, depth: Int = 0
  ) throws(EvaluationFailure) -> [MathExpression] {
    switch subject {
    case .application(let symbol, let arguments):
      if let function = environment.functions[symbol.name] {
        return function.parameters.map { .symbol($0) }
      }
      if arguments.count == 1, case .symbol = arguments[0] { return arguments }
    case .symbol(let symbol):
      if let function = environment.functions[symbol.name] {
        return function.parameters.map { .symbol($0) }
      }
      if let body = environment.definitions[symbol.name], depth < Self.definitionLimit {
        return try implicitVariables(of: body, depth: depth + 1)
      }
    default:
      let names = environment.freeQuantities(of: subject)
      let symbols = subject.symbols.filter { names.contains($0.name) }
      if let only = symbols.first, Set(symbols.map { $0.name }).count == 1 { return [.symbol(only)] }
      let usual = MathSymbol.usualVariables.lazy.map { MathSymbol($0) }.first { symbols.contains($0) }
      if let usual { return [.symbol(usual)] }
    }
    throw .notEvaluable("a gradient without a variable")
  }

  private mutating func differentiate(
    _ derivative: MathExpression.Derivative
  ) throws(EvaluationFailure) -> MathValue {
    let subject = derivative.subject
    var targets: [DifferentiationVariable] = []
    for quantity in derivative.variables { targets.append(try variable(quantity, of: subject)) }
    guard let target = targets.first else { throw .notEvaluable("a derivative") }
    let outer = (scope, prefersDefinitions, isDifferentiating)
    defer { (scope, prefersDefinitions, isDifferentiating) = outer }
    prefersDefinitions = true
    isDifferentiating = true
    if derivative.order == 2 {
      return try secondDerivative(of: subject, by: targets, isHessian: derivative.notation == .nabla)
    }
    if targets.count > 1 || derivative.notation == .nabla, let names = Self.allNamed(targets) {
      if names.count > 1 || isList(target) { return try gradient(of: subject, by: names) }
    }
    switch target {
    case .scalar(let name, let value):
      scope[name] = .scalar(value.seeded())
      return try self.value(of: subject).map { $0.derivative }
    case .components(let names): return try gradient(of: subject, by: names)
    case .vector(let name, let components):
      var gradient: [MathScalar] = []
      for position in components.indices {
        var seeded = components
        seeded[position] = components[position].seeded()
        scope[name] = .vector(seeded)
        gradient.append(try value(of: subject).total.derivative)
      }
      return .vector(gradient)
    case .matrix(let name, let rows):
      var gradient = rows
      for row in rows.indices {
        for column in rows[row].indices {
          var seeded = rows
          seeded[row][column] = rows[row][column].seeded()
          scope[name] = .matrix(seeded)
          gradient[row][column] = try value(of: subject).total.derivative
        }
      }
      return .matrix(gradient)
    }
  }

  private func isList(_ target: DifferentiationVariable) -> Bool {
    if case .components = target { return true }
    return false
  }

  private static func allNamed(_ targets: [DifferentiationVariable]) -> [(name: String, value: MathScalar)]? {
    let names = targets.compactMap { $0.named }
    return names.count == targets.count ? names.flatMap { $0 } : nil
  }

  /// The partial derivatives by numbers with a name each: a vector, or the Jacobian of a vector.
  private mutating func gradient(
    of subject: MathExpression, by names: [(name: String, value: MathScalar)]
  ) throws(EvaluationFailure) -> MathValue {
    let outer = scope
    defer { scope = outer }
    for (name, value) in names { scope[name] = .scalar(value) }
    var columns: [[MathScalar]] = []
    var isScalar = true
    for (name, value) in names {
      scope[name] = .scalar(value.seeded())
      let result = try self.value(of: subject)
      if case .scalar = result {} else { isScalar = false }
      columns.append(result.scalars.map { $0.derivative })
      scope[name] = .scalar(value)
    }
    return isScalar ? .vector(columns.map { $0[0] }) : .matrix(MathValue.transpose(columns))
  }

  /// The second derivative from the second Taylor coefficient, with polarisation for ∂²/∂x∂y; the Hessian for ∇².
  private mutating func secondDerivative(
    of subject: MathExpression, by targets: [DifferentiationVariable], isHessian: Bool
  ) throws(EvaluationFailure) -> MathValue {
    guard let names = Self.allNamed(targets) else { throw .notEvaluable("a Hessian by a vector") }
    if isHessian, names.count > 1 {
      for (name, value) in names { scope[name] = .scalar(value) }
      var rows: [[MathScalar]] = []
      for first in names {
        var row: [MathScalar] = []
        for second in names { row.append(try mixedDerivative(of: subject, first, second)) }
        rows.append(row)
      }
      return .matrix(rows)
    }
    return .scalar(try mixedDerivative(of: subject, names[0], names.count > 1 ? names[1] : names[0]))
  }

  private mutating func mixedDerivative(
    of subject: MathExpression, _ x: (name: String, value: MathScalar), _ y: (name: String, value: MathScalar)
  ) throws(EvaluationFailure) -> MathScalar {
    func curvature(_ evaluator: inout FormulaEvaluator) throws(EvaluationFailure) -> MathScalar {
      try evaluator.value(of: subject).total.secondDerivative
    }
    scope[x.name] = .scalar(x.value.seeded())
    defer {
      scope[x.name] = .scalar(x.value)
      scope[y.name] = .scalar(y.value)
    }
    if x.name == y.name { return try curvature(&self) }
    scope[y.name] = .scalar(y.value.seeded())
    let both = try curvature(&self)
    scope[y.name] = .scalar(y.value)
    let onlyX = try curvature(&self)
    scope[x.name] = .scalar(x.value)
    scope[y.name] = .scalar(y.value.seeded())
    let onlyY = try curvature(&self)
    return (both - onlyX - onlyY) / MathScalar(Rational(2))
  }
}
