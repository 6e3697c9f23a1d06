extension Derivation {
  /// The verdict on a number that is said to be in an interval; nil for all other statements.
  func membership(_ left: MathExpression, _ relation: Relation.Kind, _ right: MathExpression) -> Verdict? {
    guard relation == .belongs, left.isNumeric, case .scalar(let number)? = value(left),
      let (lower, upper) = right.endpoints, lower.isNumeric, upper.isNumeric,
      case .scalar(let first)? = value(lower), case .scalar(let last)? = value(upper),
      first.value < last.value
    else { return nil }
    var hasEnds = (true, true)
    if case .interval(_, _, let lowerClosed, let upperClosed) = right { hasEnds = (lowerClosed, upperClosed) }
    let isAbove = hasEnds.0 ? number.value >= first.value : number.value > first.value
    let isBelow = hasEnds.1 ? number.value <= last.value : number.value < last.value
    if isAbove && isBelow { return .holds }
    return .fails(Discrepancy(.comparison, left: .scalar(number), right: .vector([first, last])).certain)
  }
}

extension MathExpression {
  /// The ends of an interval, open or closed: `[0, 1)` and, behind `\\in`, `(0, 1)`.
  package var endpoints: (MathExpression, MathExpression)? {
    switch self {
    case .interval(let lower, let upper, _, _): (lower, upper)
    case .vector(let items) where items.count == 2: (items[0], items[1])
    default: nil
    }
  }
}
