/// Finds the slip that turned a true identity into a false equation: a factor, a sign, an exponent, a term.
///
/// An equation to solve and a wrong identity look the same: both hold only for some values. But one small change makes
/// the wrong identity true, and an equation to solve is rarely that close to an identity.
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

  /// The largest size of a side. The number of possible changes grows with the size.
  private static let sizeLimit = 60
  /// The number of points at which a change must agree before the full test of the identity.
  private static let points = 3
  /// The largest number of nodes that the changed sides may visit together.
  private static let nodeLimit = 300_000

  /// The changed side that makes the identity true, in place of `right` or else of `left`; nil if no small change does.
  package func repair(_ left: MathExpression, _ right: MathExpression) -> MathExpression? {
    repair(of: right, against: left) ?? repair(of: left, against: right)
  }

  private func repair(of side: MathExpression, against other: MathExpression) -> MathExpression? {
    // A change to zero would make any product a match for zero.
    guard side.size >= 4, side.size <= Self.sizeLimit, other != .integer(0) else { return nil }
    let test = IdentityTest(seed: seed)
    let domains = QuantityDomains([side, other], in: environment)
    let places = (0..<(4 * Self.points)).map { test.drawn($0 + 3, environment, domains, .scalars) }
    let wanted = places.compactMap { place in value(of: other, in: place).map { (place, $0) } }
    guard wanted.count >= Self.points, wanted.contains(where: { !$0.1.isZero }) else { return nil }
    // Nor is a product with zero a slip of anything.
    guard wanted.contains(where: { value(of: side, in: $0.0).map { !$0.isZero } ?? true }) else { return nil }
    let corrected = side.literalPositions.compactMap { place in
      correction(of: side, at: place, for: wanted[0].1, in: wanted[0].0)
    }
    let extended = extensions(of: side, other, wanted[0])
    // With a single quantity, a side that a small change turns into the other side may be an equation to solve.
    let mayBeSame = environment.freeQuantities(of: side).count >= 2
    let limit = Self.nodeLimit / max(1, cost(of: side, in: wanted[0].0))
    let candidates =
      corrected + missingMonomial(in: side, other, wanted) + extended + Self.changes(of: side)
      + missingFactors(in: side, other) + side.exchanges
    for candidate in candidates.prefix(limit) where mayBeSame || candidate != other {
      if fits(candidate, wanted), isIdentity(other, candidate) { return candidate }
    }
    return nil
  }

  /// The number of nodes that one evaluation visits.
  private func cost(of expression: MathExpression, in place: FormulaEnvironment) -> Int {
    var evaluator = FormulaEvaluator(place)
    evaluator.stepLimit = IdentityTest.stepLimit
    _ = try? evaluator.value(of: expression)
    return evaluator.spent
  }

  /// Whether a changed side has the wanted values at the first points where it has a value.
  private func fits(_ candidate: MathExpression, _ wanted: [(FormulaEnvironment, ComplexValue)]) -> Bool {
    var count = 0
    var missing = 0
    for (place, value) in wanted where count < Self.points {
      guard let found = self.value(of: candidate, in: place) else {
        missing += 1
        if missing > 2 { return false }
        continue
      }
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

  /// The side with another constant at one place, so that the side has the wanted value at one point. Solves for the
  /// constant as if the side were linear in the constant or in its reciprocal.
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
      // Only a simple fraction is a plausible constant.
      let numerator = (constant * 360).rounded()
      guard (numerator / 360 - constant).magnitude < 1e-9 * max(1, constant.magnitude) else { continue }
      let whole = Int(numerator)
      let number: MathExpression =
        whole % 360 == 0 ? .integer(whole / 360) : .fraction(.integer(whole), .integer(360))
      return side.replacingLiteral(position, by: number)
    }
    return nil
  }

  /// The side with an additional factor or term, made from a symbol of either side.
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
}

extension MathExpression {
  /// The positions of the first written constants in reading order.
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

  /// The number of nodes of the expression.
  var size: Int { children.reduce(1) { $0 + $1.size } }
}
