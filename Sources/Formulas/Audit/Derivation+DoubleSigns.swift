/// Steps with a double sign: tan(α/2) = ±√…, (3 ± √4)/2 = (3 ± 2)/2.
extension Derivation {
  /// Judges a step with ± on a side; false if it needs another procedure.
  func compareDoubleSigns(
    _ left: MathExpression, _ right: MathExpression, _ relation: Relation.Kind, _ step: inout JudgedStep,
    _ origin: inout MathValue?
  ) -> Bool {
    guard right.hasDoubleSign else { return false }
    if !left.hasDoubleSign {
      // The sign depends on the quadrant of an angle, so only the size is stated.
      guard case .opaque("±", let parts) = right, parts.count == 1, left.contains(where: { $0.isFunction })
      else {
        return false
      }
      compare(.absolute(left), .absolute(parts[0]), relation, &step, &origin)
      return true
    }
    // The uncertainties of measured values do not add up like numbers.
    guard left.contains(where: { $0.isRoot }) else { return false }
    // (1 ± 3)/(−2) may go on as a ± b or with the signs exchanged.
    let start = step
    let verdicts = { (crossed: Bool) in
      [true, false].map { isUpper -> JudgedStep in
        var judged = start
        var none: MathValue?
        let (a, b) = (left.choosingSign(upper: isUpper), right.choosingSign(upper: isUpper != crossed))
        compare(a, b, relation, &judged, &none)
        return judged
      }
    }
    let straight = verdicts(false)
    let hold = { (steps: [JudgedStep]) in steps.allSatisfy { $0.verdict == .holds } }
    if hold(straight) || hold(verdicts(true)) {
      step = straight[0]
      step.verdict = .holds
    } else if let other = straight.first(where: { $0.verdict != .holds }) {
      step = other
    }
    return true
  }
}

extension MathExpression {
  /// Whether the expression contains ± or ∓.
  fileprivate var hasDoubleSign: Bool {
    contains { if case .opaque(let sign, _) = $0 { sign == "±" || sign == "∓" } else { false } }
  }

  fileprivate var isRoot: Bool {
    switch self {
    case .root, .function(.squareRoot, _): true
    default: false
    }
  }

  fileprivate var isFunction: Bool { if case .function = self { true } else { isRoot } }

  /// The expression with the upper or the lower one of its double signs.
  fileprivate func choosingSign(upper: Bool) -> MathExpression {
    replacing { node in
      guard case .opaque(let sign, let parts) = node, sign == "±" || sign == "∓", let last = parts.last else {
        return nil
      }
      let inner = last.choosingSign(upper: upper)
      let term = (sign == "±") == upper ? inner : .negated(inner)
      return parts.count == 1 ? term : .sum([parts[0].choosingSign(upper: upper), term])
    }
  }
}
