extension ConnectionistTemporalClassification {
  /// The labels of the most probable path: the best class of each step, without repeats and blanks.
  ///
  /// - Parameters:
  ///   - scores: Steps × classes; logits or probabilities or their logarithms, which have the same order.
  ///   - classes: The number of classes, including the blank.
  /// - Returns: The labels, without blanks.
  public func bestPath<Scalar: NetworkScalar>(_ scores: some Collection<Scalar>, classes: Int) -> [Int] {
    let scores = Array(scores)
    guard classes > 0 else { return [] }
    var (labels, previous): ([Int], Int?) = ([], nil)
    for start in stride(from: 0, through: scores.count - classes, by: classes) {
      // swift-format-ignore: NeverForceUnwrap
      let best = scores.withUnsafeBufferPointer { largest($0.baseAddress! + start, classes) }
      if best != blank && best != previous { labels.append(best) }
      previous = best
    }
    return labels
  }

  /// The most probable labels by the sum over all their paths, found by a beam search.
  ///
  /// Each step keeps the `beamWidth` most probable prefixes, each with the probability of its paths that end in a blank
  /// and of its other paths, because a repeated label is a new label only after a blank. The result is exact when the
  /// beam can keep all prefixes. Source: Hannun, Maas, Jurafsky & Ng (2014).
  ///
  /// - Parameters:
  ///   - logits: Steps × classes, before the softmax.
  ///   - classes: The number of classes, including the blank.
  ///   - beamWidth: The number of prefixes to keep, at least 1.
  /// - Returns: The labels, and ln of their probability as found by the search.
  public func prefixSearch<Scalar: NetworkScalar>(
    _ logits: some Collection<Scalar>, classes: Int, beamWidth: Int = 16
  ) -> (labels: [Int], logProbability: Double) {
    guard classes > 0 else { return ([], 0) }
    let rows = Array(logits).withUnsafeBufferPointer { logSoftmax($0, classes: classes) }
    var beam: [[Int]: Ending] = [[]: Ending(blank: 0, label: -.infinity)]
    for start in stride(from: 0, through: rows.count - classes, by: classes) {
      var next: [[Int]: Ending] = [:]
      for (labels, ending) in beam {
        next[labels, default: .none].addBlank(ending.total + rows[start + blank])
        for k in 0..<classes where k != blank {
          let gain = rows[start + k]
          guard k == labels.last else {
            next[labels + [k], default: .none].addLabel(ending.total + gain)
            continue
          }
          next[labels, default: .none].addLabel(ending.label + gain)
          next[labels + [k], default: .none].addLabel(ending.blank + gain)
        }
      }
      let kept = next.sorted(by: Self.isBetter).prefix(max(1, beamWidth))
      beam = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
    let best = beam.min(by: Self.isBetter)
    return (best?.key ?? [], best?.value.total ?? 0)
  }

  /// The order of prefixes. Labels break ties, so that the result never depends on hash values.
  private static func isBetter(_ a: (key: [Int], value: Ending), _ b: (key: [Int], value: Ending)) -> Bool {
    a.value.total != b.value.total
      ? a.value.total > b.value.total : a.key.lexicographicallyPrecedes(b.key)
  }
}

/// ln of the probability of the paths to a prefix, separately for paths that end in a blank and in a label.
private struct Ending {
  var blank, label: Double

  static let none = Ending(blank: -.infinity, label: -.infinity)

  var total: Double { logSum(blank, label) }

  mutating func addBlank(_ gain: Double) { blank = logSum(blank, gain) }
  mutating func addLabel(_ gain: Double) { label = logSum(label, gain) }
}
