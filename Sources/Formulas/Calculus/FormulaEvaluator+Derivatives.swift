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
    guard derivative.order <= 2 else { throw .notEvaluable("a derivative of order \(derivative.order)") }
    var subject = derivative.subject
    var variables = derivative.variables
    if let inner = parameterForm(of: subject, variables: variables) {
      subject = inner.body
      let outer = scope
      defer { scope = outer }
      for (symbol, argument) in zip(inner.parameters, inner.arguments) {
        scope[symbol.name] = try value(of: argument)
      }
      return try differentiate(subject, by: [.symbol(inner.parameters[0])], order: derivative.order)
    }
    if variables.isEmpty { variables = try implicitVariables(of: subject) }
    return try differentiate(subject, by: variables, order: derivative.order)
  }

  private struct ParameterForm {
    var parameters: [MathSymbol]
    var arguments: [MathExpression]
    var body: MathExpression
  }

  /// For `\nabla J(\theta_t)` and `\nabla_\theta J(\theta_t)` with `J(\theta)` defined: the body and its parameter.
  private func parameterForm(of subject: MathExpression, variables: [MathExpression]) -> ParameterForm? {
    guard case .application(let symbol, let arguments) = subject,
      let function = environment.functions[symbol.name], arguments.count >= function.parameters.count
    else { return nil }
    let isParameter = variables.isEmpty || variables == [.symbol(function.parameters[0])]
    guard isParameter, function.parameters.count == 1 else { return nil }
    return ParameterForm(parameters: function.parameters, arguments: arguments, body: function.body)
  }

  private func implicitVariables(of subject: MathExpression) throws(EvaluationFailure) -> [MathExpression] {
    switch subject {
    case .application(let symbol, let arguments):
      if let function = environment.functions[symbol.name], function.parameters.count == 1 {
        return [.symbol(function.parameters[0])]
      }
      if arguments.count == 1, case .symbol = arguments[0] { return arguments }
    case .symbol(let symbol):
      if let function = environment.functions[symbol.name] { return [.symbol(function.parameters[0])] }
      if let body = environment.definitions[symbol.name] { return try implicitVariables(of: body) }
    default:
      let names = environment.freeQuantities(of: subject)
      let symbols = subject.symbols.filter { names.contains($0.name) }
      if let only = symbols.first, Set(symbols.map(\.name)).count == 1 { return [.symbol(only)] }
    }
    throw .notEvaluable("a gradient without a variable")
  }

  private mutating func differentiate(
    _ subject: MathExpression, by variables: [MathExpression], order: Int
  ) throws(EvaluationFailure) -> MathValue {
    guard let first = variables.first, let name = first.quantityName else {
      throw .notEvaluable("a derivative")
    }
    let outer = (scope, prefersDefinitions)
    defer { (scope, prefersDefinitions) = outer }
    let at = try value(of: first)
    prefersDefinitions = true
    if order == 2 { return try secondDerivative(of: subject, by: variables, at: at) }
    switch at {
    case .scalar(let scalar):
      scope[name] = .scalar(scalar.seeded())
      return try value(of: subject).map { $0.derivative }
    case .vector(let components):
      var gradient: [MathScalar] = []
      for position in components.indices {
        var seeded = components
        seeded[position] = components[position].seeded()
        scope[name] = .vector(seeded)
        gradient.append(try value(of: subject).total.derivative)
      }
      return .vector(gradient)
    case .matrix(let rows):
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

  /// ∂²/∂x² from the second Taylor coefficient; mixed ones by polarisation.
  private mutating func secondDerivative(
    of subject: MathExpression, by variables: [MathExpression], at: MathValue
  ) throws(EvaluationFailure) -> MathValue {
    guard case .scalar(let x) = at, let xName = variables[0].quantityName else {
      throw .notEvaluable("a Hessian")
    }
    func curvature(_ evaluator: inout FormulaEvaluator) throws(EvaluationFailure) -> Double {
      2 * (try evaluator.value(of: subject).total.second)
    }
    guard let second = variables.dropFirst().first, second != variables[0] else {
      scope[xName] = .scalar(x.seeded())
      return .scalar(MathScalar(try curvature(&self)))
    }
    guard case .scalar(let y) = try value(of: second), let yName = second.quantityName else {
      throw .notEvaluable("a Hessian")
    }
    scope[xName] = .scalar(x.seeded())
    scope[yName] = .scalar(y.seeded())
    let both = try curvature(&self)
    scope[yName] = .scalar(y)
    let onlyX = try curvature(&self)
    scope[xName] = .scalar(x)
    scope[yName] = .scalar(y.seeded())
    let onlyY = try curvature(&self)
    return .scalar(MathScalar((both - onlyX - onlyY) / 2))
  }
}
