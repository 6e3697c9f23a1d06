/// The memory for the passes of one model. It is allocated once for the largest batch and reused by every step.
final class Workspace<Scalar: NetworkScalar> {
  let batchSize: Int
  /// The batch, and the output of each layer.
  let activations: [UnsafeMutablePointer<Scalar>]
  /// The workspace of each layer.
  let scratch: [UnsafeMutablePointer<Scalar>]
  /// The gradients of a layer's output and input. The two buffers swap roles from layer to layer.
  let gradients: (UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>)
  private let memory: UnsafeMutableRawPointer

  init(_ model: Sequential<Scalar>, batchSize: Int, isTraining: Bool) {
    self.batchSize = batchSize
    let line = 64 / MemoryLayout<Scalar>.stride
    var total = 0
    func reserve(_ count: Int) -> Int {
      defer { total += (max(count, 1) + line - 1) / line * line }
      return total
    }
    let shapes = model.shapes
    let activationOffsets = shapes.map { reserve(batchSize * $0.count) }
    let scratchOffsets = model.layers.indices.map {
      reserve(model.layers[$0].workspaceCount(for: shapes[$0], batchSize: batchSize))
    }
    // swift-format-ignore: NeverForceUnwrap
    let largest = isTraining ? batchSize * shapes.dropFirst().map(\.count).max()! : 0
    let gradientOffsets = (reserve(largest), reserve(largest))
    memory = .allocate(byteCount: total * MemoryLayout<Scalar>.stride, alignment: 64)
    let base = memory.bindMemory(to: Scalar.self, capacity: total)
    activations = activationOffsets.map { base + $0 }
    scratch = scratchOffsets.map { base + $0 }
    gradients = (base + gradientOffsets.0, base + gradientOffsets.1)
  }

  deinit { memory.deallocate() }
}
