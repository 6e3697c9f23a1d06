/// The memory layout of a lane, step after step. The examples of a step are adjacent, so that the product of a step is
/// one dense block.
struct LSTMLayout {
  /// The examples of the batch that the lane works on.
  let rows: Range<Int>
  let steps, inputs, units: Int

  init(_ layer: LSTM, _ input: Shape, rows: Range<Int>) {
    (self.rows, steps, inputs, units) = (rows, input[0], input[1], layer.units)
  }

  /// The numbers of elements of a step: x_t; the four gates, later their derivatives δz_t; c_t; h_t.
  var inputBlock: Int { rows.count * inputs }
  var gateBlock: Int { 4 * stateBlock }
  var stateBlock: Int { rows.count * units }

  /// The number of elements of all steps. States have one more step: the zeros before the first step.
  var count: Int {
    steps * (inputBlock + gateBlock + stateBlock) + 2 * (steps + 1) * stateBlock + 2 * stateBlock
  }
}

/// The memory of a lane.
struct LSTMMemory<Scalar: NetworkScalar> {
  let layout: LSTMLayout
  /// x_t, for t = 1 … steps.
  let inputs: UnsafeMutablePointer<Scalar>
  /// i, f, g, o; after the backward pass δz.
  let gates: UnsafeMutablePointer<Scalar>
  /// c_t, for t = 0 … steps.
  let cells: UnsafeMutablePointer<Scalar>
  /// h_t, for t = 0 … steps.
  let states: UnsafeMutablePointer<Scalar>
  /// tanh c_t, for t = 1 … steps.
  let shownCells: UnsafeMutablePointer<Scalar>
  /// δh and δc of the backward pass.
  let stateDelta, cellDelta: UnsafeMutablePointer<Scalar>

  init(_ layout: LSTMLayout, at memory: UnsafeMutablePointer<Scalar>) {
    self.layout = layout
    inputs = memory
    gates = inputs + layout.steps * layout.inputBlock
    cells = gates + layout.steps * layout.gateBlock
    states = cells + (layout.steps + 1) * layout.stateBlock
    shownCells = states + (layout.steps + 1) * layout.stateBlock
    stateDelta = shownCells + layout.steps * layout.stateBlock
    cellDelta = stateDelta + layout.stateBlock
  }

  /// The memory of a lane of a layer.
  init(
    lane: Int, of layer: LSTM, _ input: Shape, batchSize: Int, in memory: UnsafeMutablePointer<Scalar>
  ) {
    let layouts = (0...lane).map { LSTMLayout(layer, input, rows: Lanes.part($0, of: batchSize)) }
    self.init(layouts[lane], at: memory + layouts[..<lane].reduce(0) { $0 + $1.count })
  }

  /// The number of valid steps of a row.
  @inline(__always)
  func length(_ row: Int, _ lengths: UnsafePointer<Int>?) -> Int {
    lengths.map { $0[layout.rows.lowerBound + row] } ?? layout.steps
  }

  /// The number of steps that any row needs.
  func activeSteps(_ lengths: UnsafePointer<Int>?) -> Int {
    layout.rows.indices.reduce(0) { max($0, length($1 - layout.rows.lowerBound, lengths)) }
  }
}
