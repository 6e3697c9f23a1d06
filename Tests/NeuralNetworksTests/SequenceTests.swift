import Foundation
import Testing

@testable import NeuralNetworks
import Optimizers

@Suite struct SequenceTests {
  struct Fixtures: Decodable {
    struct Layer: Decodable {
      let name: String
      let inputShape, lengths: [Int]
      let input, output, outputGradient, inputGradient, parameters, parameterGradient: [Float]
    }
    struct Temporal: Decodable {
      let steps, classes, blank: Int
      let lengths: [Int]
      let targets: [[Int]]
      let logits, gradient: [Double]
      let loss: Double
    }
    struct Errors: Decodable {
      let reference, hypothesis: String
      let words, characters: Double
      let wordErrors: Int
    }
    let layers: [Layer]
    let temporal: [Temporal]
    let errors: [Errors]

    static func load() throws -> Fixtures {
      let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
      return try JSONDecoder().decode(
        Fixtures.self, from: Data(contentsOf: folder.appending(path: "sequences.json")))
    }
  }

  static let layers: [String: any Layer] = [
    "lastState": LSTM(5), "allStates": LSTM(4, output: .allStates), "lastValidState": LSTM(3),
    "embedding": Embedding(vocabulary: 6, features: 3),
  ]

  @Test(
    "recurrent layers and embeddings give PyTorch's outputs and gradients", arguments: layers.keys.sorted())
  func parity(name: String) throws {
    let fixture = try #require(try Fixtures.load().layers.first { $0.name == name })
    let layer = try #require(Self.layers[name])
    var run = try LayerRun<Float>(layer, input: Shape(fixture.inputShape), batchSize: fixture.lengths.count)
    if name != "embedding" { run.lengths = fixture.lengths }
    run.model.parameters = fixture.parameters
    let result = run.run(fixture.input, upstream: fixture.outputGradient)
    #expect(difference(result.output, fixture.output) < 1e-5)
    #expect(difference(result.input, fixture.inputGradient) < 1e-5)
    #expect(difference(result.parameters, fixture.parameterGradient) < 1e-5)
  }

  @Test("values past the end of a sequence have no influence")
  func padding() throws {
    for output in [LSTM.Output.lastState, .allStates] {
      var run = try LayerRun<Double>(LSTM(3, output: output), input: [6, 2], batchSize: 3)
      run.lengths = [4, 6, 1]
      let upstream: [Double] = noise(3 * run.model.outputShape.count, seed: 2)
      var x: [Double] = noise(36, seed: 1)
      let first = run.run(x, upstream: upstream)
      for i in [8, 9, 11, 26, 35] { x[i] = 100 }
      let second = run.run(x, upstream: upstream)
      #expect(first.output == second.output)
      #expect(first.parameters == second.parameters)
      #expect(second.input[8..<12].allSatisfy { $0 == 0 } && second.input[26..<36].allSatisfy { $0 == 0 })
    }
  }

