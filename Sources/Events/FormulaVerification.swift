/// How a displayed formula compared with the code that claims to compute it.
public struct FormulaVerification: Sendable, Equatable, Codable {
  /// The label of the formula.
  public var label: String
  /// At how many random points both were evaluated.
  public var points: Int
  /// The left-hand sides that were compared, in LaTeX.
  public var leftHandSides: [String]
  /// The largest relative difference, in Swift's shortest text: it may be infinite.
  public var largestError: String
  /// Where they disagree, as a sentence; nil when they agree.
  public var disagreement: String?

  /// A comparison made of its parts.
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
