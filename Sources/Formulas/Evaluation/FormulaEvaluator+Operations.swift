extension FormulaEvaluator {
  mutating func vector(_ items: [MathExpression]) throws(EvaluationFailure) -> MathValue {
    var components: [MathScalar] = []
    for item in items {
      switch try value(of: item) {
      case .scalar(let scalar): components.append(scalar)
      case .vector(let part): components += part
      case .matrix: throw .undefined("a matrix inside a vector")
      }
    }
    return .vector(components)
  }

  mutating func matrix(_ rows: [[MathExpression]]) throws(EvaluationFailure) -> MathValue {
    var result: [[MathScalar]] = []
    for row in rows {
      var cells: [MathScalar] = []
      for cell in row {
        guard case .scalar(let scalar) = try value(of: cell) else {
          throw .undefined("a vector inside a matrix")
        }
        cells.append(scalar)
      }
      result.append(cells)
    }
    return .matrix(result)
  }

  mutating func sum(_ terms: [MathExpression]) throws(EvaluationFailure) -> MathValue {
    var total = try value(of: terms[0])
    for term in terms.dropFirst() {
      let next = try value(of: term)
      total = try total.combined(with: next, named: "+", +)
    }
    return total
  }

  mutating func product(_ factors: [Factor]) throws(EvaluationFailure) -> MathValue {
    var total = try value(of: factors[0].expression)
    for factor in factors.dropFirst() {
      let next = try value(of: factor.expression)
      if dotIsInner, factor.sign == .dot, case .vector(let a) = total, case .vector(let b) = next,
        a.count == b.count
      {
        total = .scalar(MathValue.dot(a, b))
        continue
      }
      total =
        factor.sign == .division
        ? try quotient(total, next) : try total.multiplied(by: next, sign: factor.sign)
    }
    return total
  }

  func quotient(_ above: MathValue, _ below: MathValue) throws(EvaluationFailure) -> MathValue {
    try above.combined(with: below, named: "/", /)
  }

  mutating func power(_ base: MathExpression, _ exponent: MathExpression) throws(EvaluationFailure)
    -> MathValue
  {
    let power = try value(of: exponent)
    if case .symbol(let symbol) = base, MathConstants.isConstant(symbol), symbol.base == "e",
      environment.value(of: base) == nil, environment.definitions[symbol.name] == nil
    {
      if case .matrix = power { throw .notEvaluable("the exponential of a matrix") }
      return power.map({ $0.exponential })
    }
    let value = try value(of: base)
    if case .matrix(let rows) = value, rows.count == rows.first?.count, case .scalar(let scalar) = power,
      let whole = scalar.integer, whole.magnitude <= 64
    {
      var result = MathValue.matrix(MathValue.identity(rows.count))
      let factor = whole < 0 ? try value.inverted() : value
      for _ in 0..<whole.magnitude { result = try result.multiplied(by: factor, sign: .dot) }
      return result
    }
    return try value.combined(with: power, named: "^") { $0.raised(to: $1) }
  }

  mutating func root(_ radicand: MathExpression, _ degree: MathExpression?) throws(EvaluationFailure)
    -> MathValue
  {
    let value = try value(of: radicand)
    guard let degree else { return value.map({ $0.squareRoot }) }
    return try value.combined(with: self.value(of: degree), named: "root") { $0.root($1) }
  }

  mutating func norm(_ inner: MathExpression, _ order: MathExpression?) throws(EvaluationFailure) -> MathValue
  {
    let scalars = try value(of: inner).scalars
    var p = 2.0
    if let order {
      if case .number(let number) = order {
        p = number.doubleValue
      } else if case .symbol(let symbol) = order, symbol.base == "∞" {
        p = .infinity
      } else if case .scalar(let scalar)? = try? value(of: order) {
        p = scalar.value
      }
    }
    if scalars.count == 1, let only = scalars.first { return .scalar(only.magnitude) }
    if p == 1 { return .scalar(scalars.reduce(MathScalar(Rational(0))) { $0 + $1.magnitude }) }
    if p == .infinity {
      let largest = scalars.max { $0.value.magnitude < $1.value.magnitude }
      return .scalar((largest ?? MathScalar(0)).magnitude)
    }
    if p == 2 { return .scalar(MathValue.dot(scalars, scalars).squareRoot) }
    let exponent = MathScalar(p)
    let total = scalars.reduce(MathScalar(0)) { $0 + $1.magnitude.raised(to: exponent) }
    return .scalar(total.raised(to: MathScalar(1 / p)))
  }
}

extension Relation.Kind {
  /// Whether the relation holds for two numbers; nil for relations that do not compare numbers.
  package func holds(_ left: Double, _ right: Double) -> Bool? {
    switch self {
    case .equals: left == right
    case .differs: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    default: nil
    }
  }
}
