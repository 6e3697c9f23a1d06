/// The fewest changes that turn what was recognised into what was said.
///
///     error rate = (substitutions + deletions + insertions) / length of the reference
///
/// Counted over words it is the word error rate, over characters the character error rate. It can be above 1, so
/// "1 − error rate" is no accuracy. Source: Levenshtein (1966).
public struct ErrorCounts: Equatable, Sendable {
  /// Elements recognised as another.
  public var substitutions = 0
  /// Elements said and not recognised.
  public var deletions = 0
  /// Elements recognised and not said.
  public var insertions = 0
  /// The number of elements said.
  public var referenceCount = 0

  /// Nothing said, nothing wrong.
  public init() {}

  /// Compares two sequences. Takes time in proportion to the product of their lengths.
  ///
  /// - Parameters:
  ///   - reference: What was said.
  ///   - hypothesis: What was recognised.
  public init<Element: Equatable>(reference: [Element], hypothesis: [Element]) {
    referenceCount = reference.count
    // The best counts for the beginnings of the reference, against ever longer beginnings of the hypothesis.
    var best = (0...reference.count).map { Self(substitutions: 0, deletions: $0, insertions: 0) }
    for recognised in hypothesis {
      var diagonal = best[0]
      best[0].insertions += 1
      for (i, said) in reference.enumerated() {
        let above = best[i + 1]
        if said == recognised {
          best[i + 1] = diagonal
        } else {
          let least = min(diagonal.total, above.total, best[i].total)
          if diagonal.total == least {
            best[i + 1] = diagonal
            best[i + 1].substitutions += 1
          } else if above.total == least {
            best[i + 1] = above
            best[i + 1].insertions += 1
          } else {
            best[i + 1] = best[i]
            best[i + 1].deletions += 1
          }
        }
        diagonal = above
      }
    }
    (substitutions, deletions, insertions) = (
      best[reference.count].substitutions, best[reference.count].deletions,
      best[reference.count].insertions
    )
  }

  private init(substitutions: Int, deletions: Int, insertions: Int) {
    (self.substitutions, self.deletions, self.insertions) = (substitutions, deletions, insertions)
  }

  /// Over words, which white space parts.
  public static func words(reference: String, hypothesis: String) -> Self {
    Self(
      reference: reference.split(whereSeparator: \.isWhitespace),
      hypothesis: hypothesis.split(whereSeparator: \.isWhitespace))
  }

  /// Over characters, white space among them.
  public static func characters(reference: String, hypothesis: String) -> Self {
    Self(reference: Array(reference), hypothesis: Array(hypothesis))
  }

  /// All changes.
  public var total: Int { substitutions + deletions + insertions }

  /// Changes for each element said; infinite where nothing was said and something recognised.
  public var rate: Double { total == 0 ? 0 : Double(total) / Double(referenceCount) }

  /// The counts of two comparisons together, as for a whole set of sentences.
  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.substitutions += b.substitutions
    sum.deletions += b.deletions
    sum.insertions += b.insertions
    sum.referenceCount += b.referenceCount
    return sum
  }
}
