/// A problem with a model, its data or its training.
public enum NetworkError: Error, Equatable, Sendable {
  /// A layer cannot take examples of this shape.
  case unsuitableInput(layer: String, wants: String, given: Shape)
  /// An option of a layer, a loss or a trainer breaks its rule.
  case invalidOption(owner: String, option: String, value: String, rule: String)
  /// The number of elements does not match the shape of the examples.
  case wrongElementCount(what: String, expected: Int, shape: Shape, given: Int)
  /// The number of targets is not the number of examples.
  case wrongTargetCount(expected: Int, given: Int)
  /// A label is not a class of the model.
  case labelOutOfRange(label: Int, classes: Int, example: Int)
  /// A number is not a token of an embedding's vocabulary.
  case tokenOutOfRange(token: String, vocabulary: Int, example: Int)
  /// A sequence of labels is too long for the number of steps of its example.
  case infeasibleSequence(example: Int, labels: Int, repeats: Int, steps: Int)
  /// The loss does not fit the model's output.
  case unsuitableTargets(loss: String, wants: String, output: Shape)
  /// The last layer is a softmax, and the loss applies another one.
  case doubleSoftmax(layer: String)
  /// The loss needs probabilities, but the last layer is not a softmax.
  case notProbabilities(layer: String)
  /// A computed number is NaN or infinite.
  case notFinite(what: String, layer: String, step: Int)
  /// There are no examples.
  case noExamples
  /// A checkpoint could not be written or read.
  case checkpoint(path: String, reason: String)
}
