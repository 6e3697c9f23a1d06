extension NetworkError: CustomStringConvertible {
  /// The problem, the rule, and how to fix it.
  public var description: String {
    switch self {
    case .unsuitableInput(let layer, let wants, let given):
      "\(layer) needs examples of shape \(wants), but got \(given)"
    case .invalidOption(let owner, let option, let value, let rule):
      "\(owner): \(option) is \(value); it must be \(rule)"
    case .wrongElementCount(let what, let expected, let shape, let given):
      "\(what): got \(given) elements, expected \(expected) (examples of shape \(shape))"
    case .wrongTargetCount(let expected, let given):
      "got \(given) targets for \(expected) examples; every example must have one"
    case .labelOutOfRange(let label, let classes, let example):
      "example \(example) has the label \(label); labels must be from 0 to \(classes - 1)"
    case .tokenOutOfRange(let token, let vocabulary, let example):
      "example \(example) holds \(token); tokens must be whole numbers from 0 to \(vocabulary - 1)"
    case .infeasibleSequence(let example, let labels, let repeats, let steps):
      """
      example \(example) has \(labels) labels, and \(repeats) of them repeat the previous label. It needs at least \
      \(labels + repeats) steps, but has \(steps). Leave it out, shorten it, or give the model more steps
      """
    case .unsuitableTargets(let loss, let wants, let output):
      "\(loss) needs \(wants), but the model's output has the shape \(output)"
    case .doubleSoftmax(let layer):
      """
      \(layer) gives probabilities and the loss takes logits, so softmax would be applied twice; \
      use CrossEntropy(from: .probabilities), remove the softmax, or pass allowingDoubleSoftmax: true
      """
    case .notProbabilities(let layer):
      "the loss takes probabilities, but \(layer) is not a softmax; use CrossEntropy(from: .logits) or add a Softmax"
    case .notFinite(let what, let layer, let step):
      "step \(step): \(what) of \(layer) is NaN or infinite; try a smaller learning rate, or look at the data"
    case .noExamples:
      "there are no examples; there must be at least one"
    case .checkpoint(let path, let reason):
      "checkpoint \(path): \(reason)"
    }
  }
}
