extension Dense {
  /// y = f(x·W + b). Each lane computes half of the units, so that W is read once.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    let (inputs, units, activation) = (inputs(pass.inputShape), units, activation)
    let rows = pass.batchSize * pass.inputShape.count / inputs
    let bias = pass.parameters + inputs * units
    Lanes.run(rows * inputs * units > Self.worthwhileProduct) { lane in
      let columns = Lanes.part(lane, of: units)
      Scalar.multiply(
        rows: rows, columns: columns.count, inner: inputs, a: MatrixOperand(pass.input, stride: inputs),
        b: MatrixOperand(pass.parameters + columns.lowerBound, stride: units),
        into: pass.output + columns.lowerBound, stride: units, adding: false)
      activation.apply(to: pass.output, rowCount: rows, columns: columns, stride: units, bias: bias)
    }
  }

  /// ∂L/∂W = xᵀ·δ, ∂L/∂b = Σ δ, ∂L/∂x = δ·Wᵀ. Each lane computes half of the inputs.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    let (inputs, units) = (inputs(pass.inputShape), units)
    let rows = pass.batchSize * pass.inputShape.count / inputs
    let delta = pass.outputGradient
    activation.differentiate(UnsafePointer(delta), output: pass.output, into: delta, 0..<rows * units)
    sumRows(delta, rows: rows, columns: units, into: pass.parameterGradient + inputs * units)
    Lanes.run(rows * inputs * units > Self.worthwhileProduct) { lane in
      let part = Lanes.part(lane, of: inputs)
      Scalar.multiply(
        rows: part.count, columns: units, inner: rows,
        a: MatrixOperand(pass.input + part.lowerBound, stride: inputs, isTransposed: true),
        b: MatrixOperand(delta, stride: units),
        into: pass.parameterGradient + part.lowerBound * units, stride: units, adding: false)
      guard let inputGradient = pass.inputGradient else { return }
      Scalar.multiply(
        rows: rows, columns: part.count, inner: units, a: MatrixOperand(delta, stride: units),
        b: MatrixOperand(pass.parameters + part.lowerBound * units, stride: units, isTransposed: true),
        into: inputGradient + part.lowerBound, stride: inputs, adding: false)
    }
  }

  /// The number of multiplications from which two threads are faster than one.
  static var worthwhileProduct: Int { 500_000 }
}

/// The sum of each column.
@inline(__always)
func sumRows<Scalar: NetworkScalar>(
  _ elements: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int, into sums: UnsafeMutablePointer<Scalar>
) {
  for j in 0..<columns { sums[j] = 0 }
  for row in 0..<rows {
    let x = elements + row * columns
    for j in 0..<columns { sums[j] += x[j] }
  }
}
