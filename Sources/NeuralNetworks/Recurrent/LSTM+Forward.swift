extension LSTM {
  /// Processes the sequences. Each lane runs half of the examples through all steps, so that lanes never wait.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public func forward<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>) {
    let work = pass.batchSize * parameterCount(for: pass.inputShape) * pass.inputShape[0]
    Lanes.run(work > Dense.worthwhileProduct) { lane in
      let memory = LSTMMemory(
        lane: lane, of: self, pass.inputShape, batchSize: pass.batchSize, in: pass.workspace)
      let layout = memory.layout
      let (rows, inputs, units) = (layout.rows.count, layout.inputs, layout.units)
      let (width, block) = (4 * units, layout.stateBlock)
      let steps = memory.activeSteps(pass.lengths)
      guard rows > 0 else { return }
      for row in 0..<rows {
        let example = pass.input + (layout.rows.lowerBound + row) * layout.steps * inputs
        for t in 0..<steps {
          (memory.inputs + (t * rows + row) * inputs).update(from: example + t * inputs, count: inputs)
        }
      }
      let (recurrent, bias) = (
        pass.parameters + inputs * width, pass.parameters + (inputs + units) * width
      )
      Scalar.multiply(
        rows: steps * rows, columns: width, inner: inputs,
        a: MatrixOperand(memory.inputs, stride: inputs), b: MatrixOperand(pass.parameters, stride: width),
        into: memory.gates, stride: width, adding: false)
      for j in 0..<block { (memory.states[j], memory.cells[j]) = (0, 0) }
      for t in 0..<steps {
        let gates = memory.gates + t * layout.gateBlock
        if t > 0 {
          Scalar.multiply(
            rows: rows, columns: width, inner: units,
            a: MatrixOperand(memory.states + t * block, stride: units),
            b: MatrixOperand(recurrent, stride: width), into: gates, stride: width, adding: true)
        }
        for row in 0..<rows {
          let offset = t * block + row * units
          advance(
            gates: gates + row * width, bias: bias, oldCell: memory.cells + offset,
            cell: memory.cells + offset + block, shown: memory.shownCells + offset,
            state: memory.states + offset + block)
        }
      }
      writeOutput(pass, memory)
    }
  }

  /// The forward step of one example. `gates` holds x·W + h·U before the call and i, f, g, o after it.
  ///
  /// Each loop writes to one array, so that the compiler can vectorise it. tanh x = 2·σ(2x) − 1.
  @inline(__always)
  private func advance<Scalar: NetworkScalar>(
    gates: UnsafeMutablePointer<Scalar>, bias: UnsafePointer<Scalar>, oldCell: UnsafePointer<Scalar>,
    cell: UnsafeMutablePointer<Scalar>, shown: UnsafeMutablePointer<Scalar>,
    state: UnsafeMutablePointer<Scalar>
  ) {
    let units = units
    let (kept, candidate, output) = (gates + units, gates + 2 * units, gates + 3 * units)
    for j in 0..<4 * units { gates[j] = -(gates[j] + bias[j]) }
    for j in 0..<units { candidate[j] *= 2 }
    Scalar.exponentials(gates, count: 4 * units)
    for j in 0..<4 * units { gates[j] = 1 / (1 + gates[j]) }
    for j in 0..<units { candidate[j] = 2 * candidate[j] - 1 }
    for j in 0..<units { cell[j] = kept[j] * oldCell[j] + gates[j] * candidate[j] }
    for j in 0..<units { shown[j] = -2 * cell[j] }
    Scalar.exponentials(shown, count: units)
    for j in 0..<units { shown[j] = 2 / (1 + shown[j]) - 1 }
    for j in 0..<units { state[j] = output[j] * shown[j] }
  }

  @inline(__always)
  private func writeOutput<Scalar: NetworkScalar>(_ pass: ForwardPass<Scalar>, _ memory: LSTMMemory<Scalar>) {
    let (layout, units) = (memory.layout, units)
    for row in 0..<layout.rows.count {
      let (example, length) = (layout.rows.lowerBound + row, memory.length(row, pass.lengths))
      let states = memory.states + row * units
      switch output {
      case .lastState:
        (pass.output + example * units).update(from: states + length * layout.stateBlock, count: units)
      case .allStates:
        let target = pass.output + example * layout.steps * units
        for t in 0..<length {
          (target + t * units).update(from: states + (t + 1) * layout.stateBlock, count: units)
        }
        for j in length * units..<layout.steps * units { target[j] = 0 }
      }
    }
  }
}
