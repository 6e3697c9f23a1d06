import ElementaryNumerics
import NeuralNetworks
import Optimizers

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The median of repeated timings and their spread, in seconds.
struct Timing {
  let median, low, high: Double

  init(_ seconds: [Double]) {
    let sorted = seconds.sorted()
    (median, low, high) = (sorted[sorted.count / 2], sorted[0], sorted[sorted.count - 1])
  }

  var text: String { "\(rounded(median)) s (\(rounded(low)) … \(rounded(high)))" }

  private func rounded(_ seconds: Double) -> Double { (seconds * 1e4).rounded() / 1e4 }
}

/// A model to measure, and the floating-point operations of its matrix products for one example, forward and backward.
struct Subject {
  let name: String
  let input: Shape
  let layers: [any Layer]
  let perExample: Double
  /// Only one in this many examples is used, because an epoch of this model takes longer.
  var share = 1

  static let dense = Subject(
    name: "dense", input: [784], layers: [Dense(100, activation: .relu), Dense(10)],
    perExample: 2 * (2 * 78_400 + 3 * 1000))
  static let convolutional = Subject(
    name: "cnn", input: [28, 28, 1],
    layers: [
      Convolution2D(32, kernel: 3, activation: .relu), MaxPooling2D(2),
      Convolution2D(64, kernel: 3, activation: .relu), MaxPooling2D(2), Flatten(),
      Dense(128, activation: .relu), Dense(10),
    ],
    perExample: 2 * (2 * 676 * 9 * 32 + 3 * (121 * 288 * 64 + 1600 * 128 + 1280)))
  /// Two recurrent layers over 64 steps of 40 numbers, as for spoken digits.
  static let recurrent = Subject(
    name: "lstm", input: [64, 40], layers: [LSTM(128, output: .allStates), LSTM(128), Dense(10)],
    perExample: 2 * (64 * 512 * (2 * 40 + 3 * 128 + 3 * 256) + 3 * 1280), share: 10)
  static let all = [dense, convolutional, recurrent]

  func operations(count: Int) -> Double { perExample * Double(count) }

  func measure(count: Int, repeats: Int) throws -> Timing {
    var generator = SplitMix64(seed: 1)
    let examples = try Examples<Float>(
      bytes: (0..<count * input.count).map { _ in UInt8(truncatingIfNeeded: generator.next()) },
      scale: 1 / 255,
      shape: input, targets: .labels((0..<count).map { $0 % 10 }))
    let model = try Sequential<Float>(input: input, seed: 1, layers: layers)
    let options = TrainingOptions(epochs: repeats + 1)
    var trainer = try Trainer(model, loss: CrossEntropy(), optimizer: RMSProp(learningRate: 0.001), options)
    let clock = ContinuousClock()
    var times: [Double] = []
    var start = clock.now
    try trainer.fit(examples) { _ in
      times.append((clock.now - start) / .seconds(1))
      start = clock.now
    }
    return Timing(Array(times.dropFirst()))
  }
}

/// The billions of operations per second of a large matrix product, half of it on each thread.
func productPeak(repeats: Int) -> Double {
  let n = 1024
  var (a, c) = ([Float](repeating: 0.5, count: n * n), [Float](repeating: 0, count: n * n))
  let clock = ContinuousClock()
  let times = (0..<repeats).map { _ in
    clock.measure {
      a.withUnsafeMutableBufferPointer { a in
        c.withUnsafeMutableBufferPointer { c in
          // swift-format-ignore: NeverForceUnwrap
          let (source, target) = (UnsafePointer(a.baseAddress!), c.baseAddress!)
          Lanes.run { lane in
            let rows = Lanes.part(lane, of: n)
            Float.multiply(
              rows: rows.count, columns: n, inner: n,
              a: MatrixOperand(source + rows.lowerBound * n, stride: n),
              b: MatrixOperand(source, stride: n), into: target + rows.lowerBound * n, stride: n,
              adding: false)
          }
        }
      }
    } / .seconds(1)
  }
  return 2 * Double(n * n * n) / Timing(times).median / 1e9
}

/// The peak memory of the process so far.
func peakMegabytes() -> Double {
  var usage = rusage()
  // 0 is RUSAGE_SELF. On Linux, the constant has another type than the parameter.
  getrusage(0, &usage)
  #if canImport(Darwin)
    return Double(usage.ru_maxrss) / 1e6
  #else
    return Double(usage.ru_maxrss) * 1024 / 1e6
  #endif
}
