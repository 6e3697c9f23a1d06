import Testing

/// Whether two numbers agree to a fraction of the expected one. NaN never agrees.
func isClose(_ value: Double, _ expected: Double, relative tolerance: Double) -> Bool {
  abs(value - expected) <= tolerance * abs(expected)
}

/// Whether two lists have the same length and agree element by element, to a fraction of the largest expected element.
func areClose(_ values: [Double], _ expected: [Double], relative tolerance: Double) -> Bool {
  let scale = expected.map(abs).max() ?? 0
  return values.count == expected.count
    && zip(values, expected).allSatisfy { abs($0 - $1) <= tolerance * scale }
}
