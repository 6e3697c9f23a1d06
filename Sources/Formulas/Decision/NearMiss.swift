/// Finds the slip that makes a false equation out of a true identity: a factor, a sign, an exponent, a term.
///
/// An equation that is to be solved and an identity that is wrong look the same: both hold for some values only.
/// What tells them apart is that the wrong identity becomes true by one small change, as nobody sets an equation so.
package struct NearMiss {
  let environment: FormulaEnvironment
  let seed: UInt64
  /// The letter of the imaginary unit, if there is one.
  var unit: String?

  package init(environment: FormulaEnvironment, seed: UInt64, unit: String? = nil) {
    self.environment = environment
    self.seed = seed
    self.unit = unit
  }

  /// How large a side may be; the number of changes to be tried grows with it.
  private static let sizeLimit = 60
  /// How many points a change has to pass before the identity is tested in full.
  private static let points = 3

  /// The side that would be right in the place of `right`, or of `left`; nil when no small change helps.
  package func repair(_ left: MathExpression, _ right: MathExpression) -> MathExpression? {
    repair(of: right, against: left) ?? repair(of: left, against: right)
  }

  private func repair(of side: MathExpression, against other: MathExpression) -> MathExpression? {
    // Any expression becomes zero when its factors do.
    guard side.size >= 4, side.size <= Self.sizeLimit, other != .integer(0) else { return nil }
    let test = IdentityTest(seed: seed)
    let domains = QuantityDomains([side, other], in: environment)
    let places = (0..<(4 * Self.points)).map { test.drawn($0 + 3, environment, domains, .scalars) }
    let wanted = places.compactMap { place in value(of: other, in: place).map { (place, $0) } }
    guard wanted.count >= Self.points else { return nil }
    let corrected = side.literalPositions.compactMap { place in
      correction(of: side, at: place, for: wanted[0].1, in: wanted[0].0)
    }
    let extended = extensions(of: side, other, wanted[0])
    // With one quantity, a part that is left out is what makes an equation.
    let mayBeSame = environment.freeQuantities(of: side).count >= 2
    for candidate in Self.changes(of: side) + corrected + extended where mayBeSame || candidate != other {
      if fits(candidate, wanted), isIdentity(other, candidate) { return candidate }
    }
    return nil
  }

  /// Whether a change has the wanted values wherever it has any.
  private func fits(_ candidate: MathExpression, _ wanted: [(FormulaEnvironment, ComplexValue)]) -> Bool {
    var count = 0
    for (place, value) in wanted where count < Self.points {
      guard let found = self.value(of: candidate, in: place) else { continue }
      guard found.agreement(with: value) == .agrees else { return false }
      count += 1
    }
    return count >= 2
  }

  private func isIdentity(_ left: MathExpression, _ right: MathExpression) -> Bool {
    if let unit {
      return ComplexTest(environment: environment, seed: seed).agrees(left, right, unit: unit) ?? false
    }
    return IdentityTest(seed: seed).run(left, right, in: environment) == .holds
  }

  private func value(of expression: MathExpression, in place: FormulaEnvironment) -> ComplexValue? {
    if let unit {
      var evaluator = ComplexEvaluator(place)
      evaluator.unit = unit
      return (try? evaluator.value(of: expression)).flatMap { $0.isFinite ? $0 : nil }
    }
    var evaluator = FormulaEvaluator(place)
    evaluator.stepLimit = IdentityTest.stepLimit
    guard let value = try? evaluator.value(of: expression), value.isFinite else { return nil }
    return ComplexValue(value)
  }

  /// The side with another constant at one place, so that it has the wanted value at one point: as the side grows
  /// with the constant, or with one over it.
  private func correction(
    of side: MathExpression, at position: Int, for wanted: ComplexValue, in place: FormulaEnvironment
  ) -> MathExpression? {
    guard unit == nil, case .scalar(let target) = wanted.real else { return nil }
    func result(_ constant: Double) -> Double? {
      guard let text = WrittenDecimal(constant.magnitude.description) else { return nil }
      let number = constant < 0 ? MathExpression.negated(.number(text)) : .number(text)
      guard let value = value(of: side.replacingLiteral(position, by: number), in: place),
        case .scalar(let scalar) = value.real
      else { return nil }
      return scalar.value
    }
    guard let literal = side.literal(position)?.doubleValue, let a = result(literal),
      let b = result(literal + 1)
    else { return nil }
    let share = (target.value - a) / (b - a)
    let linear = literal + share
    let inverse = 1 / (1 / literal + share * (1 / (literal + 1) - 1 / literal))
    for constant in [linear, inverse] where constant.isFinite && constant.magnitude < 1e6 {
      // The right constant is a short one.
      let numerator = (constant * 360).rounded()
      guard (numerator / 360 - constant).magnitude < 1e-9 * max(1, constant.magnitude) else { continue }
      let whole = Int(numerator)
      let number: MathExpression =
        whole % 360 == 0 ? .integer(whole / 360) : .fraction(.integer(whole), .integer(360))
      return side.replacingLiteral(position, by: number)
    }
    return nil
  }

  /// The side with a factor or a term that it lacks, made of a symbol of either side.
  private func extensions(
    of side: MathExpression, _ other: MathExpression, _ wanted: (FormulaEnvironment, ComplexValue)
  ) -> [MathExpression] {
    guard unit == nil, case .scalar(let target) = wanted.1.real,
      case .scalar(let found)? = value(of: side, in: wanted.0)?.real
    else { return [] }
    var result: [MathExpression] = []
    let symbols = Set(side.symbols + other.symbols).filter { !MathConstants.isConstant($0) }
    for symbol in symbols.sorted(by: { $0.name < $1.name }).prefix(5) {
      let part = MathExpression.symbol(symbol)
      result.append(.product([Factor(side), Factor(part, sign: .dot)]))
      guard case .scalar(let size)? = value(of: part, in: wanted.0)?.real else { continue }
      let multiple = (target.value - found.value) / size.value
      let whole = multiple.rounded()
      if whole != 0, whole.magnitude < 100, (multiple - whole).magnitude < 1e-9 {
        result.append(.sum([side, .product([Factor(.integer(Int(whole))), Factor(part, sign: .dot)])]))
      }
    }
    return result
  }

  // MARK: Changes

  /// Every expression that differs from this one by one small change.
  static func changes(of expression: MathExpression) -> [MathExpression] {
    var found = ownChanges(of: expression)
    let children = expression.children
    for (position, child) in children.enumerated() {
      for change in changes(of: child) {
        var counter = -1
        found.append(
          expression.mapChildren { part in
            counter += 1
            return counter == position ? change : part
          })
      }
    }
    return found
  }

  private static func ownChanges(of expression: MathExpression) -> [MathExpression] {
    let two = MathExpression.integer(2)
    var found: [MathExpression] = [
      .product([Factor(two), Factor(expression, sign: .dot)]), .fraction(expression, two),
      .negated(expression),
    ]
    switch expression {
    case .number(let number):
      guard number.isInteger, let whole = MathScalar(number).integer, whole < 1_000 else { return found }
      found += [.integer(whole + 1), .integer(whole - 1)]
    case .symbol:
      found += [
        .power(expression, two), .sum([expression, .integer(1)]), .sum([expression, .integer(-1)]),
        .fraction(.integer(1), expression),
      ]
    case .sum(let terms):
      if terms.count > 2 {
        for position in terms.indices {
          var rest = terms
          rest.remove(at: position)
          found.append(.sum(rest))
        }
      } else {
        found += terms
        found.append(.product(terms.map { Factor($0, sign: .dot) }))
      }
    case .product(let factors) where factors.count > 1:
      if factors.count == 2, factors[1].sign != .division {
        found.append(.sum(factors.map { $0.expression }))
      }
      for position in factors.indices {
        var rest = factors
        rest.remove(at: position)
        if position == 0, rest[0].sign == .division { continue }
        found.append(FormulaParser.product(rest))
      }
    case .power(let base, _), .root(let base, _): found.append(base)
    case .function(let function, let arguments):
      if let other = function.confused { found.append(.function(other, arguments)) }
      found.append(.power(expression, two))
    case .fraction(let above, let below): found.append(.fraction(below, above))
    default: break
    }
    return found
  }
}

extension ElementaryFunction {
  /// The function that is written in its place by mistake.
  fileprivate var confused: ElementaryFunction? {
    switch self {
    case .sine: .cosine
    case .cosine: .sine
    case .hyperbolicSine: .hyperbolicCosine
    case .hyperbolicCosine: .hyperbolicSine
    case .maximum: .minimum
    case .minimum: .maximum
    default: nil
    }
  }
}

extension MathExpression {
  /// The numbers of the written constants in reading order, as far as they are worth trying.
  fileprivate var literalPositions: Range<Int> { 0..<min(literals.count, 12) }

  fileprivate func literal(_ position: Int) -> WrittenDecimal? {
    let all = literals
    return position < all.count ? all[position] : nil
  }

  /// The expression with the constant at one place replaced.
  fileprivate func replacingLiteral(_ position: Int, by number: MathExpression) -> MathExpression {
    var counter = -1
    return replacing { node in
      guard case .number = node else { return nil }
      counter += 1
      return counter == position ? number : node
    }
  }

  /// How many nodes the expression has.
  var size: Int { children.reduce(1) { $0 + $1.size } }
}
