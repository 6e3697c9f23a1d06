/// How many elements come before the first one that begins a cache line; 0 for arrays that are not large.
///
/// A large array of the standard library begins 48 bytes into a line, so that from its first element on every
/// full-width vector access would touch two lines, and loops run a third slower. All large arrays begin at the
/// same place in a line, so what aligns one of them aligns the parameters, the gradient and the state.
@inline(__always)
func unalignedHead<Scalar: OptimizerScalar>(_ elements: Span<Scalar>) -> Int {
  guard elements.count >= 4096 else { return 0 }
  let address = elements.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
  return Int((64 &- address % 64) % 64) / MemoryLayout<Scalar>.stride
}
