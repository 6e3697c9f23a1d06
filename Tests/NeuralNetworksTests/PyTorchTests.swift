import Foundation
import Testing

@testable import NeuralNetworks

@Suite struct PyTorchTests {
  struct Fixtures: Decodable {
    struct Case: Decodable {
      let name: String
      let inputShape: [Int]
      let input, output, outputGradient, inputGradient, parameters, parameterGradient: [Float]
      let state: [Float]?
    }
    struct Losses: Decodable {
      let logits, crossEntropyGradient, output, target, squareGradient: [Float]
      let labels: [Int]
      let crossEntropy, square: Double
    }
    let layers: [Case]
    let losses: Losses

    static func load() throws -> Fixtures {
      let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
      return try JSONDecoder().decode(
        Fixtures.self, from: Data(contentsOf: folder.appending(path: "layers.json")))
    }
  }

  static let layers: [String: any Layer] = [
    "dense": Dense(5), "convolution": Convolution2D(3, kernel: 3),
    "convolutionStridePadding": Convolution2D(3, kernel: 3, stride: 2, padding: .zeros(1)),
    "maxPooling": MaxPooling2D(2), "maxPoolingOverlap": MaxPooling2D(3, stride: 1),
    "batchNormalization": BatchNormalization(), "softmax": Softmax(), "relu": Activation(.relu),
    "tanh": Activation(.tanh), "sigmoid": Activation(.sigmoid),
  ]

  @Test("layers give PyTorch's outputs and gradients", arguments: layers.keys.sorted())
  func parity(name: String) throws {
    let fixture = try #require(try Fixtures.load().layers.first { $0.name == name })
    let layer = try #require(Self.layers[name])
    let shape = Shape(fixture.inputShape)
    var run = try LayerRun<Float>(layer, input: shape, batchSize: fixture.input.count / shape.count)
    run.model.parameters = fixture.parameters
    let result = run.run(fixture.input, upstream: fixture.outputGradient)
    #expect(difference(result.output, fixture.output) < 1e-5)
    #expect(difference(result.input, fixture.inputGradient) < 1e-5)
    #expect(difference(result.parameters, fixture.parameterGradient) < 1e-5)
    if let state = fixture.state { #expect(difference(result.state, state) < 1e-5) }
  }

  @Test("losses give PyTorch's values and gradients")
  func losses() throws {
    let fixture = try Fixtures.load().losses
    func evaluate(_ loss: any Loss, _ output: [Float], _ targets: Targets<Float>, _ count: Int) -> (
      Double, [Float]
    ) {
      var gradient = [Float](repeating: .nan, count: output.count)
      let total = Array(0..<count).withUnsafeBufferPointer {
        loss.evaluate(output, shape: [4], targets: targets, examples: $0, lengths: nil, gradient: &gradient)
      }
      return (total / Double(count), gradient)
    }
    let entropy = evaluate(CrossEntropy(), fixture.logits, .labels(fixture.labels), 5)
    #expect(abs(entropy.0 - fixture.crossEntropy) < 1e-6)
    #expect(difference(entropy.1, fixture.crossEntropyGradient) < 1e-5)
    let square = evaluate(MeanSquaredError(), fixture.output, .values(fixture.target), 3)
    #expect(abs(square.0 - fixture.square) < 1e-6)
    #expect(difference(square.1, fixture.squareGradient) < 1e-5)
  }
}
