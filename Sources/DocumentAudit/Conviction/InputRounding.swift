import Formulas

/// Asks whether the rounding of inputs, half a unit of the last digit each, explains the difference of two sides.
struct InputRounding {
  let environment: FormulaEnvironment
  let left: MathExpression
  let right: MathExpression
  let leftValue: MathValue
  let rightValue: MathValue
  /// The decimals that are rounded results of earlier calculations.
  let rounded: Set<WrittenDecimal>

  /// Whether the rounding of written decimals explains it. They must be rounded results of the text or have six digits,
  /// or three if one side is a closed form without decimals, which is the exact value: 0.933 − 0.067 = √3/2. An arcsine or
  /// arccosine can make any rounding large.
  var explainsByDecimals: Bool {
    let isExact = [left, right].contains { side in
      side.literals.allSatisfy(\.isInteger) && side.contains { if case .root = $0 { true } else { false } }
    }
    let steep = Set([left, right].flatMap(\.steepArguments).flatMap(\.literals))
    let decimals = Set(
      (left.literals + right.literals).filter {
        !$0.isInteger
          && ($0.significantDigits >= (isExact ? 3 : 6) || rounded.contains($0) || steep.contains($0))
      })
    guard !decimals.isEmpty, decimals.count <= 8 else { return false }
    return isWithin(decimals.map(moved))
  }

  /// Whether the written decimals, of three digits or more each, explain the last digit of a result that has no more
  /// digits than they have: .297/.703 = .423. A result that the written decimals give exactly is not rounded, apart from
  /// the entries of a matrix, which are sums of many products.
  var explainsLastDigit: Bool {
    let results = right.literals.filter { !$0.isInteger }
    let inputs = left.literals.filter { !$0.isInteger }
    guard let digits = inputs.map(\.significantDigits).min(), digits >= 3, !results.isEmpty,
      results.allSatisfy({ $0.significantDigits <= (rightValue.shape == .scalar ? digits : max(digits, 5)) }),
      let halfUnits = WrittenPrecision(right, relation: .equals).halfUnits,
      leftValue.hasSameNumbers(as: rightValue)
    else { return false }
    for (position, (x, y)) in zip(leftValue.components, rightValue.components).enumerated() {
      let unit = 2 * halfUnits[position].value
      if (x - y).magnitude > 4 * unit { return false }
      let isExact = unit > 0 && ((x / unit).rounded() * unit - x).magnitude < 1e-6 * unit
      if rightValue.shape == .scalar, isExact { return false }
    }
    return isWithin(Set(inputs).map(moved), halfUnits: halfUnits.map(\.value))
  }

  /// The sides with one written decimal half a unit larger.
  private func moved(_ decimal: WrittenDecimal) -> Moved {
    Moved(environment: environment) { side in
      side.replacing { node in
        guard case .number(let number) = node, number == decimal else { return nil }
        return WrittenDecimal((number.doubleValue + decimal.halfUnit.value).description).map { .number($0) }
      }
    }
  }

  /// Whether the rounding of given vectors and matrices explains it, for entries with four or more digits. The text may
  /// have computed the result from unrounded entries.
  var explainsByGivenEntries: Bool {
    var moved: [Moved] = []
    for symbol in Set(left.symbols + right.symbols) {
      guard let given = environment.value(of: .symbol(symbol)), given.shape != .scalar else { continue }
      for (entry, number) in given.components.enumerated() {
        guard let literal = WrittenDecimal(number.magnitude.description), !literal.isInteger,
          literal.significantDigits >= 4
        else { continue }
        var other = environment
        other.assign(given.replacing(entry, by: number + literal.halfUnit.value), to: .symbol(symbol))
        moved.append(Moved(environment: other) { $0 })
      }
    }
    return isWithin(
      moved, halfUnits: WrittenPrecision(right, relation: .equals).halfUnits?.map(\.value) ?? [])
  }

  /// The sides with one input half a unit larger.
  private struct Moved {
    let environment: FormulaEnvironment
    let side: (MathExpression) -> MathExpression
  }

  /// Whether the difference of the sides is at most the sum of the differences that the inputs make, and of the half
  /// units of the result.
  private func isWithin(_ inputs: [Moved], halfUnits: [Double] = []) -> Bool {
    guard leftValue.hasSameNumbers(as: rightValue) else { return false }
    let count = leftValue.components.count
    var allowed = halfUnits.count == count ? halfUnits : [Double](repeating: 0, count: count)
    for input in inputs {
      for (side, value) in [(left, leftValue), (right, rightValue)] {
        var evaluator = FormulaEvaluator(input.environment)
        guard let moved = try? evaluator.value(of: input.side(side)), moved.hasSameNumbers(as: value) else {
          return false
        }
        for (position, (x, y)) in zip(moved.components, value.components).enumerated() {
          allowed[position] += (x - y).magnitude
        }
      }
    }
    return zip(zip(leftValue.components, rightValue.components), allowed).allSatisfy { pair, allowed in
      (pair.0 - pair.1).magnitude <= allowed * 1.01
    }
  }
}

extension MathValue {
  /// The vector or matrix with another number in one entry.
  fileprivate func replacing(_ entry: Int, by number: Double) -> MathValue {
    switch self {
    case .scalar: return MathValue(number)
    case .vector(var items):
      items[entry] = MathScalar(number)
      return .vector(items)
    case .matrix(var rows):
      let width = rows[0].count
      rows[entry / width][entry % width] = MathScalar(number)
      return .matrix(rows)
    }
  }
}

extension MathExpression {
  /// The arguments of functions whose slope has no bound.
  fileprivate var steepArguments: [MathExpression] {
    var found: [MathExpression] = []
    visit {
      if case .function(let function, let arguments) = $0, function == .arcsine || function == .arccosine {
        found += arguments
      }
    }
    return found
  }
}
