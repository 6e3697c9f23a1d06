/// Bounds gradients before a step.
///
/// ```swift
/// let clipping = GradientClipping.globalNorm(1.0)
/// let norm = clipping.clip(&gradient)      // the norm before clipping
/// ```
///
/// **Overflow.** The norm is computed without squaring anything that could overflow or vanish: a gradient of
/// 10²⁰⁰ is scaled to the bound like any other. PyTorch, Optax and Keras' `clipnorm` silently turn it into zeros,
/// Keras' `global_clipnorm` into NaN.
///
/// **Non-finite gradients** stay unchanged, and the returned norm is infinite or NaN, so that the optimizer
/// rejects the step. Clipping by value bounds infinities and keeps NaN.
public enum GradientClipping<Scalar: OptimizerScalar>: Equatable, Hashable, Sendable {
  /// Limits every element to −c…c. PyTorch's `clip_grad_value_`, Optax' `clip`, Keras' `clipvalue`.
  case value(Scalar)

  /// Scales all arrays together to a norm of at most c, which keeps the direction. PyTorch's `clip_grad_norm_`,
  /// Optax' `clip_by_global_norm`, Keras' `global_clipnorm`.
  case globalNorm(Scalar, form: NormForm = .exact)

  /// Scales each array separately to a norm of at most c. Keras' `clipnorm`.
  case tensorNorm(Scalar, form: NormForm = .exact)

  /// Clips one array.
  ///
  /// - Parameter gradient: g, changed in place.
  /// - Returns: ‖g‖ before clipping; infinite or NaN when an element is. It is also infinite when the norm is too large
  ///   for the type; the gradient is clipped correctly even then.
  @discardableResult
  public func clip(_ gradient: inout [Scalar]) -> Scalar {
    let norm = Norm([gradient])
    switch self {
    case .value(let bound): clamp(&gradient, to: bound)
    case .globalNorm(let bound, let form), .tensorNorm(let bound, let form):
      norm.scale(&gradient, to: bound, form)
    }
    return norm.value
  }

  /// Clips several arrays.
  ///
  /// - Parameter gradients: One array per parameter array, changed in place.
  /// - Returns: The norm of all elements together before clipping.
  @discardableResult
  public func clip(_ gradients: inout [[Scalar]]) -> Scalar {
    let total = Norm(gradients)
    for index in gradients.indices {
      switch self {
      case .value(let bound): clamp(&gradients[index], to: bound)
      case .globalNorm(let bound, let form): total.scale(&gradients[index], to: bound, form)
      case .tensorNorm(let bound, let form):
        Norm([gradients[index]]).scale(&gradients[index], to: bound, form)
      }
    }
    return total.value
  }

  private func clamp(_ gradient: inout [Scalar], to bound: Scalar) {
    for index in gradient.indices {
      let g = gradient[index]
      gradient[index] = g > bound ? bound : g < -bound ? -bound : g
    }
  }
}

/// ‖g‖₂ of an array, computed without overflow or underflow of the squares.
///
/// - Parameter elements: g.
/// - Returns: The norm; infinite or NaN when an element is.
public func euclideanNorm<Scalar: OptimizerScalar>(_ elements: [Scalar]) -> Scalar {
  Norm([elements]).value
}
