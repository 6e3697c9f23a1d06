import CFusedLoop
import Optimizers

/// The median of repeated timings and their spread, in microseconds.
struct Timing {
  let median, low, high: Double

  init(repeats: Int, _ body: () -> Void) {
    let clock = ContinuousClock()
    for _ in 0..<3 { body() }
    let times = (0..<repeats).map { _ in
      let (seconds, attoseconds) = clock.measure(body).components
      return Double(seconds) * 1e6 + Double(attoseconds) * 1e-12
    }.sorted()
    (median, low, high) = (times[repeats / 2], times[repeats / 10], times[repeats * 9 / 10])
  }

  /// The median of several timings of the same thing.
  init(middleOf timings: [Timing]) {
    self = timings.sorted { $0.median < $1.median }[timings.count / 2]
  }
}

/// RMSProp as one fused loop in C, without a check of the gradient.
func fusedLoop(count: Int, repeats: Int) -> Timing {
  var theta = [Float](repeating: 1, count: count)
  var meanSquare = [Float](repeating: 0, count: count)
  let gradient = Subject.gradient(count)
  return Timing(repeats: repeats) {
    fused_rmsprop(&theta, gradient, &meanSquare, count, 1e-3, 0.9, 1e-8)
  }
}

/// A rule to measure, and the bytes one of its steps must move per `Float` parameter.
struct Subject: Sendable {
  let name: String
  /// The bytes of parameters read and written, the gradient read, and every state array read and written.
  let bytes: Int
  let make: @Sendable () -> any Optimizer<Float>

  static let all = [
    Subject(name: "RMSProp", bytes: 20) { RMSProp<Float>(learningRate: 1e-3) },
    Subject(name: "Adam", bytes: 28) { Adam<Float>(learningRate: 1e-3) },
    Subject(name: "SGD", bytes: 12) { SGD<Float>(learningRate: 1e-3) },
    Subject(name: "AdaGrad", bytes: 20) { AdaGrad<Float>(learningRate: 1e-3) },
  ]

  static func gradient(_ count: Int) -> [Float] { (0..<count).map { Float($0 % 1000) * 1e-3 - 0.5 } }

  /// - Parameter checked: Whether every element of the gradient is checked first, as `step` does by default.
  func measure(count: Int, repeats: Int, checked: Bool) -> Timing {
    var optimizer = make()
    var theta = [Float](repeating: 1, count: count)
    let gradient = Self.gradient(count)
    return Timing(repeats: repeats) { optimizer.step(&theta, gradient: gradient, assumingFinite: !checked) }
  }
}

/// The gigabytes per second of copying an array, with the bytes read and the bytes written both counted.
func copyBandwidth(count: Int, repeats: Int) -> Double {
  let source = [Float](repeating: 1, count: count)
  var target = [Float](repeating: 0, count: count)
  let timing = Timing(repeats: repeats) {
    target.withUnsafeMutableBufferPointer { target in
      source.withUnsafeBufferPointer { source in
        _ = target.update(from: source)
      }
    }
  }
  return Double(8 * count) / timing.median / 1e3
}
