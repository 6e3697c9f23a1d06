/// The smallest number of changes between a reference sequence and a recognised sequence.
///
///     error rate = (substitutions + deletions + insertions) / length of the reference
///
/// Over words, this is the word error rate; over characters, the character error rate. It can be above 1, so
/// "1 − error rate" is not an accuracy. Source: Levenshtein (1966).
public struct ErrorCounts: Equatable, Sendable {
  /// The number of elements recognised as another element.
  public var substitutions = 0
  /// The number of reference elements that were not recognised.
  public var deletions = 0
  /// The number of recognised elements that are not in the reference.
  public var insertions = 0
  /// The length of the reference.
  public var referenceCount = 0

  /// Creates counts of zero.
  public init() {}

  /// Compares two sequences. The time is proportional to the product of their lengths.
  ///
  /// - Parameters:
  ///   - reference: The sequence that was said.
  ///   - hypothesis: The sequence that was recognised.
  public init<Element: Equatable>(reference: [Element], hypothesis: [Element]) {
    referenceCount = reference.count
    // The best counts for each prefix of the reference against the current prefix of the hypothesis.
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

  /// Compares words, which are separated by white space.
  public static func words(reference: String, hypothesis: String) -> Self {
    Self(
      reference: reference.split(whereSeparator: \.isWhitespace),
      hypothesis: hypothesis.split(whereSeparator: \.isWhitespace))
  }

  /// Compares characters, including white space.
  public static func characters(reference: String, hypothesis: String) -> Self {
    Self(reference: Array(reference), hypothesis: Array(hypothesis))
  }

  /// The number of all changes.
  public var total: Int { substitutions + deletions + insertions }

  /// Changes per reference element; infinite when the reference is empty and the hypothesis is not.
  public var rate: Double { total == 0 ? 0 : Double(total) / Double(referenceCount) }

  /// Adds the counts of two comparisons, for example over a set of sentences.
  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.substitutions += b.substitutions
    sum.deletions += b.deletions
    sum.insertions += b.insertions
    sum.referenceCount += b.referenceCount
    return sum
  }
}
