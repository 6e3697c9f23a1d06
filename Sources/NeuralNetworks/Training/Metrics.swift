/// How well a model does on some examples.
public struct Metrics: Equatable, Sendable {
  /// The mean loss, without regularisation.
  public let loss: Double
  /// How many examples got the right class; `nil` where targets are no classes.
  public let correct: Int?
  /// The number of examples.
  public let count: Int

  /// The share of examples that got the right class, 0 … 1; `nil` where targets are no classes.
  public var accuracy: Double? { correct.map { Double($0) / Double(count) } }
}

/// The position of the (first) largest element.
@inline(__always)
func largest<Scalar: NetworkScalar>(_ elements: UnsafePointer<Scalar>, _ count: Int) -> Int {
  var best = 0
  for i in 1..<max(1, count) where elements[i] > elements[best] { best = i }
  return best
}

/// How many examples of a batch got the right class, which with values is the one with the largest value; `nil` where
/// the loss judges no classes.
@specialized(where Scalar == Float)
@specialized(where Scalar == Double)
func correctCount<Scalar: NetworkScalar>(
  _ loss: any Loss, _ output: UnsafePointer<Scalar>, _ shape: Shape, _ targets: Targets<Scalar>,
  _ examples: UnsafeBufferPointer<Int>
) -> Int? {
  guard loss.judgesClasses else { return nil }
  let classes = shape.count
  var correct = 0
  for (row, example) in examples.enumerated() {
    let chosen = largest(output + row * classes, classes)
    switch targets {
    case .labels(let labels): correct += chosen == labels[example] ? 1 : 0
    case .values(let values):
      let isRight = values.withUnsafeBufferPointer { values in
        // swift-format-ignore: NeverForceUnwrap
        largest(values.baseAddress! + example * classes, classes) == chosen
      }
      correct += isRight ? 1 : 0
    case .sequences: return nil
    }
  }
  return correct
}
