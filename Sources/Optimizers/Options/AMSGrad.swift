/// Whether Adam's denominator keeps its maximum so far, and in which form.
///
/// Source: Reddi, Kale & Kumar (2018), "On the convergence of Adam and beyond".
public enum AMSGrad: Equatable, Hashable, Sendable, CaseIterable {
  /// No maximum.
  case off

  /// w = max(w, v), and w is corrected for bias afterwards: w / (1 − β₂ᵗ). PyTorch, Keras.
  case raw

  /// w = max(w, v / (1 − β₂ᵗ)), used as it is. Optax. The early, large corrections stay for ever.
  case corrected
}
