/// The result of comparing a displayed formula with the code that computes it.
public struct FormulaVerification: Sendable, Equatable, Codable {
  /// The label of the formula.
  public var label: String
  /// The number of random points at which both were evaluated.
  public var points: Int
  /// The left-hand sides that were compared, in LaTeX.
  public var leftHandSides: [String]
  /// The largest relative difference as Swift's shortest text, because it may be infinite.
  public var largestError: String
  /// The first disagreement, as a sentence; nil when the formula and the code agree.
  public var disagreement: String?

  /// Creates the result of a comparison.
  public init(
    label: String, points: Int, leftHandSides: [String], largestError: String, disagreement: String?
  ) {
    self.label = label
    self.points = points
    self.leftHandSides = leftHandSides
    self.largestError = largestError
    self.disagreement = disagreement
  }
}
