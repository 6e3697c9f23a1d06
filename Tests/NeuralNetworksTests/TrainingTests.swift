import ElementaryNumerics
import Foundation
import Optimizers
import Testing

@testable import NeuralNetworks

@Suite struct TrainingTests {
  /// Small images; the class is the position of the bright quarter.
  static func examples(_ count: Int = 40, seed: UInt64 = 1) throws -> Examples<Float> {
    var inputs: [Float] = noise(count * 36, seed: seed)
    for n in 0..<count {
      for i in 0..<9 { inputs[n * 36 + (n % 4 / 2 * 3 + i / 3) * 6 + n % 2 * 3 + i % 3] += 2 }
    }
    return try Examples(inputs, shape: [6, 6, 1], targets: .labels((0..<count).map { $0 % 4 }))
  }

  static func trainer(epochs: Int, path: String? = nil, l2: Double = 0) throws -> Trainer<Float> {
    let model = try Sequential<Float>(
      input: [6, 6, 1], seed: 9,
      layers: [
        Convolution2D(4, kernel: 3, initializer: .heNormal), BatchNormalization(), Activation(.relu),
        MaxPooling2D(2),
        Flatten(), Dropout(0.2), Dense(4),
      ])
    var options = TrainingOptions(epochs: epochs, batchSize: 8, seed: 4)
    options.validationShare = 0.2
    options.checkpointPath = path
    options.l2 = l2
    return try Trainer(
      model, loss: CrossEntropy(), optimizer: RMSProp(learningRate: 0.01, momentum: 0.5), options)
  }

  static func scratchFile() -> String {
    FileManager.default.temporaryDirectory.appending(path: "checkpoint-\(UUID().uuidString)").path
  }

  @Test("a tiny problem is learned by heart")
  func overfits() throws {
    var trainer = try Self.trainer(epochs: 40)
    let examples = try Self.examples()
    try trainer.fit(examples, validation: examples)
    #expect(trainer.history.last?.validation?.accuracy == 1)
    #expect(try trainer.model.classes(for: examples) == (0..<40).map { $0 % 4 })
  }

  @Test("the same seed gives the same bytes")
  func repeatable() throws {
    var (first, second) = (try Self.trainer(epochs: 3), try Self.trainer(epochs: 3))
    let examples = try Self.examples()
    #expect(try first.fit(examples) == second.fit(examples))
    #expect(first.model.parameters.map(\.bitPattern) == second.model.parameters.map(\.bitPattern))
    second.options.seed = 5
    second.options.epochs = 4
    first.options.epochs = 4
    try first.fit(examples)
    try second.fit(examples)
    #expect(first.model.parameters != second.model.parameters)
  }

  @Test("training resumed from a checkpoint ends with the same bytes as training in one go")
  func resumes() throws {
    let path = Self.scratchFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let examples = try Self.examples()
    var whole = try Self.trainer(epochs: 6)
    var first = try Self.trainer(epochs: 3, path: path)
    try whole.fit(examples)
    try first.fit(examples)
    var second = try Self.trainer(epochs: 6)
    try second.resume(from: path)
    #expect(second.history == first.history)
    try second.fit(examples)
    #expect(second.history == whole.history)
    #expect(second.model.parameters.map(\.bitPattern) == whole.model.parameters.map(\.bitPattern))
    #expect(second.model.state.map(\.bitPattern) == whole.model.state.map(\.bitPattern))
  }

  @Test("a damaged, cut or foreign checkpoint is reported and changes nothing")
  func damaged() throws {
    let path = Self.scratchFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    var trainer = try Self.trainer(epochs: 1, path: path)
    try trainer.fit(Self.examples())
    let good = try Data(contentsOf: URL(filePath: path))
    var fresh = try Self.trainer(epochs: 1)
    let before = fresh.model.parameters
    for cut in stride(from: 0, to: good.count, by: 97) {
      try good.prefix(cut).write(to: URL(filePath: path))
      #expect(throws: NetworkError.self) { try fresh.resume(from: path) }
      var flipped = good
      flipped[cut] ^= 1
      try flipped.write(to: URL(filePath: path))
      #expect(throws: NetworkError.self) { try fresh.resume(from: path) }
    }
    try good.write(to: URL(filePath: path))
    var other = try Self.trainer(epochs: 1, l2: 0.1)
    #expect(throws: NetworkError.self) { try other.resume(from: path) }
    #expect(throws: NetworkError.self) { try fresh.resume(from: path + ".missing") }
    #expect(fresh.model.parameters == before)
  }

