internal import ElementaryNumerics

/// The results of one setting, a number for each seed. None is left out: a run that failed counts as infinite.
public struct Sample: Hashable, Codable, Sendable {
  /// The results in the order of the seeds. NaN has become infinity.
  public let values: [Double]

  /// Keeps all results, in the order of their seeds.
  public init(_ values: some Sequence<Double>) {
    self.values = values.map { $0.isNaN ? .infinity : $0 }
  }

  /// The quantile with linear interpolation between neighbours, the default of R and NumPy. NaN without values.
  public func quantile(_ part: Double) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.indices.last, !part.isNaN else { return .nan }
    let position = Double(last) * min(1, max(0, part))
    let below = Int(position)
    let weight = position - Double(below)
    return weight == 0 ? sorted[below] : sorted[below] * (1 - weight) + sorted[below + 1] * weight
  }

  /// The value in the middle, or the mean of the two in the middle.
  public var median: Double { quantile(0.5) }

  /// An interval that holds the median of all possible seeds with a probability of at least 95 percent; nil for fewer
  /// than six values, which cannot give one.
  ///
  /// Its ends are the kth smallest and the kth largest value. The interval misses the median only if fewer than k values
  /// lie on one side of it, and each value lies on either side with a probability of one half. Nothing is assumed about
  /// the distribution.
  public var medianInterval: ClosedRange<Double>? {
    let sorted = values.sorted()
    let count = Double(sorted.count)
    var missed = 0.0
    var index = 0
    // The logarithm of the probability that exactly `index` values lie below the median.
    var logarithm = -count * RealFunctions.log(2)
    while 2 * index < sorted.count {
      missed += 2 * RealFunctions.exp(logarithm)
      if missed > 0.05 { break }
      logarithm += RealFunctions.log((count - Double(index)) / Double(index + 1))
      index += 1
    }
    guard index > 0 else { return nil }
    return sorted[index - 1]...sorted[sorted.count - index]
  }

  /// On how many seeds this sample has the smaller result. Both must be in the order of the same seeds.
  public func wins(over other: Sample) -> Int {
    zip(values, other.values).count { $0 < $1 }
  }
}

/// The value in the middle, or the mean of the two in the middle. NaN counts as infinite.
public func median(_ values: some Sequence<Double>) -> Double { Sample(values).median }
