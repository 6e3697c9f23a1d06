import Book

/// What an answer is worth, and why.
package struct Grade: Sendable, Equatable, Encodable {
  /// The exercise.
  package var exercise: String
  /// Why it does not compile; empty when it does.
  package var compilerErrors: [Diagnostic] = []
  /// One for each criterion, in order.
  package var criteria: [Verdict] = []
  /// What helps against typical mistakes that were recognised.
  package var hints: [String] = []

  /// What came of one criterion.
  package struct Verdict: Sendable, Equatable {
    /// The criterion's name within the exercise.
    package var label: String
    /// What it wants.
    package var says: String
    /// What it is worth.
    package var points: Int
    /// Why it is not met; nil when it is.
    package var shortfall: Shortfall?

    /// What was earned.
    package var earned: Int { shortfall == nil ? points : 0 }
  }

  /// What was earned.
  package var earned: Int { criteria.map(\.earned).reduce(0, +) }
  /// What could be earned.
  package var points: Int { criteria.map(\.points).reduce(0, +) }
  /// Whether everything is right.
  package var isSolved: Bool { !criteria.isEmpty && criteria.allSatisfy { $0.shortfall == nil } }
}

extension Grade.Verdict: Encodable {
  private enum Key: CodingKey { case label, says, points, shortfall, reason }

  /// Writes the data, and the reason in words beside them.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(label, forKey: .label)
    try container.encode(says, forKey: .says)
    try container.encode(points, forKey: .points)
    try container.encodeIfPresent(shortfall, forKey: .shortfall)
    try container.encodeIfPresent(shortfall?.description, forKey: .reason)
  }
}
