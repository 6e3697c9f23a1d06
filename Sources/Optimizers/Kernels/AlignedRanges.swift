/// The indices of a large array in two parts: a few until the elements begin a cache line, then all others.
///
/// Arrays of the standard library begin 48 bytes into a line when they are large, so that every full-width
/// vector access would touch two lines: the loops run a third slower. All large arrays begin at the same place
/// in a line, so what aligns the parameters aligns the gradient and the state as well.
@inline(__always)
func alignedRanges<Scalar: OptimizerScalar>(
  _ parameters: borrowing MutableSpan<Scalar>
) -> (head: Range<Int>, body: Range<Int>) {
  let count = parameters.count
  guard count >= 4096 else { return (0..<0, 0..<count) }
  let address = parameters.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
  let head = Int((64 &- address % 64) % 64) / MemoryLayout<Scalar>.stride
  return (0..<head, head..<count)
}