  @Test("a NaN names layer and step, and leaves the checkpoint as it was")
  func notANumber() throws {
    let path = Self.scratchFile()
    defer { try? FileManager.default.removeItem(atPath: path) }
    var trainer = try Self.trainer(epochs: 1, path: path)
    let examples = try Self.examples()
    try trainer.fit(examples)
    let good = try Data(contentsOf: URL(filePath: path))
    trainer.options.epochs = 2
    trainer.model.parameters[trainer.model.parameterRanges[6].lowerBound] = .nan
    #expect(throws: NetworkError.notFinite(what: "an output", layer: "layer 7, Dense(4)", step: 5)) {
      try trainer.fit(examples)
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == good)
    #expect(throws: NetworkError.self) { try trainer.saveCheckpoint(to: path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == good)
  }

  @Test("early stopping ends training and restores the best model")
  func stopsEarly() throws {
    var trainer = try Self.trainer(epochs: 60)
    trainer.options.earlyStopping = EarlyStopping(patience: 2)
    // Labels without a pattern: the validation loss soon rises.
    let examples = try Examples<Float>(
      noise(40 * 36, seed: 3), shape: [6, 6, 1], targets: .labels((0..<40).map { $0 % 4 }))
    let validation = try Examples<Float>(
      noise(40 * 36, seed: 8), shape: [6, 6, 1], targets: .labels((0..<40).map { $0 * 7 % 4 }))
    let history = try trainer.fit(examples, validation: validation)
    let losses = history.compactMap(\.validation?.loss)
    let best = try #require(losses.min())
    #expect(history.count < 60)
    #expect(losses.firstIndex(of: best) == history.count - 4)
    #expect(try trainer.model.evaluate(on: validation, loss: CrossEntropy()).loss == best)
  }

  @Test("one-hot targets have an accuracy like labels, regression targets have none")
  func oneHotAccuracy() throws {
    let model = try Sequential<Float>(input: [3], seed: 4, layers: [Dense(3)])
    let inputs: [Float] = noise(30, seed: 8)
    let labels = (0..<10).map { $0 % 3 }
    let rows: [Float] = labels.flatMap { label in (0..<3).map { $0 == label ? 1 : 0 } }
    func accuracy(_ targets: Targets<Float>, _ loss: some Loss) throws -> Double? {
      try model.evaluate(on: Examples(inputs, shape: [3], targets: targets), loss: loss).accuracy
    }
    let byLabel = try accuracy(.labels(labels), CrossEntropy())
    #expect(byLabel != nil)
    #expect(try accuracy(.values(rows), CrossEntropy()) == byLabel)
    #expect(try accuracy(.values(rows), MeanSquaredError()) == nil)
  }

  @Test("L2 pulls weights, not biases")
  func l2() throws {
    let examples = try Examples<Double>([0], shape: [1], targets: .values([0]))
    var model = try Sequential<Double>(input: [1], layers: [Dense(1)])
    model.parameters = [2, 0]
    var options = TrainingOptions(epochs: 1)
    options.l2 = 0.5
    var trainer = try Trainer(model, loss: MeanSquaredError(), optimizer: SGD(learningRate: 0.1), options)
    try trainer.fit(examples)
    // 2 − 0.1·0.5·2; the data's own gradient is 0.
    #expect(trainer.model.parameters == [1.9, 0])
  }

  @Test("an orthogonal matrix times its transpose is the identity", arguments: [(3, 5), (5, 3), (4, 4)])
  func orthogonal(rows: Int, columns: Int) {
    var generator = SplitMix64(seed: 1)
    var w = [Double](repeating: 0, count: rows * columns)
    Initializer.orthogonal.fill(
      &w, rows: rows, columns: columns, fanIn: rows, fanOut: columns, using: &generator)
    let small = min(rows, columns)
    for i in 0..<small {
      for j in 0..<small {
        let product = (0..<max(rows, columns)).reduce(0.0) { sum, k in
          rows <= columns
            ? sum + w[i * columns + k] * w[j * columns + k] : sum + w[k * columns + i] * w[k * columns + j]
        }
        #expect(abs(product - (i == j ? 1 : 0)) < 1e-14)
      }
    }
  }
}