  @Test("eˣ of many elements agrees with the C library within two parts in ten million")
  func exponentials() {
    let x = (-87_000...88_000).map { Float($0) / 1000 }
    var y = x
    y.withUnsafeMutableBufferPointer { Float.exponentials($0.baseAddress!, count: $0.count) }
    let worst = zip(x, y).map { abs(Double($1) / Foundation.exp(Double($0)) - 1) }.max() ?? 1
    #expect(worst < 2e-7)
    var special: [Float] = [.nan, .infinity, -.infinity, 1e30, -1e30, 0]
    special.withUnsafeMutableBufferPointer { Float.exponentials($0.baseAddress!, count: $0.count) }
    #expect(
      special[0].isNaN && special[1].isFinite && special[1] > 1e38 && special[2] > 0 && special[2] < 1e-37)
    #expect(special[3] == special[1] && special[4] == special[2] && special[5] == 1)
  }

  @Test("the CTC loss and its gradient are PyTorch's", arguments: 0..<4)
  func temporal(index: Int) throws {
    let fixture = try Fixtures.load().temporal[index]
    let loss = ConnectionistTemporalClassification(blank: fixture.blank)
    let shape: Shape = [fixture.steps, fixture.classes]
    try loss.check(output: shape, last: "Dense", endsInSoftmax: false)
    let targets = Targets<Double>.sequences(fixture.targets)
    try loss.check(targets, exampleCount: fixture.targets.count, output: shape, lengths: fixture.lengths)
    var gradient = [Double](repeating: .nan, count: fixture.logits.count)
    let total = Array(fixture.targets.indices).withUnsafeBufferPointer {
      loss.evaluate(
        fixture.logits, shape: shape, targets: targets, examples: $0, lengths: fixture.lengths,
        gradient: &gradient)
    }
    #expect(abs(total / fixture.loss - 1) < 1e-8)
    #expect(difference(gradient, fixture.gradient) < 1e-8)
  }

  @Test(
    "the CTC loss is the sum over every path, and a beam that keeps all finds the best labels",
    arguments: 0..<20)
  func everyPath(seed: Int) throws {
    let (steps, classes) = (4, 3)
    let loss = ConnectionistTemporalClassification()
    let logits: [Double] = noise(steps * classes, seed: UInt64(seed))
    let logarithms = logits.withUnsafeBufferPointer { logSoftmax($0, classes: classes) }
    var mass: [[Int]: Double] = [:]
    for code in 0..<81 {
      let path = [code / 27, code / 9 % 3, code / 3 % 3, code % 3]
      let probability = exp(path.enumerated().reduce(0) { $0 + logarithms[$1.offset * classes + $1.element] })
      var labels: [Int] = []
      for (t, k) in path.enumerated() where k != 0 && (t == 0 || path[t - 1] != k) { labels.append(k) }
      mass[labels, default: 0] += probability
    }
    for (labels, probability) in mass {
      let value = [0].withUnsafeBufferPointer {
        loss.evaluate(
          logits, shape: [steps, classes], targets: .sequences([labels]), examples: $0, lengths: nil,
          gradient: nil)
      }
      #expect(abs(value + log(probability)) < 1e-12)
    }
    let best = try #require(mass.max { $0.value < $1.value })
    let found = loss.prefixSearch(logits, classes: classes, beamWidth: 1000)
    #expect(found.labels == best.key)
    #expect(abs(found.logProbability - log(best.value)) < 1e-12)
  }

  @Test("the best path drops repeats, then blanks")
  func bestPath() {
    let loss = ConnectionistTemporalClassification()
    let path = [1, 1, 0, 1, 2, 2, 0, 0, 3]
    let scores = path.flatMap { best in (0..<4).map { $0 == best ? 1.0 : 0 } }
    #expect(loss.bestPath(scores, classes: 4) == [1, 1, 2, 3])
    #expect(loss.bestPath([Double](), classes: 4) == [])
    #expect(loss.prefixSearch(scores.map { 20 * $0 }, classes: 4, beamWidth: 3).labels == [1, 1, 2, 3])
  }

  @Test("labels that need too many steps are refused by name")
  func infeasible() {
    let loss = ConnectionistTemporalClassification()
    func check(_ sequences: [[Int]], _ lengths: [Int]? = nil) throws {
      try loss.check(
        Targets<Float>.sequences(sequences), exampleCount: 2, output: [4, 3], lengths: lengths)
    }
    #expect(throws: Never.self) { try check([[1, 2, 1, 2], [1, 1, 2]]) }
    #expect(throws: NetworkError.infeasibleSequence(example: 1, labels: 3, repeats: 2, steps: 4)) {
      try check([[1], [2, 2, 2]])
    }
    #expect(throws: NetworkError.infeasibleSequence(example: 0, labels: 2, repeats: 0, steps: 1)) {
      try check([[1, 2], [1]], [1, 4])
    }
    #expect(throws: NetworkError.labelOutOfRange(label: 0, classes: 3, example: 0)) { try check([[0], [1]]) }
    #expect(throws: NetworkError.labelOutOfRange(label: 3, classes: 3, example: 1)) { try check([[1], [3]]) }
    #expect(throws: NetworkError.wrongTargetCount(expected: 2, given: 1)) { try check([[1]]) }
    #expect(throws: NetworkError.doubleSoftmax(layer: "Softmax()")) {
      try loss.check(output: [4, 3], last: "Softmax()", endsInSoftmax: true)
    }
  }

  @Test("a number that is not a token is named", arguments: [-1, 3, 0.5, .nan, .infinity] as [Float])
  func tokens(value: Float) throws {
    let model = try Sequential<Float>(input: [2], layers: [Embedding(vocabulary: 3, features: 2)])
    #expect(throws: NetworkError.tokenOutOfRange(token: "\(value)", vocabulary: 3, example: 1)) {
      try model.predictions(for: [0, 2, 1, value])
    }
    #expect(try model.predictions(for: [0, 2, 1, 0]).count == 8)
  }

  @Test("word and character error rates are jiwer's")
  func errorRates() throws {
    var (sum, expected) = (ErrorCounts(), 0)
    for fixture in try Fixtures.load().errors {
      let words = ErrorCounts.words(reference: fixture.reference, hypothesis: fixture.hypothesis)
      let characters = ErrorCounts.characters(reference: fixture.reference, hypothesis: fixture.hypothesis)
      #expect(abs(words.rate - fixture.words) < 1e-12)
      #expect(abs(characters.rate - fixture.characters) < 1e-12)
      sum = sum + words
      expected += fixture.wordErrors
    }
    #expect(sum.total == expected)
  }

  @Test("two recurrent layers and CTC learn to spell by heart")
  func learns() throws {
    let sequences = [[1, 2, 2], [3, 1], [2]]
    let lengths = [10, 8, 6]
    let examples = try Examples<Float>(
      noise(3 * 10 * 4, seed: 9), shape: [10, 4], targets: .sequences(sequences), lengths: lengths)
    let model = try Sequential<Float>(
      input: [10, 4], seed: 2, layers: [LSTM(16, output: .allStates), LSTM(16, output: .allStates), Dense(4)])
    let loss = ConnectionistTemporalClassification()
    var trainer = try Trainer(
      model, loss: loss, optimizer: RMSProp(learningRate: 0.01), TrainingOptions(epochs: 120, batchSize: 3))
    let history = try trainer.fit(examples)
    #expect(try #require(history.last).training.loss < 0.1)
    let scores = try trainer.model.predictions(for: examples)
    for (row, labels) in sequences.enumerated() {
      let own = scores[row * 40..<row * 40 + lengths[row] * 4]
      #expect(loss.bestPath(own, classes: 4) == labels)
      #expect(loss.prefixSearch(own, classes: 4).labels == labels)
    }
  }
}
