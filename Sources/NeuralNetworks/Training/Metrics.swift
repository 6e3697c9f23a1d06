/// The results of a model on some examples.
public struct Metrics: Equatable, Sendable {
  /// The mean loss, without regularisation.
  public let loss: Double
  /// The number of examples with the right class; `nil` when targets are not classes.
  public let correct: Int?
  /// The number of examples.
  public let count: Int

  /// The share of examples with the right class, 0 … 1; `nil` when targets are not classes.
  public var accuracy: Double? { correct.map { Double($0) / Double(count) } }
}

/// The position of the (first) largest element.
@inline(__always)
func largest<Scalar: NetworkScalar>(_ elements: UnsafePointer<Scalar>, _ count: Int) -> Int {
  var best = 0
  for i in 1..<max(1, count) where elements[i] > elements[best] { best = i }
  return best
}

/// The number of examples of a batch with the right class. For `.values`, that is the class with the largest value.
/// `nil` when the loss does not judge classes.
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
