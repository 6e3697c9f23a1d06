import Testing

@testable import NeuralNetworks

@Suite struct GradientTests {
  static let layers: [(layer: any Layer, input: Shape)] = [
    (Dense(3), [5]), (Dense(4, activation: .tanh), [3, 5]), (Dense(4, activation: .sigmoid), [5]),
    (Dense(4, activation: .relu), [6]),
    (Convolution2D(3, kernel: 3), [5, 6, 2]),
    (Convolution2D(2, kernel: 3, stride: 2, padding: .same, activation: .tanh), [6, 5, 2]),
    (Convolution2D(2, kernel: 2, stride: 3, padding: .zeros(2)), [4, 5, 1]),
    (MaxPooling2D(2), [5, 4, 2]), (MaxPooling2D(3, stride: 1), [5, 4, 2]), (Flatten(), [2, 3, 2]),
    (Activation(.relu), [7]), (Activation(.tanh), [7]), (Activation(.sigmoid), [7]),
    (Activation(.linear), [7]),
    (LSTM(3), [4, 2]), (LSTM(2, output: .allStates), [3, 3]),
    (Softmax(), [2, 5]), (Dropout(0.4), [9]), (BatchNormalization(), [2, 2, 3]),
  ]

  @Test("each layer's gradients are the slopes of its output", arguments: layers.indices)
  func slopes(index: Int) throws {
    let (layer, input) = Self.layers[index]
    let batchSize = 5
    var run = try LayerRun<Double>(layer, input: input, batchSize: batchSize)
    run.model.parameters = noise(run.model.parameters.count, seed: 2)
    let x: [Double] = noise(batchSize * input.count, seed: 1)
    let upstream: [Double] = noise(batchSize * run.model.outputShape.count, seed: 4)
    let result = run.run(x, upstream: upstream)
    // Central differences of step 1e-5 are right to about 1e-10 (rounding 1e-16 / 1e-5, curvature 1e-10).
    let step = 1e-5
    func slope(_ change: (Double) -> [Double]) -> Double {
      zip(zip(change(step), change(-step)), upstream).reduce(0) { $0 + ($1.0.0 - $1.0.1) * $1.1 } / (2 * step)
    }
    let byInput = x.indices.map { i in
      slope {
        var moved = x
        moved[i] += $0
        return run.run(moved, upstream: nil).output
      }
    }
    let byParameter = run.model.parameters.indices.map { i in
      slope {
        var moved = run
        moved.model.parameters[i] += $0
        return moved.run(x, upstream: nil).output
      }
    }
    #expect(difference(result.input, byInput) < 1e-6)
    #expect(difference(result.parameters, byParameter) < 1e-6)
  }

  @Test("each loss's gradient is the slope of the loss", arguments: 0..<4)
  func losses(index: Int) throws {
    let probabilities: [Double] = [0.2, 0.5, 0.3, 0.6, 0.3, 0.1, 0.1, 0.1, 0.8]
    let cases: [(any Loss, Targets<Double>, [Double])] = [
      (MeanSquaredError(), .values(noise(9, seed: 2)), noise(9, seed: 1)),
      (CrossEntropy(), .labels([2, 0, 1]), noise(9, seed: 1)),
      (CrossEntropy(), .values([0.5, 0.5, 0, 1, 0, 0, 0.2, 0.3, 0.5]), noise(9, seed: 1)),
      (CrossEntropy(from: .probabilities), .labels([2, 0, 1]), probabilities),
    ]
    let (loss, targets, output) = cases[index]
    func mean(_ output: [Double], _ gradient: UnsafeMutablePointer<Double>?) -> Double {
      [0, 1, 2].withUnsafeBufferPointer {
        loss.evaluate(output, shape: [3], targets: targets, examples: $0, lengths: nil, gradient: gradient)
          / 3
      }
    }
    var gradient = [Double](repeating: .nan, count: 9)
    _ = mean(output, &gradient)
    let slopes = output.indices.map { i in
      var (up, down) = (output, output)
      up[i] += 1e-5
      down[i] -= 1e-5
      return (mean(up, nil) - mean(down, nil)) / 2e-5
    }
    #expect(difference(gradient, slopes) < 1e-6)
  }
}
