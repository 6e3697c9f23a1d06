/// Computes the value of a formula with an imaginary unit.
struct ComplexEvaluator {
  /// The letter of the imaginary unit.
  var unit = "i"
  let environment: FormulaEnvironment
  private var steps = 0

  init(_ environment: FormulaEnvironment) { self.environment = environment }

  mutating func value(of expression: MathExpression) throws(EvaluationFailure) -> ComplexValue {
    steps += 1
    if steps > 4_000 { throw .tooManySteps }
    switch expression {
    case .symbol(let symbol): return try value(of: symbol)
    case .negated(let inner): return try value(of: inner).negated
    case .sum(let terms):
      var total = try value(of: terms[0])
      for term in terms.dropFirst() { total = try total.adding(value(of: term)) }
      return total
    case .product(let factors):
      var total = try value(of: factors[0].expression)
      for factor in factors.dropFirst() {
        let next = try value(of: factor.expression)
        total =
          try factor.sign == .division
          ? total.divided(by: next) : total.multiplied(by: next, sign: factor.sign)
      }
      return total
    case .fraction(let above, let below): return try value(of: above).divided(by: value(of: below))
    case .power(let base, let exponent): return try power(base, exponent)
    case .root(let radicand, nil):
      return try value(of: radicand).raised(to: ComplexValue(.scalar(MathScalar(0.5))))
    case .absolute(let inner): return ComplexValue(.scalar(try value(of: inner).magnitude()))
    case .transposed(let inner): return try value(of: inner).transposed
    case .matrix(let rows): return try matrix(rows)
    case .vector(let items):
      let column = try matrix(items.map { [$0] })
      return ComplexValue(.vector(column.real.scalars), .vector(column.imaginary.scalars))
    case .function(let function, let arguments) where arguments.count == 1:
      return try apply(function, to: value(of: arguments[0]), written: expression)
    default:
      var evaluator = FormulaEvaluator(environment)
      evaluator.stepLimit = IdentityTest.stepLimit
      return ComplexValue(try evaluator.value(of: expression))
    }
  }

  private func value(of symbol: MathSymbol) throws(EvaluationFailure) -> ComplexValue {
    if symbol.name == unit { return .unit }
    var copy = self
    if let body = environment.definitions[symbol.name], steps < 200 { return try copy.value(of: body) }
    if let last = symbol.accents.last, last == "bar" || last == "overline",
      environment.value(of: .symbol(symbol)) == nil
    {
      return try value(of: symbol.withoutLastAccent).conjugate
    }
    if symbol.labels == [.symbol(MathSymbol("*"))] { return try value(of: symbol.with(labels: [])).conjugate }
    if environment.value(of: .symbol(symbol)) == nil, ["z", "w", "ψ"].contains(symbol.base),
      case .scalar(let a)? = environment.random?.value(of: symbol),
      case .scalar(let b)? = environment.random?.value(of: symbol.with(accent: "Im"))
    {
      return ComplexValue(.scalar(a), .scalar(b))
    }
    var evaluator = FormulaEvaluator(environment)
    return ComplexValue(try evaluator.value(of: .symbol(symbol)))
  }

  private mutating func power(
    _ base: MathExpression, _ exponent: MathExpression
  ) throws(EvaluationFailure) -> ComplexValue {
    let power = try value(of: exponent)
    if case .symbol(let symbol) = base, symbol.name == "e", environment.value(of: base) == nil {
      return try power.exponential()
    }
    return try value(of: base).raised(to: power)
  }

  private mutating func matrix(_ rows: [[MathExpression]]) throws(EvaluationFailure) -> ComplexValue {
    var real: [[MathScalar]] = []
    var imaginary: [[MathScalar]] = []
    for row in rows {
      var cells: [(MathScalar, MathScalar)] = []
      for cell in row {
        let value = try value(of: cell)
        guard case .scalar(let a) = value.real, case .scalar(let b) = value.imaginary else {
          throw .undefined("a vector inside a matrix")
        }
        cells.append((a, b))
      }
      real.append(cells.map { $0.0 })
      imaginary.append(cells.map { $0.1 })
    }
    return ComplexValue(.matrix(real), .matrix(imaginary))
  }

  private func apply(
    _ function: ElementaryFunction, to value: ComplexValue, written: MathExpression
  ) throws(EvaluationFailure) -> ComplexValue {
    let half = ComplexValue(.scalar(MathScalar(0.5)))
    switch function {
    case .conjugate: return value.conjugate
    case .realPart: return ComplexValue(value.real)
    case .imaginaryPart: return ComplexValue(value.imaginary)
    case .argument: return ComplexValue(.scalar(try value.argument()))
    case .exponential: return try value.exponential()
    case .naturalLogarithm: return try value.logarithm()
    case .squareRoot: return try value.raised(to: half)
    case .cosine, .hyperbolicCosine, .sine, .hyperbolicSine:
      let isTrigonometric = function == .cosine || function == .sine
      let isOdd = function == .sine || function == .hyperbolicSine
      let turned = isTrigonometric ? try value.multiplied(by: .unit, sign: .dot) : value
      let grown = try turned.exponential()
      let shrunk = try turned.negated.exponential()
      let sum = try grown.adding(isOdd ? shrunk.negated : shrunk).multiplied(by: half, sign: .dot)
      return isTrigonometric && isOdd ? try sum.divided(by: .unit) : sum
    case .trace:
      return ComplexValue(
        .scalar(value.real.traceValue), .scalar(value.imaginary.traceValue))
    default:
      guard value.imaginary.scalars.allSatisfy({ $0.value == 0 }), case .scalar(let x) = value.real,
        let result = x.applying(function)
      else { throw .notEvaluable("\(function.rawValue) of a complex number") }
      return ComplexValue(.scalar(result))
    }
  }
}

extension MathSymbol {
  var withoutLastAccent: MathSymbol {
    MathSymbol(base, accents: Array(accents.dropLast()), style: style, subscripts: subscripts, labels: labels)
  }
}

extension MathValue {
  /// The sum along the diagonal of a matrix, or the sum of all numbers of another value.
  var traceValue: MathScalar {
    guard case .matrix(let rows) = self else { return total }
    var sum = MathScalar.zero
    for (position, row) in rows.enumerated() where position < row.count { sum = sum + row[position] }
    return sum
  }
}
