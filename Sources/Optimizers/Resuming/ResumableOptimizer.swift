/// An optimizer whose memory can be saved and taken back, so that training goes on exactly as it would have.
///
/// Hyper-parameters are not part of a snapshot, except the rate, which schedules move: make the optimizer anew as
/// before, then restore.
public protocol ResumableOptimizer<Scalar>: Optimizer {
  /// What the optimizer remembers.
  var snapshot: OptimizerSnapshot<Scalar> { get }

  /// Goes on from the memory of an optimizer with the same hyper-parameters.
  ///
  /// - Parameter snapshot: The memory.
  /// - Throws: ``SnapshotError`` when the snapshot is of another rule or shape, or holds a number that is not finite.
  ///   Nothing is changed then.
  mutating func restore(_ snapshot: OptimizerSnapshot<Scalar>) throws(SnapshotError)
}
