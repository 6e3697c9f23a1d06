import Foundation
import NeuralNetworks
import Optimizers

/// Trains the two models on unpacked IDX files, and prints their accuracy on the test images.
func reportAccuracy(folder: String, epochs: Int, seed: UInt64, only: String?) throws {
  func images(_ kind: String, _ shape: Shape) throws -> Examples<Float> {
    let folder = URL(filePath: folder)
    let pixels = try Data(contentsOf: folder.appending(path: "\(kind)-images-idx3-ubyte"))
    let labels = try Data(contentsOf: folder.appending(path: "\(kind)-labels-idx1-ubyte"))
    return try Examples(
      bytes: Array(pixels.dropFirst(16)), scale: 1 / 255, shape: shape,
      targets: .labels(labels.dropFirst(8).map { Int($0) }))
  }
  for subject in Subject.all where only == nil || subject.name == only {
    let (training, test) = (try images("train", subject.input), try images("t10k", subject.input))
    let isDense = subject.name == "dense"
    let layers = isDense ? subject.layers : subject.layers.dropLast() + [Dropout(0.5), Dense(10)]
    let model = try Sequential<Float>(input: subject.input, seed: seed, layers: layers)
    var options = TrainingOptions(epochs: epochs, seed: seed)
    options.schedule = CosineDecay(initialRate: 0.001, endRate: 0.00002, decaySteps: epochs * 1875)
    var trainer = try Trainer(model, loss: CrossEntropy(), optimizer: RMSProp(learningRate: 0.001), options)
    print("\(subject.name), seed \(seed)")
    try trainer.fit(training, validation: test) { print($0) }
  }
}
