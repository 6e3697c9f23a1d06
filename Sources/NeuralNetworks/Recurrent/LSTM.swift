public import ElementaryNumerics

/// Long short-term memory: reads a sequence step by step and keeps a state.
///
///     i = σ(x_t·W_i + h_{t−1}·U_i + b_i)     input gate
///     f = σ(x_t·W_f + h_{t−1}·U_f + b_f)     forget gate
///     g = tanh(x_t·W_g + h_{t−1}·U_g + b_g)  candidate
///     o = σ(x_t·W_o + h_{t−1}·U_o + b_o)     output gate
///     c_t = f ⊙ c_{t−1} + i ⊙ g,  h_t = o ⊙ tanh c_t,  h_0 = c_0 = 0
///
/// The backward pass runs from the last step to the first, with δh_t = ∂L/∂h_t of the layers above + δz_{t+1}·Uᵀ:
///
///     δo = δh_t ⊙ tanh c_t,  δc_t = δh_t ⊙ o ⊙ (1 − tanh² c_t) + δc_{t+1} ⊙ f_{t+1}
///     δi = δc_t ⊙ g,  δf = δc_t ⊙ c_{t−1},  δg = δc_t ⊙ i
///     δz = (δi·i·(1 − i), δf·f·(1 − f), δg·(1 − g²), δo·o·(1 − o))
///     ∂L/∂W = Σ x_tᵀ·δz_t,  ∂L/∂U = Σ h_{t−1}ᵀ·δz_t,  ∂L/∂b = Σ δz_t,  ∂L/∂x_t = δz_t·Wᵀ
///
/// Parameters: W inputs × 4·units, U units × 4·units, b, with the gates in the order i, f, g, o, as in Keras and
/// PyTorch (which stores transposes and two biases that are added). Source: Hochreiter & Schmidhuber (1997), with the
/// forget gate of Gers, Schmidhuber & Cummins (2000).
///
/// When the examples have lengths, steps after the end change nothing: the last state is that of the last valid step,
/// and all later states are 0, as with PyTorch's packed sequences.
public struct LSTM: Layer {
  /// The output of the layer.
  public enum Output: String, Sendable {
    /// h at the last valid step, an example of shape [units].
    case lastState
    /// h at every step, an example of shape [steps, units].
    case allStates
  }

  /// The number of elements of h and of c.
  public var units: Int
  /// The output of the layer.
  public var output: Output
  /// The initial value of b_f; the other biases start at 0.
  public var forgetBias: Double

  /// Describes the layer. Initially, W follows Glorot's rule and U is orthogonal, as in Keras.
  ///
  /// - Parameters:
  ///   - units: The number of elements of the state, at least 1.
  ///   - output: The last state, or all states, for example for another LSTM above.
  ///   - forgetBias: The initial value of b_f. Default 1, so that the state is kept at first. Source: Jozefowicz,
  ///     Zaremba & Sutskever (2015).
  public init(_ units: Int, output: Output = .lastState, forgetBias: Double = 1) {
    self.units = units
    self.output = output
    self.forgetBias = forgetBias
  }

  /// The name in messages and summaries.
  public var name: String { "LSTM(\(units))" }

  /// The shape of an output example; the error names both shapes.
  public func outputShape(for input: Shape) throws(NetworkError) -> Shape {
    guard units > 0 else {
      throw .invalidOption(owner: "LSTM", option: "units", value: "\(units)", rule: "at least 1")
    }
    guard forgetBias.isFinite else {
      throw .invalidOption(owner: "LSTM", option: "forgetBias", value: "\(forgetBias)", rule: "finite")
    }
    guard input.rank == 2, input.count > 0 else {
      throw .unsuitableInput(layer: name, wants: "steps × features", given: input)
    }
    return output == .allStates ? [input[0], units] : [units]
  }

  /// The number of parameters.
  public func parameterCount(for input: Shape) -> Int { (input[1] + units + 1) * 4 * units }

  /// The range of the weights, without the biases.
  public func regularizedRange(for input: Shape) -> Range<Int> { 0..<(input[1] + units) * 4 * units }

  /// The number of workspace elements for one batch.
  public func workspaceCount(for input: Shape, batchSize: Int) -> Int {
    (0..<Lanes.count).reduce(0) {
      $0 + LSTMLayout(self, input, rows: Lanes.part($1, of: batchSize)).count
    }
  }

  /// Writes the initial parameters.
  public func initialize<Scalar: NetworkScalar>(
    _ parameters: UnsafeMutablePointer<Scalar>, state: UnsafeMutablePointer<Scalar>, input: Shape,
    using generator: inout SplitMix64
  ) {
    let (inputs, width) = (input[1], 4 * units)
    Initializer.glorotUniform.fill(
      parameters, rows: inputs, columns: width, fanIn: inputs, fanOut: width, using: &generator)
    Initializer.orthogonal.fill(
      parameters + inputs * width, rows: units, columns: width, fanIn: units, fanOut: width,
      using: &generator)
    let bias = parameters + (inputs + units) * width
    for j in 0..<width { bias[j] = j / units == 1 ? Scalar(forgetBias) : 0 }
  }
}
