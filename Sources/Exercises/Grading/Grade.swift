import Book

/// What an answer is worth, and why.
public struct Grade: Sendable, Equatable, Codable {
  /// The exercise.
  public var exercise: String
  /// Why it does not compile; empty when it does.
  public var compilerErrors: [Diagnostic] = []
  /// One for each criterion, in order.
  public var criteria: [Verdict] = []
  /// What helps against typical mistakes that were recognised.
  public var hints: [String] = []

  /// What came of one criterion.
  public struct Verdict: Sendable, Equatable, Codable {
    /// The criterion's name within the exercise.
    public var label: String
    /// What it wants.
    public var says: String
    /// What it is worth.
    public var points: Int
    /// Why it is not met, as a sentence without a capital; nil when it is.
    public var reason: String?

    /// What was earned.
    public var earned: Int { reason == nil ? points : 0 }
  }

  /// What was earned.
  public var earned: Int { criteria.map(\.earned).reduce(0, +) }
  /// What could be earned.
  public var points: Int { criteria.map(\.points).reduce(0, +) }
  /// Whether everything is right.
  public var isSolved: Bool { !criteria.isEmpty && criteria.allSatisfy { $0.reason == nil } }
}
