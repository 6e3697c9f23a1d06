/// The means and covariances of random variables that a text gives as numbers.
struct Moments {
  private var means: [String: MathScalar] = [:]
  private var covariances: [[String]: MathScalar] = [:]
  private let environment: FormulaEnvironment

  /// A polynomial of degree one or two in random variables: the coefficients by the sorted names of their factors.
  private typealias Polynomial = [[String]: MathScalar]

  init(_ given: [(MathExpression, MathScalar)], in environment: FormulaEnvironment) {
    self.environment = environment
    for (name, distribution) in environment.distributions {
      if let mean = agreed(distribution.meanings.map({ $0.mean })) { means[name] = mean }
      if let variance = agreed(distribution.meanings.map({ $0.variance })) {
        covariances[[name, name]] = variance
      }
    }
    // Means first: E[X²] gives the variance only with E[X].
    for pass in 0..<2 {
      for (quantity, value) in given { note(quantity, value, isFirstPass: pass == 0) }
    }
  }

  /// The value of all expressions; nil if they differ.
  private func agreed(_ expressions: [MathExpression]) -> MathScalar? {
    let values = expressions.map { expression -> MathScalar? in
      var evaluator = FormulaEvaluator(environment)
      return if case .scalar(let value)? = try? evaluator.value(of: expression) { value } else { nil }
    }
    guard let first = values.first ?? nil, values.allSatisfy({ $0?.value == first.value }) else { return nil }
    return first
  }

  private mutating func note(_ quantity: MathExpression, _ value: MathScalar, isFirstPass: Bool) {
    guard let (kind, arguments) = quantity.probabilityParts else { return }
    let polynomials = arguments.map { polynomial($0) }
    guard let first = polynomials.first ?? nil, let last = polynomials.last ?? nil, first.count == 1,
      last.count == 1, let names = first.keys.first, let others = last.keys.first, first[names]?.value == 1,
      last[others]?.value == 1
    else { return }
    switch (kind, names.count, isFirstPass) {
    case (.expectation, 1, true): means[names[0]] = value
    case (.variance, 1, _): covariances[[names[0], names[0]]] = value
    case (.deviation, 1, _): covariances[[names[0], names[0]]] = value * value
    case (.covariance, 1, _) where others.count == 1: covariances[(names + others).sorted()] = value
    case (.expectation, 2, false):
      if let a = means[names[0]], let b = means[names[1]] { covariances[names] = value - a * b }
    default: break
    }
  }

  /// The value of an expectation, a variance, a covariance or a standard deviation; nil if the given values do not
  /// determine it.
  func value(of node: MathExpression) -> MathScalar? {
    guard let (kind, arguments) = node.probabilityParts, let argument = arguments.first,
      let first = polynomial(argument)
    else { return nil }
    switch kind {
    case .expectation: return arguments.count == 1 ? mean(of: first) : nil
    case .variance: return arguments.count == 1 ? covariance(first, first) : nil
    case .deviation:
      guard arguments.count == 1, let square = covariance(first, first), square.value >= 0 else { return nil }
      return square.squareRoot
    case .covariance:
      guard arguments.count == 2, let second = polynomial(arguments[1]) else { return nil }
      return covariance(first, second)
    case .probability: return nil
    }
  }

  /// The mean and the variance of a linear combination of the variables.
  func meanAndVariance(of expression: MathExpression) -> (MathScalar, MathScalar)? {
    guard let polynomial = polynomial(expression), let mean = mean(of: polynomial),
      let variance = covariance(polynomial, polynomial)
    else { return nil }
    return (mean, variance)
  }

  private func mean(of polynomial: Polynomial) -> MathScalar? {
    var sum = MathScalar.zero
    for (names, coefficient) in polynomial {
      switch names.count {
      case 0: sum = sum + coefficient
      case 1:
        guard let mean = means[names[0]] else { return nil }
        sum = sum + coefficient * mean
      default:
        guard let a = means[names[0]], let b = means[names[1]], let c = covariance(names) else { return nil }
        sum = sum + coefficient * (c + a * b)
      }
    }
    return sum
  }

  private func covariance(_ first: Polynomial, _ second: Polynomial) -> MathScalar? {
    var sum = MathScalar.zero
    for (names, coefficient) in first where !names.isEmpty {
      for (others, factor) in second where !others.isEmpty {
        guard names.count == 1, others.count == 1, let value = covariance((names + others).sorted()) else {
          return nil
        }
        sum = sum + coefficient * factor * value
      }
    }
    return sum
  }

  private func covariance(_ names: [String]) -> MathScalar? {
    if let known = covariances[names] { return known }
    return names[0] != names[1] && environment.assumptions == [.independence] ? .zero : nil
  }

  private func polynomial(_ expression: MathExpression) -> Polynomial? {
    switch expression {
    case .symbol(let symbol) where symbol.isRandomVariable && environment.value(of: expression) == nil:
      return [[symbol.name]: .one]
    case .sum(let terms):
      var sum: Polynomial = [:]
      for term in terms {
        guard let part = polynomial(term) else { return nil }
        for (names, coefficient) in part { sum[names] = (sum[names] ?? .zero) + coefficient }
      }
      return sum
    case .negated(let inner): return polynomial(inner)?.mapValues { .zero - $0 }
    case .product(let factors):
      var product: Polynomial = [[]: .one]
      for factor in factors {
        guard let part = polynomial(factor.expression) else { return nil }
        if factor.sign == .division {
          guard let divisor = Self.constant(part), divisor.value != 0 else { return nil }
          product = product.mapValues { $0 / divisor }
        } else if let next = Self.multiply(product, part) {
          product = next
        } else {
          return nil
        }
      }
      return product
    case .fraction(let above, let below):
      guard let upper = polynomial(above), let lower = polynomial(below), let divisor = Self.constant(lower),
        divisor.value != 0
      else { return nil }
      return upper.mapValues { $0 / divisor }
    case .power(let base, .number(let two)) where two.text == "2":
      return polynomial(base).flatMap { Self.multiply($0, $0) }
    default:
      if expression.isProbabilityOperator { return value(of: expression).map { [[]: $0] } }
      var evaluator = FormulaEvaluator(environment)
      guard case .scalar(let number)? = try? evaluator.value(of: expression) else { return nil }
      return [[]: number]
    }
  }

  private static func constant(_ polynomial: Polynomial) -> MathScalar? {
    polynomial.keys.allSatisfy({ $0.isEmpty }) ? polynomial[[]] : nil
  }

  private static func multiply(_ first: Polynomial, _ second: Polynomial) -> Polynomial? {
    var product: Polynomial = [:]
    for (names, coefficient) in first {
      for (others, factor) in second {
        if names.count + others.count > 2 { return nil }
        let key = (names + others).sorted()
        product[key] = (product[key] ?? .zero) + coefficient * factor
      }
    }
    return product
  }
}

extension MathSymbol {
  /// Whether the symbol is a capital, perhaps with a number: X, Y_1.
  fileprivate var isRandomVariable: Bool {
    isCapital && accents.isEmpty && labels.isEmpty
      && arguments.isEmpty
  }
}
