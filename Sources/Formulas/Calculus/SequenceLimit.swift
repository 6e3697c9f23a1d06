/// Where a sequence of numbers goes, by extrapolation, with an estimate of the error.
struct SequenceLimit {
  /// What the terms show.
  enum Outcome: Equatable {
    /// They settle; the error is an estimate and not a bound.
    case settles(value: Double, error: Double)
    /// They grow beyond all bounds, with this sign.
    case grows(Double)
    /// They do neither, as far as can be seen.
    case unclear
  }

  /// Terms at arguments that halve, or double, from one to the next, with the rounding error of each.
  var terms: [(value: Double, uncertainty: Double)]

  /// Wynn's ε-algorithm and Richardson's extrapolation; the more certain one counts.
  var outcome: Outcome {
    let values = terms.map { $0.value }
    guard values.count >= 6, values.allSatisfy({ $0.isFinite }) else { return growth(values) }
    let best = [richardson(values), epsilon(values), plain(values)].compactMap { $0 }.min {
      $0.error < $1.error
    }
    if let best, best.error <= 1e-7 * max(best.value.magnitude, 1e-3) {
      return .settles(value: best.value, error: best.error)
    }
    return growth(values)
  }

  private typealias Estimate = (value: Double, error: Double)

  private func growth(_ values: [Double]) -> Outcome {
    let tail = values.suffix(6)
    guard tail.count == 6, let last = tail.last, last.magnitude > 1e3 || last.isInfinite else {
      return .unclear
    }
    let grows = zip(tail, tail.dropFirst()).allSatisfy {
      $1.isInfinite && $1.sign == $0.sign || $1 / $0 >= 1.3 && $0.isFinite
    }
    return grows ? .grows(last < 0 ? -1 : 1) : .unclear
  }

  /// The last terms themselves, when they no longer change.
  private func plain(_ values: [Double]) -> Estimate? {
    var best: Estimate?
    for index in 3..<values.count {
      let spread = (1...3).reduce(0.0) { max($0, (values[index] - values[index - $1]).magnitude) }
      let error = spread + terms[index].uncertainty + 1e-15 * values[index].magnitude
      if best.map({ error < $0.error }) ?? true { best = (values[index], error) }
      // What changes again after having settled has run out of the range of numbers.
      if error <= 1e-14 * values[index].magnitude { break }
    }
    return best
  }

  /// For a limit that is approached in whole powers of the argument.
  private func richardson(_ values: [Double]) -> Estimate? {
    var column = values
    var noise = terms.map { $0.uncertainty }
    var best: Estimate?
    var factor = 1.0
    for order in 1..<min(values.count, 14) {
      factor *= 2
      let next = zip(column, column.dropFirst()).map { $1 + ($1 - $0) / (factor - 1) }
      let nextNoise = zip(noise, noise.dropFirst()).map { $1 + ($0 + $1) / (factor - 1) }
      for index in next.indices.dropFirst() where order >= 2 {
        let error =
          max((next[index] - next[index - 1]).magnitude, (next[index] - column[index + 1]).magnitude)
          + nextNoise[index] + 1e-15 * next[index].magnitude
        if best.map({ error < $0.error }) ?? true { best = (next[index], error) }
      }
      (column, noise) = (next, nextNoise)
    }
    return best
  }

  /// For a limit that is approached in any powers of the argument, or exponentially.
  private func epsilon(_ values: [Double]) -> Estimate? {
    var older = [Double](repeating: 0, count: values.count + 1)
    var column = values
    var previousEven = values
    var best: Estimate?
    for order in 1..<values.count {
      var next: [Double] = []
      for index in 0..<(column.count - 1) {
        let difference = column[index + 1] - column[index]
        next.append(older[index + 1] + 1 / difference)
      }
      older = column
      column = next
      guard order % 2 == 0, order >= 4, column.count >= 2 else { continue }
      for index in column.indices.dropFirst() where column[index].isFinite {
        let noise = terms[min(index + order, terms.count - 1)].uncertainty
        let error =
          10
          * max(
            (column[index] - column[index - 1]).magnitude,
            (column[index] - previousEven[index + 1]).magnitude) + 100 * noise + 1e-15
          * column[index].magnitude
        if error.isFinite, best.map({ error < $0.error }) ?? true { best = (column[index], error) }
      }
      previousEven = column
    }
    return best
  }
}
