/// Where ε enters the denominator of an adaptive rule.
///
/// With s the mean square (or sum of squares) after any bias correction:
///
/// | case | denominator | used by |
/// |---|---|---|
/// | `outsideRoot` | √s + ε | PyTorch, MLX, Swift for TensorFlow |
/// | `insideRoot` | √(s + ε) | Keras and Optax (RMSProp, Adagrad), TensorFlow 1 |
/// | `beforeCorrection` | (√v + ε) before v is corrected, that is √s + ε/√(1 − βᵗ) | Keras and Swift for TensorFlow (Adam) |
///
/// Rule of thumb: ε outside ≈ √(ε inside).
public enum EpsilonPlacement: Equatable, Hashable, Sendable, CaseIterable {
  /// √s + ε.
  case outsideRoot

  /// √(s + ε).
  case insideRoot

  /// √v + ε with v not yet corrected for bias: "ε̂" of Kingma & Ba (2015), section 2.
  ///
  /// For a rule, or a setting, without bias correction this is the same as `outsideRoot`.
  case beforeCorrection
}
