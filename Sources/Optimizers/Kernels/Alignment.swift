/// The number of elements before the first one at the start of a cache line; 0 for arrays that are not large.
///
/// A large array of the standard library begins 48 bytes into a line. A loop from its first element would touch two
/// lines with every full-width vector access and run a third slower. All large arrays begin at the same offset in a
/// line, so the same number aligns the parameters, the gradient and the state.
@inline(__always)
func unalignedHead<Scalar: OptimizerScalar>(_ elements: Span<Scalar>) -> Int {
  guard elements.count >= 4096 else { return 0 }
  let address = elements.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
  return Int((64 &- address % 64) % 64) / MemoryLayout<Scalar>.stride
}
