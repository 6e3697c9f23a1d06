/// Linear equations with several unknowns, which may determine a linear expression without determining all of them.
struct LinearSystem {
  /// The equations in echelon form: coefficients and, last, the right side.
  private var rows: [(pivot: Int, numbers: [MathScalar])] = []
  /// Whether an equation contradicts the others.
  private(set) var isContradictory = false
  private static let tolerance = 1e-11

  /// Adds an equation: the products of coefficients and unknowns add up to the value.
  mutating func add(_ coefficients: [MathScalar], equals value: MathScalar) {
    let reduced = reduce(coefficients + [value])
    guard let pivot = reduced.dropLast().firstIndex(where: { $0.value.magnitude > Self.tolerance }) else {
      if let rest = reduced.last, rest.value.magnitude > 1e-6 { isContradictory = true }
      return
    }
    let scaled = reduced.map { $0 / reduced[pivot] }
    rows.append((pivot, scaled))
  }

  /// The value of a linear expression in the unknowns; nil if the equations do not determine it.
  func value(of coefficients: [MathScalar]) -> MathScalar? {
    let reduced = reduce(coefficients + [.zero])
    guard !isContradictory, reduced.dropLast().allSatisfy({ $0.value.magnitude <= Self.tolerance }),
      let rest = reduced.last
    else { return nil }
    return .zero - rest
  }

  private func reduce(_ numbers: [MathScalar]) -> [MathScalar] {
    rows.reduce(numbers) { numbers, row in
      let factor = numbers[row.pivot]
      if factor.value == 0 { return numbers }
      return zip(numbers, row.numbers).map { $0 - factor * $1 }
    }
  }
}
