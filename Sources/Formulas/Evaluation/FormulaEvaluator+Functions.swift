extension FormulaEvaluator {
  mutating func apply(
    _ function: ElementaryFunction, to arguments: [MathExpression]
  ) throws(EvaluationFailure) -> MathValue {
    var values: [MathValue] = []
    for argument in arguments { values.append(try value(of: argument)) }
    guard let first = values.first else { throw .undefined(function.rawValue) }
    switch function {
    case .conjugate, .realPart, .imaginaryPart, .argument:
      // Unknown quantities may be complex, so these functions get random values of their own.
      if let random = environment.random {
        return random.value(
          named: MathExpression.function(function, arguments).description, like: arguments)
      }
      return first.map { $0.applying(function) ?? $0 }
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
    case .median:
      let sorted = (values.count == 1 ? first.scalars : values.flatMap({ $0.scalars })).sorted {
        $0.value < $1.value
      }
      guard let upper = sorted.dropFirst(sorted.count / 2).first else {
        throw .undefined("the median of no numbers")
      }
      let lower = sorted[(sorted.count - 1) / 2]
      return .scalar((lower + upper) / MathScalar(Rational(2)))
    case .softmax:
      let logits = values.count == 1 ? first : .vector(values.flatMap({ $0.scalars }))
      let exponentials = logits.map({ $0.exponential })
      let total = exponentials.total
      return exponentials.map { $0 / total }
    case .trace:
      guard case .matrix(let rows) = first else { return first }
      return .scalar(
        rows.enumerated().reduce(MathScalar(Rational(0))) { total, row in
          row.offset < row.element.count ? total + row.element[row.offset] : total
        })
    case .determinant: return try determinant(first)
    case .adjugate: return try adjugate(first)
    case .diagonal:
      let items: [MathScalar]
      switch first {
      case .vector(let entries) where values.count == 1: items = entries
      case .scalar where values.count > 1 && values.allSatisfy({ $0.shape == .scalar }):
        items = values.flatMap({ $0.scalars })
      default: return first
      }
      return .matrix(
        items.indices.map { row in
          items.indices.map { $0 == row ? items[row] : MathScalar(Rational(0)) }
        })
    case .rank: return .scalar(MathScalar(Rational(first.rank)))
    case .logarithm, .binomial, .remainder, .greatestCommonDivisor, .leastCommonMultiple:
      return try reduce(values, by: function)
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

  /// Applies a function of two numbers element by element, and to further values in turn: gcd(12, 18, 27).
  private func reduce(
    _ values: [MathValue], by function: ElementaryFunction
  ) throws(EvaluationFailure) -> MathValue {
    guard values.count >= 2 else { throw .undefined("\(function.rawValue) of one value") }
    var result = values[0]
    for other in values.dropFirst() {
      var failed = false
      result = try result.combined(with: other, named: function.rawValue) { a, b in
        guard let value = a.applying(function, b) else {
          failed = true
          return a
        }
        return value
      }
      if failed { throw .undefined("\(function.rawValue) of these numbers") }
    }
    return result
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

  func adjugate(_ value: MathValue) throws(EvaluationFailure) -> MathValue {
    guard case .matrix(let rows) = value, rows.count == rows.first?.count, (2...7).contains(rows.count) else {
      throw .undefined("the adjugate of a \(value.shape)")
    }
    var result = rows
    for row in rows.indices {
      for column in rows.indices {
        let minor = rows.indices.filter { $0 != row }.map { other in
          rows.indices.filter { $0 != column }.map { rows[other][$0] }
        }
        guard case .scalar(let cofactor) = try determinant(.matrix(minor)) else { continue }
        result[column][row] = (row + column) % 2 == 0 ? cofactor : -cofactor
      }
    }
    return .matrix(result)
  }

  mutating func component(_ whole: MathExpression, _ part: MathExpression) throws(EvaluationFailure)
    -> MathValue
  {
    guard case .vector(let items) = try value(of: whole), case .scalar(let scalar) = try value(of: part),
      let position = scalar.integer, position >= 1, position <= items.count
    else { throw .notEvaluable("a component") }
    return .scalar(items[position - 1])
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
    throw .undefined("the value where no case applies")
  }
}

extension FormulaEvaluator {
  /// The inverse of a whole number by a modulus, to a power: 7^{-1} mod 20 = 3.
  mutating func modularInverse(_ arguments: [MathExpression]) throws(EvaluationFailure) -> MathValue {
    guard arguments.count == 2, case .power(let base, .negated(let exponent)) = arguments[0],
      case .scalar(let number) = try value(of: base), case .scalar(let size) = try value(of: arguments[1]),
      case .scalar(let power) = try value(of: exponent),
      let number = number.integer, let size = size.integer, let power = power.integer, power > 0,
      (2...1_000_000).contains(size)
    else { throw .notEvaluable("an inverse by a modulus") }
    let rest = (number % size + size) % size
    guard let inverse = (1..<size).first(where: { $0 * rest % size == 1 }) else {
      throw .undefined("the inverse by this modulus")
    }
    var result = 1
    for _ in 0..<min(power, 64) { result = result * inverse % size }
    return .scalar(MathScalar(Rational(result)))
  }
}

extension MathExpression {
  /// Whether the expression is a power with a negative exponent.
  var isReciprocalPower: Bool {
    if case .power(_, .negated) = self { true } else { false }
  }
}
