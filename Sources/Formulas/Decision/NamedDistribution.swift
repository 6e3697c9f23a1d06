/// The distribution that a text names: X ∼ Bin(10, 0.3).
///
/// Some names have parameters with several meanings, such as a rate or a scale. A statement must then fail for all of them.
package struct NamedDistribution: Sendable {
  /// One meaning of the parameters.
  struct Meaning: Sendable {
    var mean: MathExpression
    var variance: MathExpression
    /// The probability of a value, as a function of the value.
    var mass: (@Sendable (MathExpression) -> MathExpression)?
    /// The probability of values above a number, as a function of the number.
    var tail: (@Sendable (MathExpression) -> MathExpression)?
    /// The smallest value with a probability of its own.
    var firstValue = 0

    /// The probability that the value satisfies `X \le bound` and the like; nil if it is not known.
    func probability(_ sign: String, _ bound: MathExpression) -> MathExpression? {
      if sign == "=" { return mass?(bound) }
      guard let below = probabilityBelow(bound, orAt: ["≤", ">"].contains(sign)) else { return nil }
      return ["<", "≤"].contains(sign) ? below : .sum([.integer(1), .negated(below)])
    }

    private func probabilityBelow(_ bound: MathExpression, orAt includesBound: Bool) -> MathExpression? {
      if let tail { return .sum([.integer(1), .negated(tail(bound))]) }
      guard let mass, case .number(let number) = bound, let whole = MathScalar(number).integer,
        (firstValue...60).contains(whole)
      else { return nil }
      let values = firstValue..<(includesBound ? whole + 1 : whole)
      return .sum([.integer(0)] + values.map { mass(.integer($0)) })
    }
  }

  private(set) var meanings: [Meaning]
  private(set) var isNormal = false

  package init?(_ expression: MathExpression) {
    guard let (name, parameters) = expression.nameAndParameters else { return nil }
    let found = Self.meanings(name, parameters)
    if found.isEmpty { return nil }
    meanings = found
    isNormal = name == "N" || name == "Normal"
  }

  /// The distribution that a table of values and their probabilities gives.
  package init(values: [WrittenDecimal], probabilities: [WrittenDecimal]) {
    func mean(_ exponent: Int) -> MathExpression {
      .sum(
        zip(values, probabilities).map { value, probability in
          .product([
            Factor(.power(.number(value), .integer(exponent))), Factor(.number(probability), sign: .dot),
          ])
        })
    }
    let variance = MathExpression.sum([mean(2), .negated(.power(mean(1), .integer(2)))])
    meanings = [Meaning(mean: mean(1), variance: variance)]
  }

  /// The distribution with the first meaning of its parameters only.
  package var withFirstMeaning: NamedDistribution? {
    var copy = self
    copy.meanings = Array(meanings.prefix(1))
    return copy
  }

  private static func meanings(_ name: String, _ parameters: [MathExpression]) -> [Meaning] {
    let one = MathExpression.integer(1)
    let two = MathExpression.integer(2)
    @Sendable func times(_ factors: MathExpression...) -> MathExpression {
      .product(factors.map { Factor($0, sign: .dot) })
    }
    @Sendable func minus(_ part: MathExpression) -> MathExpression { .sum([one, .negated(part)]) }
    let (first, last) = (parameters.first ?? one, parameters.last ?? one)
    switch (name, parameters.count) {
    case ("Bin", 2), ("Binomial", 2), ("B", 2), ("Binom", 2):
      return [
        Meaning(mean: times(first, last), variance: times(first, last, minus(last))) { value in
          times(
            .function(.binomial, [first, value]), .power(last, value),
            .power(minus(last), .sum([first, .negated(value)])))
        }
      ]
    case ("Bernoulli", 1), ("Ber", 1), ("Bern", 1):
      return [
        Meaning(mean: first, variance: times(first, minus(first))) { value in
          .sum([times(value, first), times(minus(value), minus(first))])
        }
      ]
    case ("Poisson", 1), ("Pois", 1), ("Poi", 1):
      return [
        Meaning(mean: first, variance: first) { value in
          .fraction(
            times(.function(.exponential, [.negated(first)]), .power(first, value)),
            .function(.factorial, [value]))
        }
      ]
    case ("U", 2), ("Uniform", 2), ("Unif", 2):
      // U(1, 6) may mean a die.
      guard parameters != [one, .integer(6)] else { return [] }
      let width = MathExpression.sum([last, .negated(first)])
      return [
        Meaning(
          mean: .fraction(.sum(parameters), two), variance: .fraction(.power(width, two), .integer(12)),
          tail: { bound in
            let share = MathExpression.fraction(.sum([last, .negated(bound)]), width)
            return .function(.maximum, [.integer(0), .function(.minimum, [one, share])])
          })
      ]
    case ("Exp", 1), ("Exponential", 1):
      var rate = Meaning(mean: .fraction(one, first), variance: .fraction(one, .power(first, two)))
      rate.tail = { .function(.exponential, [.negated(times(first, $0))]) }
      if first == .symbol(MathSymbol("λ")) { return [rate] }
      var scale = Meaning(mean: first, variance: .power(first, two))
      scale.tail = { .function(.exponential, [.negated(.fraction($0, first))]) }
      return [rate, scale]
    case ("N", 2), ("Normal", 2):
      // A bold or capital parameter means several dimensions; σ without a square may be the deviation itself.
      guard
        !parameters.contains(where: {
          $0.symbols.contains { $0.style != nil || ["Σ", "I"].contains($0.base) }
        })
      else {
        return []
      }
      @Sendable func normal(_ variance: MathExpression) -> Meaning {
        Meaning(
          mean: first, variance: variance,
          tail: { bound in
            .normalTail(.fraction(.sum([bound, .negated(first)]), .root(variance, degree: nil)))
          })
      }
      if case .power = last { return [normal(last)] }
      return [normal(last), normal(.power(last, two))]
    case ("Geom", 1), ("Geometric", 1), ("Geo", 1):
      let variance = MathExpression.fraction(minus(first), .power(first, two))
      return [
        Meaning(
          mean: .fraction(one, first), variance: variance,
          mass: { value in times(.power(minus(first), .sum([value, .negated(one)])), first) }, firstValue: 1),
        Meaning(mean: .fraction(minus(first), first), variance: variance) { value in
          times(.power(minus(first), value), first)
        },
      ]
    case ("Beta", 2):
      let sum = MathExpression.sum([first, last])
      return [
        Meaning(
          mean: .fraction(first, sum),
          variance: .fraction(times(first, last), times(.power(sum, two), .sum([first, last, one]))))
      ]
    default: return []
    }
  }
}

