extension NetworkError: CustomStringConvertible {
  /// What is wrong, the rule, and how to mend it.
  public var description: String {
    switch self {
    case .unsuitableInput(let layer, let wants, let given):
      "\(layer) wants examples of shape \(wants), but is given \(given)"
    case .invalidOption(let owner, let option, let value, let rule):
      "\(owner): \(option) is \(value); it must be \(rule)"
    case .wrongElementCount(let what, let expected, let shape, let given):
      "\(what): \(given) elements given, \(expected) expected (examples of shape \(shape))"
    case .wrongTargetCount(let expected, let given):
      "\(given) targets given for \(expected) examples; every example needs one"
    case .labelOutOfRange(let label, let classes, let example):
      "example \(example) has the label \(label); with \(classes) classes labels go from 0 to \(classes - 1)"
    case .tokenOutOfRange(let token, let vocabulary, let example):
      "example \(example) holds \(token); tokens are whole numbers from 0 to \(vocabulary - 1)"
    case .infeasibleSequence(let example, let labels, let repeats, let steps):
      """
      example \(example) has \(labels) labels, \(repeats) of them repeating the one before, which takes at least \
      \(labels + repeats) steps; it has \(steps). Leave it out, shorten it, or give the model more steps
      """
    case .unsuitableTargets(let loss, let wants, let output):
      "\(loss) wants \(wants), but the model's output has the shape \(output)"
    case .doubleSoftmax(let layer):
      """
      \(layer) gives probabilities and the loss takes logits, so softmax would be applied twice; \
      use CrossEntropy(from: .probabilities), leave the softmax out, or say allowingDoubleSoftmax: true
      """
    case .notProbabilities(let layer):
      "the loss takes probabilities, but \(layer) is no softmax; use CrossEntropy(from: .logits) or end in a softmax"
    case .notFinite(let what, let layer, let step):
      "step \(step): \(what) of \(layer) is NaN or infinite; try a smaller learning rate, or look at the data"
    case .noExamples:
      "there are no examples to work on; at least one is needed"
    case .checkpoint(let path, let reason):
      "checkpoint \(path): \(reason)"
    }
  }
}
