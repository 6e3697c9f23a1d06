extension FormulaEvaluator {
  /// The largest number of nested quadratures and limits.
  private static let nestingLimit = 2

  /// The expression as a function of one variable, for a numerical method.
  ///
  /// The closure returns nil where the expression has no value. Each call may visit up to `steps` nodes.
  func sampling(_ body: MathExpression, of variable: MathSymbol, steps: Int = 2_000)
    throws(EvaluationFailure) -> (MathScalar) -> MathScalar?
  {
    guard numericDepth < Self.nestingLimit else { throw .tooManySteps }
    var probe = self
    probe.numericDepth += 1
    probe.stepLimit = steps
    probe.indices[variable.name] = nil
    return { point in
      probe.steps = 0
      probe.scope[variable.name] = .scalar(point)
      guard case .scalar(let result)? = try? probe.value(of: body) else { return nil }
      return result
    }
  }

  mutating func integrate(_ integral: MathExpression.Integral) throws(EvaluationFailure) -> MathValue {
    guard let lower = integral.lower, let upper = integral.upper else {
      return try differentiatedIntegral(integral)
    }
    guard case .scalar(let a) = try value(of: lower), case .scalar(let b) = try value(of: upper) else {
      throw .notEvaluable("an integral over a vector")
    }
    let function = try sampling(integral.body, of: integral.variable)
    guard let result = quadrature.integrate(from: a.value, to: b.value, { function(MathScalar($0))?.value })
    else { throw .notEvaluable("an integral whose quadrature does not settle") }
    let slope = try leibniz(a, b, function)
    return .scalar(
      MathScalar(
        value: result.value, first: slope, second: slope == 0 ? 0 : .nan,
        uncertainty: 10 * result.error + 4 * MathScalar.rounding * result.value.magnitude))
  }

  private var quadrature: Quadrature {
    Quadrature(levels: numericDepth == 0 && environment.random == nil ? 7 : 5)
  }

  /// The derivative of an integral through its limits and its integrand, by the rule of Leibniz.
  private func leibniz(
    _ a: MathScalar, _ b: MathScalar, _ function: @escaping (MathScalar) -> MathScalar?
  ) throws(EvaluationFailure) -> Double {
    var slope = 0.0
    for (bound, sign) in [(b, 1.0), (a, -1.0)] where bound.first != 0 {
      guard let value = function(MathScalar(bound.value)) else {
        throw .undefined("the integrand at a limit")
      }
      slope += sign * value.value * bound.first
    }
    let isSeeded = scope.values.contains { $0.scalars.contains { $0.first != 0 } }
    guard isSeeded else { return slope }
    guard let inner = quadrature.integrate(from: a.value, to: b.value, { function(MathScalar($0))?.first })
    else { throw .notEvaluable("the derivative of an integral") }
    return slope + inner.value
  }

  /// An antiderivative has no value, because it is known up to a constant; its derivative is the integrand.
  private mutating func differentiatedIntegral(
    _ integral: MathExpression.Integral
  ) throws(EvaluationFailure) -> MathValue {
    guard case .scalar(let x)? = scope[integral.variable.name], x.first != 0,
      case .scalar(let slope) = try value(of: integral.body)
    else { throw .notEvaluable("an indefinite integral") }
    return .scalar(
      MathScalar(
        value: 0, first: slope.value * x.first, second: slope.first * x.first / 2,
        uncertainty: 1e-13 * slope.value.magnitude))
  }

  /// The value of `f|_{x = a}` or `[F]_a^b`.
  mutating func evaluated(_ node: MathExpression.Evaluated) throws(EvaluationFailure) -> MathValue {
    guard let variable = node.variable ?? onlyFree(in: node.body) else {
      throw .notEvaluable("a value without a variable to put it in")
    }
    let end = try value(of: node.body, at: node.point, for: variable)
    guard let start = node.start else { return end }
    return try end.combined(with: value(of: node.body, at: start, for: variable), named: "-", -)
  }

  private mutating func value(
    of body: MathExpression, at point: MathExpression, for variable: MathSymbol
  ) throws(EvaluationFailure) -> MathValue {
    let value = try value(of: point)
    let outer = scope[variable.name]
    defer { scope[variable.name] = outer }
    scope[variable.name] = value
    return try self.value(of: body)
  }

  /// The only symbol of an expression, else its only symbol without a value, else the most usual variable among those.
  private func onlyFree(in body: MathExpression) -> MathSymbol? {
    let symbols = Set(
      body.symbols.filter {
        !MathConstants.isConstant($0) && indices[$0.name] == nil && environment.functions[$0.name] == nil
      })
    if symbols.count == 1 { return symbols.first }
    let free = symbols.filter { environment.value(of: .symbol($0)) == nil }
    if free.count == 1 { return free.first }
    return MathSymbol.usualVariables.lazy.map { MathSymbol($0) }.first { free.contains($0) }
  }
}

extension MathSymbol {
  /// The letters that are usually variables, the most usual one first.
  package static let usualVariables = ["x", "t", "u", "z", "y", "θ"]
}
