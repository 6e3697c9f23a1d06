extension CrossEntropy {
  /// Sums the loss of a batch and writes its gradient with respect to the outputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func evaluate<Scalar: NetworkScalar>(
    _ output: UnsafePointer<Scalar>, shape: Shape, targets: Targets<Scalar>,
    examples: UnsafeBufferPointer<Int>,
    lengths: UnsafePointer<Int>?, gradient: UnsafeMutablePointer<Scalar>?
  ) -> Double {
    let classes = shape.count
    let share = 1 / Scalar(examples.count)
    return withUnsafeTemporaryAllocation(of: Scalar.self, capacity: 2 * classes) { scratch in
      // swift-format-ignore: NeverForceUnwrap
      let (target, probabilities) = (scratch.baseAddress!, scratch.baseAddress! + classes)
      var total = 0.0
      for (row, example) in examples.enumerated() {
        let y = output + row * classes
        switch targets {
        case .labels(let labels):
          for i in 0..<classes { target[i] = 0 }
          target[labels[example]] = 1
        case .values(let values):
          for i in 0..<classes { target[i] = values[example * classes + i] }
        case .sequences: return .nan
        }
        if input == .logits {
          let logarithm = softmax(y, classes, into: probabilities)
          var (mass, loss): (Scalar, Scalar) = (0, 0)
          for i in 0..<classes where target[i] != 0 {
            mass += target[i]
            loss += target[i] * (logarithm - y[i])
          }
          // A NaN among the logits must reach the loss even when its target is 0.
          total += Double(loss + (logarithm == logarithm ? 0 : logarithm))
          if let gradient {
            for i in 0..<classes {
              gradient[row * classes + i] = share * (probabilities[i] * mass - target[i])
            }
          }
        } else {
          for i in 0..<classes {
            let p = y[i] < .leastNormalMagnitude ? .leastNormalMagnitude : y[i]
            if target[i] != 0 { total -= Double(target[i] * Scalar.logarithm(p)) }
            gradient?[row * classes + i] = target[i] == 0 ? 0 : -share * target[i] / p
          }
        }
      }
      return total
    }
  }
}
