/// The result of comparing two computed values.
enum Agreement {
  /// The values are equal, perhaps up to rounding.
  case agrees
  /// The difference is larger than all errors together.
  case differs
  /// The errors are too large to decide.
  case blurred
}

extension MathValue {
  /// Compares two values of the same shape number by number, relative to the bounds of their errors.
  func agreement(with other: MathValue) -> Agreement {
    var result = Agreement.agrees
    for (a, b) in zip(scalars, other.scalars) {
      switch a.agreement(with: b) {
      case .agrees: continue
      case .differs: return .differs
      case .blurred: result = .blurred
      }
    }
    return result
  }
}

extension MathScalar {
  func agreement(with other: MathScalar) -> Agreement {
    if let left = exact, let right = other.exact { return left == right ? .agrees : .differs }
    let difference = (value - other.value).magnitude
    let scale = max(value.magnitude, other.value.magnitude)
    let bound = 16 * (uncertainty + other.uncertainty) + 4 * Self.rounding * scale
    // Two values that vanish within their errors agree, unless the errors are as large as ordinary values.
    if difference <= bound {
      return bound <= 1e-3 * scale || scale <= bound && bound <= 1e-3 ? .agrees : .blurred
    }
    return difference > 64 * bound ? .differs : .blurred
  }
}
