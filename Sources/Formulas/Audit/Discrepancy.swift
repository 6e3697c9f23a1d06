/// How the two sides of a failing step differ.
public struct Discrepancy: Hashable, Sendable {
  /// What kind of mistake it looks like.
  public enum Cause: Hashable, Sendable {
    /// The numbers differ, without a pattern.
    case arithmetic
    /// They differ by one unit of the last digit written: cut off instead of rounded.
    case lastDigit
    /// One is a power of ten times the other; the exponent is the right side's surplus.
    case powerOfTen(Int)
    /// One is the other with the sign changed.
    case sign
    /// The components of a vector were added where the step before keeps them apart.
    case summedVector
    /// A root of the step before is missing.
    case vanishedRoot
    /// The arrangement of numbers changes.
    case shape(MathShape, MathShape)
    /// The right side follows if the named weight s and 1 − s are exchanged.
    case swappedWeights(String)
    /// The two sides are different functions of their symbols.
    case identity
    /// An expansion is wrong in a term up to this order.
    case expansion(order: Int)
    /// A comparison such as `<` does not hold.
    case comparison
  }

  /// The smallest parts that differ.
  public struct Culprit: Hashable, Sendable {
    /// The part of the left side.
    public var left: MathExpression
    /// What stands in its place on the right side.
    public var right: MathExpression
    /// The value of the left part.
    public var leftValue: MathValue?
    /// The value of the right part.
    public var rightValue: MathValue?
  }

  /// What kind of mistake it looks like.
  public var cause: Cause
  /// The value of the left side, at the counter-example for an identity.
  public var left: MathValue?
  /// The value of the right side.
  public var right: MathValue?
  /// The first component that differs, from 1; nil for numbers.
  public var component: Int?
  /// The largest difference over the components, relative to the left side.
  public var relativeError: Double?
  /// The smallest parts that differ, where the two sides have the same structure.
  public var culprit: Culprit?
  /// Whether a procedure for this kind of statement has refuted it, so that no equation to be solved is left.
  package var isCertain = false
  /// What would be right in the place of one side, when a small change makes the identity true.
  public var repaired: MathExpression?
  /// Values of the free quantities for which an identity fails.
  public var counterexample: [String: MathValue] = [:]

  /// The same discrepancy, refuted by a procedure for its kind.
  var certain: Discrepancy {
    var copy = self
    copy.isCertain = true
    return copy
  }

  init(_ cause: Cause, left: MathValue?, right: MathValue?) {
    self.cause = cause
    self.left = left
    self.right = right
    guard let left, let right, left.shape == right.shape else { return }
    var largest = 0.0
    for (position, (a, b)) in zip(left.components, right.components).enumerated() {
      let error = a == b ? 0 : (b - a).magnitude / max(a.magnitude, 1e-300)
      if error > 1e-15 || error.isNaN, component == nil, left.shape != .scalar { component = position + 1 }
      largest = max(largest, error.isNaN ? .infinity : error)
    }
    relativeError = largest
  }
}
