import Book

/// The grade of an answer, with a reason for each missed criterion.
package struct Grade: Sendable, Equatable, Encodable {
  /// The label of the exercise.
  package var exercise: String
  /// The compiler errors of the answer; empty if it compiles.
  package var compilerErrors: [Diagnostic] = []
  /// One verdict for each criterion, in order.
  package var criteria: [Verdict] = []
  /// The hints for the typical mistakes in the answer.
  package var hints: [String] = []

  /// The verdict on one criterion.
  package struct Verdict: Sendable, Equatable {
    /// The criterion's name within the exercise.
    package var label: String
    /// The requirement, as a sentence for the student.
    package var says: String
    /// The points for a correct answer.
    package var points: Int
    /// The reason why the criterion is not met; nil if it is met.
    package var shortfall: Shortfall?

    /// The earned points: `points` if the criterion is met, otherwise 0.
    package var earned: Int { shortfall == nil ? points : 0 }
  }

  /// The sum of the earned points.
  package var earned: Int { criteria.map(\.earned).reduce(0, +) }
  /// The sum of the points of all criteria.
  package var points: Int { criteria.map(\.points).reduce(0, +) }
  /// Whether all criteria are met; false if there are none.
  package var isSolved: Bool { !criteria.isEmpty && criteria.allSatisfy { $0.shortfall == nil } }
}

extension Grade.Verdict: Encodable {
  private enum Key: CodingKey { case label, says, points, shortfall, reason }

  /// Encodes the stored values, and the reason in words.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(label, forKey: .label)
    try container.encode(says, forKey: .says)
    try container.encode(points, forKey: .points)
    try container.encodeIfPresent(shortfall, forKey: .shortfall)
    try container.encodeIfPresent(shortfall?.description, forKey: .reason)
  }
}
