/// The paths of one example through the places of its labels, with the logarithms of their probabilities.
struct LabelLattice {
  private let steps, classes: Int
  /// ln y_t, steps × classes.
  private let logProbabilities: [Double]
  /// The classes of the places: labels with a blank before, between and after.
  private let places: [Int]
  /// ln α_t(s), steps × places.
  private let forward: [Double]
  /// −ln p.
  let loss: Double

  init<Scalar: NetworkScalar>(
    scores: UnsafeBufferPointer<Scalar>, classes: Int, labels: [Int], blank: Int
  ) {
    (self.classes, steps) = (classes, scores.count / classes)
    logProbabilities = logSoftmax(scores, classes: classes)
    places = [blank] + labels.flatMap { [$0, blank] }
    forward = Self.sweep(places, steps: steps) { [logProbabilities, places] in
      logProbabilities[$0 * classes + places[$1]]
    }
    let last = forward.suffix(min(2, places.count))
    loss = -last.reduce(-.infinity, logSum)
  }

  /// ln of the sums over all paths to each place at each step, including the class of that place.
  private static func sweep(_ places: [Int], steps: Int, _ gain: (_ step: Int, _ place: Int) -> Double)
    -> [Double]
  {
    let count = places.count
    var sums = [Double](repeating: -.infinity, count: steps * count)
    for place in 0..<min(2, count) { sums[place] = gain(0, place) }
    for step in 1..<max(1, steps) {
      let before = (step - 1) * count
      for place in 0..<count {
        var sum = sums[before + place]
        if place >= 1 { sum = logSum(sum, sums[before + place - 1]) }
        // A blank may be skipped between different labels; every second place is a blank.
        if place >= 3, place % 2 == 1, places[place] != places[place - 2] {
          sum = logSum(sum, sums[before + place - 2])
        }
        if sum > -.infinity || sum.isNaN { sums[step * count + place] = sum + gain(step, place) }
      }
    }
    return sums
  }

  /// Writes `share`·∂L/∂z for every step and class.
  func writeGradient<Scalar: NetworkScalar>(to gradient: UnsafeMutablePointer<Scalar>, share: Double) {
    // The backward sweep is the forward sweep with steps and places reversed.
    let count = places.count
    let backward = Self.sweep(places.reversed(), steps: steps) {
      logProbabilities[(steps - 1 - $0) * classes + places[count - 1 - $1]]
    }
    var occupancy = [Double](repeating: 0, count: classes)
    for step in 0..<steps {
      for k in 0..<classes { occupancy[k] = 0 }
      for (place, k) in places.enumerated() {
        // Both sweeps count the class of the place itself.
        let both =
          forward[step * count + place] + backward[(steps - step) * count - 1 - place]
          - logProbabilities[step * classes + k]
        if both > -.infinity { occupancy[k] += Double.exponential(both + loss) }
      }
      for k in 0..<classes {
        let probability = Double.exponential(logProbabilities[step * classes + k])
        gradient[step * classes + k] = Scalar(share * (probability - occupancy[k]))
      }
    }
  }
}

/// ln softmax of each row.
func logSoftmax<Scalar: NetworkScalar>(_ scores: UnsafeBufferPointer<Scalar>, classes: Int) -> [Double] {
  var result = scores.map(Double.init)
  for start in stride(from: 0, to: result.count, by: classes) {
    let row = start..<start + classes
    let highest = row.reduce(-.infinity) { max($0, result[$1]) }
    let mass = row.reduce(0) { $0 + Double.exponential(result[$1] - highest) }
    let logarithm = highest + Double.logarithm(mass)
    for i in row { result[i] -= logarithm }
  }
  return result
}

/// ln(eᵃ + eᵇ), with ln 0 = −∞.
@inline(__always)
func logSum(_ a: Double, _ b: Double) -> Double {
  if a == -.infinity { return b }
  if b == -.infinity { return a }
  let (high, low) = a > b ? (a, b) : (b, a)
  return high + Double.logarithm(1 + Double.exponential(low - high))
}
