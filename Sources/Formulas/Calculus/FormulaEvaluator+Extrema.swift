import ElementaryNumerics

extension FormulaEvaluator {
  /// The place and the value of the minimum or maximum of a function of one number. Newton's method refines the best
  /// point of a grid. Throws if that point lies at an end of the grid.
  mutating func extremum(
    of body: MathExpression, over variable: MathSymbol, isMinimum: Bool
  ) throws(EvaluationFailure) -> (place: MathScalar, value: MathScalar) {
    let function = try sampling(body, of: variable)
    let sign = isMinimum ? 1.0 : -1.0
    let grid = Self.grid
    var best: (position: Int, value: Double)?
    for (position, x) in grid.enumerated() {
      guard let y = function(MathScalar(x)), y.value.isFinite else { continue }
      if best.map({ sign * y.value < $0.value }) ?? true { best = (position, sign * y.value) }
    }
    guard let best, best.position > 0, best.position < grid.count - 1 else {
      throw .notEvaluable("an extremum that lies at the end of all points tried")
    }
    var x = grid[best.position]
    for _ in 0..<60 {
      guard let y = function(MathScalar(x).seeded()), y.second != 0 else { break }
      let step = y.first / (2 * y.second)
      guard step.isFinite, x - step >= grid[best.position - 1], x - step <= grid[best.position + 1] else {
        throw .notEvaluable("an extremum that Newton's method does not find")
      }
      x -= step
      if step.magnitude <= 1e-15 * max(x.magnitude, 1) { break }
    }
    guard let value = function(MathScalar(x)), sign * value.value <= best.value + 1e-9 else {
      throw .notEvaluable("an extremum")
    }
    return (
      MathScalar(value: x, uncertainty: 1e-10 * max(x.magnitude, 1)),
      MathScalar(value: value.value, uncertainty: 1e-10 * max(value.value.magnitude, 1e-3))
    )
  }

  /// The place of the extreme component of a list, from 1.
  static func place(in list: [MathScalar], isMinimum: Bool) throws(EvaluationFailure) -> MathValue {
    let numbers = list.map { isMinimum ? -$0.value : $0.value }
    guard let best = numbers.indices.max(by: { numbers[$0] < numbers[$1] }),
      numbers.count(where: { $0 == numbers[best] }) == 1
    else { throw .notEvaluable("an extremum of equal numbers") }
    return .scalar(MathScalar(Rational(best + 1)))
  }

  /// Points from −1000 to 1000, denser near zero.
  private static let grid: [Double] = {
    let positive = (0...120).map { RealFunctions.power(10, Double($0) / 20 - 3) }
    return positive.reversed().map { -$0 } + [0] + positive
  }()
}
