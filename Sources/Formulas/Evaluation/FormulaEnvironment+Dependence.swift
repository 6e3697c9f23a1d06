extension MathExpression {
  /// The expression with derivatives for calls with primes, such as f′(x), of functions with a definition.
  package func withDerivatives(in environment: FormulaEnvironment) -> MathExpression {
    replacing { node in
      guard case .application(let symbol, let arguments) = node, symbol.primeCount > 0,
        environment.functions[symbol.name] == nil, arguments.count == 1, case .symbol = arguments[0],
        environment.functions[symbol.withoutPrimes.name] != nil
          || ElementaryFunction.builtin(symbol.withoutPrimes) != nil
      else { return nil }
      return .derivative(
        Derivative(
          notation: .total, subject: .application(symbol.withoutPrimes, arguments),
          variables: [MathExpression](repeating: arguments[0], count: symbol.primeCount),
          order: symbol.primeCount))
    }
  }
}

extension FormulaEnvironment {
  /// The derivative that f′(3) means, for the numerical differentiation of a function of one letter.
  func slope(_ symbol: MathSymbol, _ arguments: [MathExpression]) -> MathExpression.Derivative? {
    guard symbol.primeCount == 1, arguments.count == 1, arguments[0].isNumeric,
      let function = functions[symbol.withoutPrimes.name], functions[symbol.name] == nil,
      function.parameters.count == 1
    else { return nil }
    return .init(
      notation: .total, subject: .application(symbol.withoutPrimes, arguments),
      variables: function.parameters.map { .symbol($0) }, order: 1)
  }

  /// Whether the derivative can be computed: the subject is not just a name and depends on the variable.
  package func hasMeaning(_ derivative: MathExpression.Derivative) -> Bool {
    if derivative.variables.contains(derivative.subject) { return true }
    guard hasMeaning(derivative.subject) else { return false }
    var seen: Set<String> = []
    guard derivative.subject.quantityName != nil, case .symbol(let variable)? = derivative.variables.first
    else {
      return !callsUnknown(derivative.subject, seen: &seen)
    }
    guard depends(derivative.subject, on: variable, seen: &seen) else { return false }
    seen = []
    return !callsUnknown(derivative.subject, seen: &seen)
  }

  /// Whether an expression calls an undefined function, directly or through definitions.
  package func callsUnknown(_ expression: MathExpression, seen: inout Set<String>) -> Bool {
    for node in expression.quantities {
      guard let name = node.quantityName, seen.insert(name).inserted else { continue }
      switch node {
      case .symbol(let symbol):
        if let body = definitions[symbol.name] ?? functions[symbol.name]?.body,
          callsUnknown(body, seen: &seen)
        {
          return true
        }
      case .application(let symbol, _):
        if let body = functions[symbol.name]?.body ?? definitions[name] ?? definitions[symbol.name] {
          if callsUnknown(body, seen: &seen) { return true }
        } else if ElementaryFunction.builtin(symbol.with(labels: [])) == nil {
          return true
        }
      default: break
      }
    }
    return false
  }

  /// Whether a variable occurs in an expression, directly or through definitions.
  package func depends(_ expression: MathExpression, on variable: MathSymbol, seen: inout Set<String>) -> Bool
  {
    for symbol in expression.symbols {
      if symbol.name == variable.name || symbol.family == variable.family { return true }
      guard seen.insert(symbol.name).inserted else { continue }
      if let body = functions[symbol.name]?.body ?? definitions[symbol.name] ?? indexedBody(of: symbol),
        depends(body, on: variable, seen: &seen)
      {
        return true
      }
    }
    if let name = expression.quantityName, let body = definitions[name], seen.insert(name).inserted {
      return depends(body, on: variable, seen: &seen)
    }
    return false
  }

  /// The body of the definition of p_i, for p_2.
  private func indexedBody(of symbol: MathSymbol) -> MathExpression? {
    indexedDefinitions.isEmpty || symbol.subscripts.isEmpty
      ? nil : indexedDefinitions[IndexedDefinition.key(of: symbol)]?.body
  }

  /// The right sides of all definitions that the expressions use, directly or through others.
  package func bodies(reachableFrom expressions: [MathExpression]) -> [MathExpression] {
    if definitions.isEmpty, functions.isEmpty { return [] }
    var seen: Set<String> = []
    var found: [MathExpression] = []
    var open = expressions
    while let next = open.popLast(), found.count < 200 {
      for node in next.quantities {
        var names = [node.quantityName]
        if case .application(let symbol, _) = node { names.append(symbol.with(labels: []).name) }
        if case .symbol(let symbol) = node, let body = indexedBody(of: symbol),
          seen.insert(IndexedDefinition.key(of: symbol)).inserted
        {
          found.append(body)
          open.append(body)
        }
        for case let name? in names where seen.insert(name).inserted {
          guard let body = functions[name]?.body ?? definitions[name] else { continue }
          found.append(body)
          open.append(body)
        }
      }
    }
    return found
  }

  /// Whether the subject can be differentiated: it is not just a name.
  package func hasMeaning(_ subject: MathExpression) -> Bool {
    switch subject {
    case .symbol(let symbol): definitions[symbol.name] != nil || functions[symbol.name] != nil
    case .application(let symbol, _):
      functions[symbol.name] != nil || definitions[symbol.name] != nil
        || ElementaryFunction.builtin(symbol) != nil
        || definitions[subject.description] != nil
    default: true
    }
  }
}
