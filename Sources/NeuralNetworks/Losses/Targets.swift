/// The targets of a model, one for each example.
public enum Targets<Scalar: NetworkScalar>: Sendable {
  /// A class for each example, from 0.
  case labels([Int])
  /// Values of the output's shape for each example, one example after another; for classes, one-hot rows.
  case values([Scalar])
  /// A sequence of labels for each example.
  case sequences([[Int]])
}
