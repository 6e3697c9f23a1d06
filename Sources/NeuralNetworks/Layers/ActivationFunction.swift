/// A function for every element. Its derivative can be computed from its value.
public enum ActivationFunction: String, Sendable, CaseIterable {
  /// y = x.
  case linear
  /// y = max(0, x), y′ = 1 where y > 0, else 0.
  case relu
  /// y = tanh x, y′ = 1 − y².
  case tanh
  /// y = 1 / (1 + e⁻ˣ), y′ = y·(1 − y).
  case sigmoid
}

extension ActivationFunction {
  /// Adds the bias of its column to every element of some rows, then applies the function, in place.
  @inline(__always)
  func apply<Scalar: NetworkScalar>(
    to rows: UnsafeMutablePointer<Scalar>, rowCount: Int, columns: Range<Int>, stride: Int,
    bias: UnsafePointer<Scalar>
  ) {
    for row in 0..<rowCount {
      let y = rows + row * stride
      switch self {
      case .linear: for j in columns { y[j] += bias[j] }
      case .relu:
        for j in columns {
          let z = y[j] + bias[j]
          // A NaN must stay a NaN, so that training reports it.
          y[j] = z < 0 ? 0 : z
        }
      case .tanh: for j in columns { y[j] = .hyperbolicTangent(y[j] + bias[j]) }
      case .sigmoid: for j in columns { y[j] = logistic(y[j] + bias[j]) }
      }
    }
  }

  /// target = gradient·f′, with f′ computed from y. `target` and `gradient` may be the same memory.
  @inline(__always)
  func differentiate<Scalar: NetworkScalar>(
    _ gradient: UnsafePointer<Scalar>, output y: UnsafePointer<Scalar>,
    into target: UnsafeMutablePointer<Scalar>,
    _ elements: Range<Int>
  ) {
    switch self {
    case .linear: if target != gradient { for i in elements { target[i] = gradient[i] } }
    case .relu: for i in elements { target[i] = y[i] > 0 ? gradient[i] : 0 }
    case .tanh: for i in elements { target[i] = gradient[i] * (1 - y[i] * y[i]) }
    case .sigmoid: for i in elements { target[i] = gradient[i] * (y[i] * (1 - y[i])) }
    }
  }
}

/// 1 / (1 + e⁻ˣ), without overflow.
@inline(__always)
func logistic<Scalar: NetworkScalar>(_ x: Scalar) -> Scalar {
  if x >= 0 { return 1 / (1 + .exponential(-x)) }
  let e = Scalar.exponential(x)
  return e / (1 + e)
}
