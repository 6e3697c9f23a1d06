extension Convolution2D {
  /// y = f(X·W + b). Each lane processes half of the images, a few at a time.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    let windows = Windows(self, pass.inputShape)
    let (filters, activation) = (filters, activation)
    let chunk = windows.chunk(of: pass.batchSize)
    let (inner, positions) = (windows.windowCount, windows.positionCount)
    Lanes.run { lane in
      let images = Lanes.part(lane, of: pass.batchSize)
      let matrix = pass.workspace + lane * chunk * windows.matrixCount
      var first = images.lowerBound
      while first < images.upperBound {
        let count = min(chunk, images.upperBound - first)
        for k in 0..<count {
          windows.unfold(
            pass.input + (first + k) * windows.imageCount, into: matrix + k * windows.matrixCount)
        }
        let output = pass.output + first * positions * filters
        Scalar.multiply(
          rows: count * positions, columns: filters, inner: inner, a: MatrixOperand(matrix, stride: inner),
          b: MatrixOperand(pass.parameters, stride: filters), into: output, stride: filters, adding: false)
        activation.apply(
          to: output, rowCount: count * positions, columns: 0..<filters, stride: filters,
          bias: pass.parameters + inner * filters)
        first += count
      }
    }
  }

  /// ∂L/∂W = Xᵀ·δ, ∂L/∂b = Σ δ, ∂L/∂X = δ·Wᵀ, summed into ∂L/∂x.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    let windows = Windows(self, pass.inputShape)
    let (filters, activation) = (filters, activation)
    let chunk = windows.chunk(of: pass.batchSize)
    let (inner, positions) = (windows.windowCount, windows.positionCount)
    let parameterCount = (inner + 1) * filters
    let partial = pass.workspace + Lanes.count * chunk * windows.matrixCount
    Lanes.run { lane in
      let images = Lanes.part(lane, of: pass.batchSize)
      let matrix = pass.workspace + lane * chunk * windows.matrixCount
      let gradient = partial + lane * parameterCount
      for k in 0..<parameterCount { gradient[k] = 0 }
      let bias = gradient + inner * filters
      var first = images.lowerBound
      while first < images.upperBound {
        let count = min(chunk, images.upperBound - first)
        let rows = count * positions
        let delta = pass.outputGradient + first * positions * filters
        activation.differentiate(
          UnsafePointer(delta), output: pass.output + first * positions * filters, into: delta,
          0..<rows * filters)
        for row in 0..<rows {
          for o in 0..<filters { bias[o] += delta[row * filters + o] }
        }
        for k in 0..<count {
          windows.unfold(
            pass.input + (first + k) * windows.imageCount, into: matrix + k * windows.matrixCount)
        }
        Scalar.multiply(
          rows: inner, columns: filters, inner: rows,
          a: MatrixOperand(matrix, stride: inner, isTransposed: true),
          b: MatrixOperand(delta, stride: filters), into: gradient, stride: filters, adding: true)
        if let inputGradient = pass.inputGradient {
          Scalar.multiply(
            rows: rows, columns: inner, inner: filters, a: MatrixOperand(delta, stride: filters),
            b: MatrixOperand(pass.parameters, stride: filters, isTransposed: true), into: matrix,
            stride: inner,
            adding: false)
          for k in 0..<count {
            windows.fold(
              matrix + k * windows.matrixCount, into: inputGradient + (first + k) * windows.imageCount)
          }
        }
        first += count
      }
    }
    for k in 0..<parameterCount { pass.parameterGradient[k] = partial[k] + partial[parameterCount + k] }
  }
}
