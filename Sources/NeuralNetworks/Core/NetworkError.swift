/// What is wrong with a model, its data or its training.
public enum NetworkError: Error, Equatable, Sendable {
  /// A layer cannot take examples of this shape.
  case unsuitableInput(layer: String, wants: String, given: Shape)
  /// An option of a layer, a loss or a trainer breaks its rule.
  case invalidOption(owner: String, option: String, value: String, rule: String)
  /// A batch holds another number of elements than its examples' shape says.
  case wrongElementCount(what: String, expected: Int, shape: Shape, given: Int)
  /// There are as many targets as examples, or there should be.
  case wrongTargetCount(expected: Int, given: Int)
  /// A label is no class of the model.
  case labelOutOfRange(label: Int, classes: Int, example: Int)
  /// A number is no token of an embedding's vocabulary.
  case tokenOutOfRange(token: String, vocabulary: Int, example: Int)
  /// A sequence of labels is too long for the steps that the model has for it.
  case infeasibleSequence(example: Int, labels: Int, repeats: Int, steps: Int)
  /// The loss does not fit the model's output.
  case unsuitableTargets(loss: String, wants: String, output: Shape)
  /// The last layer is a softmax and the loss applies another one.
  case doubleSoftmax(layer: String)
  /// The loss wants probabilities and the last layer is no softmax.
  case notProbabilities(layer: String)
  /// A number came out NaN or infinite.
  case notFinite(what: String, layer: String, step: Int)
  /// There are no examples.
  case noExamples
  /// A checkpoint could not be written or read.
  case checkpoint(path: String, reason: String)
}