extension MathExpression {
  /// The probability that a standard normal variable exceeds a number.
  fileprivate static func normalTail(_ bound: MathExpression) -> MathExpression {
    let letter = MathSymbol("u", style: "index")
    let square = MathExpression.power(.symbol(letter), .integer(2))
    let density = MathExpression.fraction(
      .function(.exponential, [.negated(.fraction(square, .integer(2)))]),
      .root(.product([Factor(.integer(2)), Factor(.symbol(MathSymbol("π")))]), degree: nil))
    let integral = Integral(variable: letter, lower: .integer(0), upper: bound, body: density)
    return .sum([.fraction(.integer(1), .integer(2)), .negated(.integral(integral))])
  }

  /// The name and the parameters of `\text{Bin}(10, 0.3)`, which reads as a call or as a product with a list.
  fileprivate var nameAndParameters: (String, [MathExpression])? {
    switch self {
    case .application(let symbol, let arguments) where symbol.subscripts.isEmpty:
      return (symbol.base, arguments)
    case .product(let factors) where factors.count == 2:
      guard case .symbol(let symbol) = factors[0].expression, symbol.subscripts.isEmpty else { return nil }
      if case .vector(let items) = factors[1].expression { return (symbol.base, items) }
      return (symbol.base, [factors[1].expression])
    default: return nil
    }
  }
}
