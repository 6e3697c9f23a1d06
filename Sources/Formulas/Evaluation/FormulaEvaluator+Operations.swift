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
      environment.value(of: base) == nil
    {
      return power.map(\.exponential)
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
    guard let degree else { return value.map(\.squareRoot) }
    let order = try self.value(of: degree)
    let one = MathScalar(Rational(1))
    return try value.combined(with: order, named: "root") { $0.raised(to: one / $1) }
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

  mutating func apply(
    _ function: ElementaryFunction, to arguments: [MathExpression]
  ) throws(EvaluationFailure) -> MathValue {
    var values: [MathValue] = []
    for argument in arguments { values.append(try value(of: argument)) }
    guard let first = values.first else { throw .undefined(function.rawValue) }
    switch function {
    case .maximum, .minimum:
      let pick: (MathScalar, MathScalar) -> MathScalar = {
        (function == .maximum) == ($0.value >= $1.value) ? $0 : $1
      }
      if values.count == 1 {
        let scalars = first.scalars
        return .scalar(scalars.dropFirst().reduce(scalars.first ?? MathScalar(0), pick))
      }
      var result = first
      for other in values.dropFirst() {
        result = try result.combined(with: other, named: function.rawValue, pick)
      }
      return result
    case .mean:
      return .scalar(first.total / MathScalar(Rational(max(first.scalars.count, 1))))
    case .softmax:
      let exponentials = first.map(\.exponential)
      let total = exponentials.total
      return exponentials.map { $0 / total }
    case .trace:
      guard case .matrix(let rows) = first else { return first }
      return .scalar(
        rows.enumerated().reduce(MathScalar(Rational(0))) { total, row in
          row.offset < row.element.count ? total + row.element[row.offset] : total
        })
    case .determinant: return try determinant(first)
    case .diagonal:
      guard case .vector(let items) = first else { return first }
      return .matrix(
        items.indices.map { row in
          items.indices.map { $0 == row ? items[row] : MathScalar(Rational(0)) }
        })
    default:
      guard values.count == 1 else { throw .undefined("\(function.rawValue) of \(values.count) values") }
      var failed = false
      let result = first.map { scalar in
        guard let value = scalar.applying(function) else {
          failed = true
          return scalar
        }
        return value
      }
      if failed { throw .undefined("\(function.rawValue) of \(first)") }
      return result
    }
  }

  func determinant(_ value: MathValue) throws(EvaluationFailure) -> MathValue {
    guard case .matrix(let rows) = value, rows.count == rows.first?.count, rows.count <= 8 else {
      if case .scalar = value { return value }
      throw .undefined("the determinant of a \(value.shape)")
    }
    func expand(_ rows: [[MathScalar]]) -> MathScalar {
      guard rows.count > 1 else { return rows[0][0] }
      var total = MathScalar(Rational(0))
      for column in rows.indices {
        let minor = rows.dropFirst().map { row in row.indices.filter { $0 != column }.map { row[$0] } }
        let term = rows[0][column] * expand(Array(minor))
        total = column % 2 == 0 ? total + term : total - term
      }
      return total
    }
    return .scalar(expand(rows))
  }

  mutating func component(_ whole: MathExpression, _ part: MathExpression) throws(EvaluationFailure)
    -> MathValue
  {
    guard case .vector(let items) = try value(of: whole), case .scalar(let scalar) = try value(of: part),
      let position = scalar.integer, position >= 1, position <= items.count
    else { throw .notEvaluable("a component") }
    return .scalar(items[position - 1])
  }

  mutating func binomial(_ above: MathExpression, _ below: MathExpression) throws(EvaluationFailure)
    -> MathValue
  {
    guard case .scalar(let n) = try value(of: above), case .scalar(let k) = try value(of: below),
      let top = n.integer, let bottom = k.integer, bottom >= 0, bottom <= top, top <= 60
    else { throw .undefined("this binomial coefficient") }
    var result = MathScalar(Rational(1))
    for step in 0..<bottom {
      result = result * MathScalar(Rational(top - step)) / MathScalar(Rational(step + 1))
    }
    return .scalar(result)
  }

  mutating func choose(_ branches: [MathExpression.Branch]) throws(EvaluationFailure) -> MathValue {
    for branch in branches {
      var holds = true
      for condition in branch.condition {
        guard case .scalar(let left) = try value(of: condition.left),
          case .scalar(let right) = try value(of: condition.right)
        else { throw .notEvaluable("cases of vectors") }
        guard let answer = condition.relation.holds(left.value, right.value) else {
          throw .notEvaluable("a condition in words")
        }
        holds = holds && answer
      }
      if holds { return try value(of: branch.value) }
    }
    throw .undefined("a case that applies")
  }
}

extension Relation.Kind {
  /// Whether a comparison of two numbers holds; nil for relations that compare nothing.
  func holds(_ left: Double, _ right: Double) -> Bool? {
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
