extension LSTM {
  /// Computes δz backwards through the steps, then sums the gradients of all steps in three products.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func backward<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>) {
    let isWorthwhile =
      pass.batchSize * parameterCount(for: pass.inputShape) * pass.inputShape[0] > Dense.worthwhileProduct
    func memory(_ lane: Int) -> LSTMMemory<Scalar> {
      LSTMMemory(lane: lane, of: self, pass.inputShape, batchSize: pass.batchSize, in: pass.workspace)
    }
    Lanes.run(isWorthwhile) { lane in unroll(pass, memory(lane)) }
    Lanes.run(isWorthwhile) { lane in
      let columns = Lanes.part(lane, of: 4 * units)
      for other in 0..<Lanes.count {
        sumGradients(pass, memory(other), columns: columns, adding: other > 0)
      }
    }
    if pass.inputGradient != nil {
      Lanes.run(isWorthwhile) { lane in writeInputGradient(pass, memory(lane)) }
    }
  }

  /// Writes δz of all steps over the gates, from the last step to the first.
  @inline(__always)
  private func unroll<Scalar: NetworkScalar>(_ pass: BackwardPass<Scalar>, _ memory: LSTMMemory<Scalar>) {
    let layout = memory.layout
    let (rows, units, block) = (layout.rows.count, units, layout.stateBlock)
    let width = 4 * units
    let recurrent = pass.parameters + layout.inputs * width
    for j in 0..<block { (memory.stateDelta[j], memory.cellDelta[j]) = (0, 0) }
    for t in (0..<memory.activeSteps(pass.lengths)).reversed() {
      let gates = memory.gates + t * layout.gateBlock
      for row in 0..<rows {
        let (length, offset) = (memory.length(row, pass.lengths), row * units)
        let delta = memory.stateDelta + offset
        guard t < length else {
          for j in 0..<width { gates[row * width + j] = 0 }
          continue
        }
        let example = layout.rows.lowerBound + row
        switch output {
        case .lastState where t == length - 1: add(pass.outputGradient + example * units, to: delta)
        case .allStates: add(pass.outputGradient + (example * layout.steps + t) * units, to: delta)
        default: break
        }
        retreat(
          gates: gates + row * width, oldCell: memory.cells + t * block + offset,
          shown: memory.shownCells + t * block + offset, stateDelta: delta,
          cellDelta: memory.cellDelta + offset)
      }
      guard t > 0 else { return }
      Scalar.multiply(
        rows: rows, columns: units, inner: width, a: MatrixOperand(gates, stride: width),
        b: MatrixOperand(recurrent, stride: width, isTransposed: true), into: memory.stateDelta,
        stride: units,
        adding: false)
    }
  }

  @inline(__always)
  private func add<Scalar: NetworkScalar>(
    _ gradient: UnsafePointer<Scalar>, to delta: UnsafeMutablePointer<Scalar>
  ) {
    for j in 0..<units { delta[j] += gradient[j] }
  }

  /// The backward step of one example. `gates` holds i, f, g, o before the call and δz after it. `cellDelta` holds
  /// δc ⊙ f after the call, and `stateDelta` is overwritten.
  @inline(__always)
  private func retreat<Scalar: NetworkScalar>(
    gates: UnsafeMutablePointer<Scalar>, oldCell: UnsafePointer<Scalar>, shown: UnsafePointer<Scalar>,
    stateDelta: UnsafeMutablePointer<Scalar>, cellDelta: UnsafeMutablePointer<Scalar>
  ) {
    let units = units
    let (kept, candidate, output) = (gates + units, gates + 2 * units, gates + 3 * units)
    for j in 0..<units { cellDelta[j] += stateDelta[j] * output[j] * (1 - shown[j] * shown[j]) }
    for j in 0..<units { output[j] = stateDelta[j] * shown[j] * output[j] * (1 - output[j]) }
    for j in 0..<units { stateDelta[j] = cellDelta[j] * candidate[j] * gates[j] * (1 - gates[j]) }
    for j in 0..<units { candidate[j] = cellDelta[j] * gates[j] * (1 - candidate[j] * candidate[j]) }
    for j in 0..<units { gates[j] = stateDelta[j] }
    for j in 0..<units { stateDelta[j] = cellDelta[j] * kept[j] }
    for j in 0..<units { kept[j] = cellDelta[j] * oldCell[j] * kept[j] * (1 - kept[j]) }
    for j in 0..<units { cellDelta[j] = stateDelta[j] }
  }

  /// Sums some columns of ∂L/∂W, ∂L/∂U and ∂L/∂b over the examples of one lane.
  @inline(__always)
  private func sumGradients<Scalar: NetworkScalar>(
    _ pass: BackwardPass<Scalar>, _ memory: LSTMMemory<Scalar>, columns: Range<Int>, adding: Bool
  ) {
    let (layout, width) = (memory.layout, 4 * units)
    let rows = memory.activeSteps(pass.lengths) * layout.rows.count
    let delta = MatrixOperand(UnsafePointer(memory.gates) + columns.lowerBound, stride: width)
    let gradient = pass.parameterGradient + columns.lowerBound
    for (source, count, offset) in [
      (memory.inputs, layout.inputs, 0), (memory.states, units, layout.inputs * width),
    ] {
      Scalar.multiply(
        rows: count, columns: columns.count, inner: rows,
        a: MatrixOperand(source, stride: count, isTransposed: true), b: delta, into: gradient + offset,
        stride: width, adding: adding)
    }
    let bias = gradient + (layout.inputs + units) * width
    if !adding { for j in 0..<columns.count { bias[j] = 0 } }
    for row in 0..<rows {
      let delta = memory.gates + row * width + columns.lowerBound
      for j in 0..<columns.count { bias[j] += delta[j] }
    }
  }

  /// Computes ∂L/∂x = δz·Wᵀ in the memory of x, then restores the order of the examples.
  @inline(__always)
  private func writeInputGradient<Scalar: NetworkScalar>(
    _ pass: BackwardPass<Scalar>, _ memory: LSTMMemory<Scalar>
  ) {
    guard let gradient = pass.inputGradient else { return }
    let (layout, width) = (memory.layout, 4 * units)
    let (rows, inputs, steps) = (layout.rows.count, layout.inputs, memory.activeSteps(pass.lengths))
    Scalar.multiply(
      rows: steps * rows, columns: inputs, inner: width, a: MatrixOperand(memory.gates, stride: width),
      b: MatrixOperand(pass.parameters, stride: width, isTransposed: true), into: memory.inputs,
      stride: inputs, adding: false)
    for row in 0..<rows {
      let example = gradient + (layout.rows.lowerBound + row) * layout.steps * inputs
      for t in 0..<steps {
        (example + t * inputs).update(from: memory.inputs + (t * rows + row) * inputs, count: inputs)
      }
      for j in steps * inputs..<layout.steps * inputs { example[j] = 0 }
    }
  }
}
