import Optimizers
import Testing

@testable import NeuralNetworks

@Suite struct BadInputTests {
  @Test("a layer that does not fit names the shapes that it needs and got")
  func shapes() {
    let error = #expect(throws: NetworkError.self) {
      try Sequential<Float>(input: [4, 4, 1], layers: [MaxPooling2D(2), Convolution2D(8, kernel: 3)])
    }
    #expect(
      error?.description
        == "Convolution2D(8, kernel: 3) needs examples of shape at least 3 × 3 × channels, padding counted, "
        + "but got 2 × 2 × 1")
  }

  @Test("examples of another shape than the model's name both")
  func exampleShape() throws {
    let model = try Sequential<Float>(input: [3], layers: [Dense(2)])
    let examples = try Examples<Float>([1, 2, 3, 4], shape: [2], targets: .labels([0, 1]))
    #expect(throws: NetworkError.unsuitableInput(layer: "the model", wants: "3", given: [2])) {
      try model.evaluate(on: examples, loss: CrossEntropy())
    }
    #expect(throws: NetworkError.self) { try Examples<Float>([1, 2, 3], shape: [2], targets: .labels([0])) }
    #expect(throws: NetworkError.noExamples) { try Examples<Float>([], shape: [2], targets: .labels([])) }
  }

  @Test("a label out of range is reported with its example", arguments: [-1, 2])
  func labels(label: Int) throws {
    let model = try Sequential<Float>(input: [1], layers: [Dense(2)])
    let examples = try Examples<Float>([1, 2], shape: [1], targets: .labels([0, label]))
    var trainer = try Trainer(model, loss: CrossEntropy(), optimizer: SGD(learningRate: 0.1))
    #expect(throws: NetworkError.labelOutOfRange(label: label, classes: 2, example: 1)) {
      try trainer.fit(examples)
    }
  }

  @Test("logits and probabilities are confused only on request")
  func doubleSoftmax() throws {
    let probable = try Sequential<Float>(input: [2], layers: [Dense(3), Softmax()])
    let plain = try Sequential<Float>(input: [2], layers: [Dense(3)])
    let sgd = SGD<Float>(learningRate: 0.1)
    #expect(throws: NetworkError.doubleSoftmax(layer: "Softmax")) {
      try Trainer(probable, loss: CrossEntropy(), optimizer: sgd)
    }
    #expect(throws: NetworkError.notProbabilities(layer: "Dense(3)")) {
      try Trainer(plain, loss: CrossEntropy(from: .probabilities), optimizer: sgd)
    }
    _ = try Trainer(probable, loss: CrossEntropy(allowingDoubleSoftmax: true), optimizer: sgd)
    _ = try Trainer(probable, loss: CrossEntropy(from: .probabilities), optimizer: sgd)
  }

  @Test("options that break their rule are reported")
  func options() {
    let layers: [any Layer] = [
      Dense(0), Convolution2D(0, kernel: 3), Convolution2D(2, kernel: 1, stride: 0),
      Convolution2D(2, kernel: 1, padding: .zeros(-1)), MaxPooling2D(0), Dropout(1),
      BatchNormalization(epsilon: 0),
    ]
    for layer in layers {
      #expect(throws: NetworkError.self) { try Sequential<Float>(input: [4, 4, 1], layers: [layer]) }
    }
    #expect(throws: NetworkError.self) { try Sequential<Float>(input: [4], layers: []) }
    #expect(throws: NetworkError.self) { try Sequential<Float>(input: [0], layers: [Dense(1)]) }
  }
}
