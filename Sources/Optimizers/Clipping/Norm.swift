/// A Euclidean norm as mantissa·2^exponent, which cannot overflow or vanish.
struct Norm<Scalar: OptimizerScalar> {
  /// Zero or of moderate size; infinite or NaN when an element is.
  private let mantissa: Double
  private let exponent: Int

  /// The norm of all elements of all arrays: one pass; two more when the squares do not fit a `Double`.
  init(_ arrays: [[Scalar]]) {
    var sum = 0.0
    for array in arrays { sum += sumOfSquares(array, scale: 1) }
    if sum > 0x1p-900 && sum < .infinity {
      (mantissa, exponent) = (sum.squareRoot(), 0)
      return
    }
    var peak = 0.0
    for array in arrays {
      let largest = largestMagnitude(array)
      if largest.isNaN || largest > peak { peak = largest }
      if peak.isNaN { break }
    }
    guard peak > 0, peak.isFinite else {
      (mantissa, exponent) = (peak, 0)
      return
    }
    let shift = Swift.max(Int(peak.exponent), -1000)
    sum = 0
    for array in arrays { sum += sumOfSquares(array, scale: powerOfTwo(-shift)) }
    (mantissa, exponent) = (sum.squareRoot(), shift)
  }

  /// The norm as a number; infinite when it is too large for the type.
  var value: Scalar { Scalar(mantissa * powerOfTwo(exponent)) }

  /// Scales the elements by min(1, bound / norm), or PyTorch's form of it.
  func scale(_ elements: inout [Scalar], to bound: Scalar, _ form: NormForm) {
    guard mantissa > 0, mantissa.isFinite else { return }
    let down = powerOfTwo(-exponent)
    let divisor = form == .pyTorch ? mantissa + 1e-6 * down : mantissa
    // The ratio without its power of two. Multiplying by that power first keeps both products in range.
    let ratio = Double(bound) / divisor
    guard ratio * down < 1 else { return }
    multiply(&elements, by: down, ratio)
  }
}

private func powerOfTwo(_ power: Int) -> Double {
  Double(sign: .plus, exponent: power, significand: 1)
}

/// Σ(x·scale)² in double precision, in eight sums, for a small rounding error and vector instructions.
@specialized(where Scalar == Float)
@specialized(where Scalar == Double)
private func sumOfSquares<Scalar: OptimizerScalar>(_ elements: [Scalar], scale: Double) -> Double {
  elements.withSpan { span in
    var sums = SIMD8<Double>.zero
    var index = 0
    while index &+ 8 <= span.count {
      var part = SIMD8<Double>.zero
      for lane in 0..<8 { part[lane] = Double(span[unchecked: index &+ lane]) }
      part *= scale
      sums += part * part
      index &+= 8
    }
    var rest = 0.0
    while index < span.count {
      let x = Double(span[unchecked: index]) * scale
      rest += x * x
      index &+= 1
    }
    return sums.sum() + rest
  }
}

/// The largest |x|, NaN if there is a NaN.
@specialized(where Scalar == Float)
@specialized(where Scalar == Double)
private func largestMagnitude<Scalar: OptimizerScalar>(_ elements: [Scalar]) -> Double {
  var largest: Scalar = 0
  for element in elements {
    if element.isNaN { return .nan }
    largest = Swift.max(largest, element.magnitude)
  }
  return Double(largest)
}

/// x ← x·first·second.
@specialized(where Scalar == Float)
@specialized(where Scalar == Double)
private func multiply<Scalar: OptimizerScalar>(
  _ elements: inout [Scalar], by first: Double, _ second: Double
) {
  for index in elements.indices {
    elements[index] = Scalar(Double(elements[index]) * first * second)
  }
}
