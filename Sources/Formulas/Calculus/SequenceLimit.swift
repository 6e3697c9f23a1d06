/// The limit of a sequence of numbers, by extrapolation, with an estimate of the error.
struct SequenceLimit {
  /// The behaviour of a sequence.
  enum Outcome: Equatable {
    /// The terms converge; the error is an estimate and not a bound.
    case settles(value: Double, error: Double)
    /// The terms grow without bound, with this sign.
    case grows(Double)
    /// The terms show neither behaviour.
    case unclear
  }

  /// The terms with their rounding errors. The argument halves or doubles from one term to the next.
  var terms: [(value: Double, uncertainty: Double)]

  /// The estimate with the smallest error among Richardson's extrapolation, Wynn's ε-algorithm and the last terms.
  var outcome: Outcome {
    let values = terms.map { $0.value }
    guard values.count >= 6, values.allSatisfy({ $0.isFinite }) else { return growth(values) }
    // An extrapolation of terms that grow steadily finds the constant behind the growth: −1/4 for n²/2 − 1/4.
    if case .grows(let sign) = growth(values) { return .grows(sign) }
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

  /// The term with the smallest change before it.
  private func plain(_ values: [Double]) -> Estimate? {
    var best: Estimate?
    for index in 3..<values.count {
      let spread = (1...3).reduce(0.0) { max($0, (values[index] - values[index - $1]).magnitude) }
      let error = spread + terms[index].uncertainty + 1e-15 * values[index].magnitude
      if best.map({ error < $0.error }) ?? true { best = (values[index], error) }
      // Later terms may change again only because numbers overflow or underflow.
      if error <= 1e-14 * values[index].magnitude { break }
    }
    return best
  }

  /// Richardson's extrapolation, for terms that approach the limit in whole powers of the argument.
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

  /// Wynn's ε-algorithm, for terms that approach the limit in any powers of the argument, or exponentially.
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
