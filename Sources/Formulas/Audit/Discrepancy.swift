/// The difference between the two sides of a failing step.
public struct Discrepancy: Hashable, Sendable {
  /// The likely cause of the difference.
  public enum Cause: Hashable, Sendable {
    /// The numbers differ without a pattern.
    case arithmetic
    /// The sides differ by about one unit of the last written digit: it is cut off instead of rounded.
    case lastDigit
    /// The right side is the left side times ten to this power.
    case powerOfTen(Int)
    /// The right side has the wrong sign.
    case sign
    /// The components of a vector were added where the step before keeps them apart.
    case summedVector
    /// A root of the step before is missing.
    case vanishedRoot
    /// The shape changes from the left side to the right side.
    case shape(MathShape, MathShape)
    /// The right side follows if the named weight s and 1 − s are exchanged.
    case swappedWeights(String)
    /// The two sides are different functions of their symbols.
    case identity
    /// An expansion is wrong in a term up to this order.
    case expansion(order: Int)
    /// A comparison such as `<` does not hold.
    case comparison
    /// A stated solution does not satisfy its equation.
    case solution
  }

  /// The smallest part of the left side that differs, and its counterpart on the right side.
  public struct Culprit: Hashable, Sendable {
    /// The part of the left side.
    public var left: MathExpression
    /// The counterpart on the right side.
    public var right: MathExpression
    /// The value of the left part.
    public var leftValue: MathValue?
    /// The value of the right part.
    public var rightValue: MathValue?
  }

  /// The likely cause of the difference.
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
  /// Whether a procedure for this kind of statement has refuted it, so that it cannot be an equation to solve.
  package var isCertain = false
  /// Whether the statement may give its left side another meaning, unless the text claims it.
  package var mayDefine = false
  /// Whether the right side has other numbers for two or more letters of the left side, as if they had new values.
  package var substitutesOtherValues = false
  /// Whether the sides were compared with i or j as the imaginary unit.
  package var isComplex = false
  /// The expression that would be right in place of one side, if a small change makes the identity true.
  public var repaired: MathExpression?
  /// Values of the free quantities for which an identity fails.
  public var counterexample: [String: MathValue] = [:]

  /// The same discrepancy with `isCertain` set.
  var certain: Discrepancy {
    var copy = self
    copy.isCertain = true
    return copy
  }

  /// The discrepancy of an equation with a stated solution put in.
  package static func unsolved(left: Double, right: Double) -> Discrepancy {
    Discrepancy(.solution, left: .scalar(MathScalar(left)), right: .scalar(MathScalar(right))).certain
  }

  /// The discrepancy of a number that should be another one.
  package static func number(_ expected: MathValue, stated: MathValue) -> Discrepancy {
    Discrepancy(.arithmetic, left: expected, right: stated).certain
  }

  /// The discrepancy of a system with a stated solution put in.
  package static func unsolved(_ left: MathValue, _ right: MathValue) -> Discrepancy {
    Discrepancy(.solution, left: left, right: right).certain
  }

  /// The discrepancy of two sides that are not the same, without values for an example.
  package static var unequal: Discrepancy { Discrepancy(.identity, left: nil, right: nil).certain }

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
